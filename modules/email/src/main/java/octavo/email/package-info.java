@NullMarked
package octavo.email;

import org.jspecify.annotations.NullMarked;
