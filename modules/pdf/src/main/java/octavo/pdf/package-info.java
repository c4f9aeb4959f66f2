@NullMarked
package octavo.pdf;

import org.jspecify.annotations.NullMarked;
