package octavo.model;

/// A place in the input, as a diagnostic names it.
///
/// @param file the file as a user would type it from the archive's root, with `/`; empty where there is none
/// @param line from 1; 0 for the file as a whole
/// @param column in characters, from 1; 0 for the line as a whole
public record Location(String file, int line, int column) {
    /// No place in any file.
    public static final Location NONE = new Location("", 0, 0);

    public Location {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("line and column start at 1");
        }
    }

    /// The file as a whole.
    public static Location of(String file) {
        return new Location(file, 0, 0);
    }

    /// `file:line:column`, shortened to what is known.
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
