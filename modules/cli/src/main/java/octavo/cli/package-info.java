/// The command line: start at [octavo.cli.Main] and [octavo.cli.BuildCommand].
@NullMarked
package octavo.cli;

import org.jspecify.annotations.NullMarked;
