/// From an archive to editions: start at [octavo.compile.Editions].
@NullMarked
package octavo.compile;

import org.jspecify.annotations.NullMarked;
