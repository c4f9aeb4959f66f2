@NullMarked
package octavo.compile;

import org.jspecify.annotations.NullMarked;
