/// What every command needs of the world around it: the terminal, the archive's place, the report of what was found.
@NullMarked
package octavo.cli.shell;

import org.jspecify.annotations.NullMarked;
