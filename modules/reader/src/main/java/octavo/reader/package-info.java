@NullMarked
package octavo.reader;

import org.jspecify.annotations.NullMarked;
