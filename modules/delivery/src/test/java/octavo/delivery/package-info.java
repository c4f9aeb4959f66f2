@NullMarked
package octavo.delivery;

import org.jspecify.annotations.NullMarked;
