package octavo.reader.data;

import octavo.model.Location;

/// Where a piece of data stands in its file.
record Origin(String file, int firstLine) {
    /// @param line of the data, from 1
    /// @param column from 1
    Location at(int line, int column) {
        return new Location(file, firstLine + line - 1, column);
    }
}
