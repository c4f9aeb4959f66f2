@NullMarked
package octavo.epub;

import org.jspecify.annotations.NullMarked;
