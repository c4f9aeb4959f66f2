package octavo.render;

import java.io.IOException;
import java.io.OutputStream;

/// Where the files of a renderer or publisher go. Nothing stands in its final place before its stream has been closed
/// without an error.
public interface OutputSink {
    /// Opens an output. The same name twice in a run is an error.
    ///
    /// @param name relative, with `/` between folders: [octavo.model.Edition#fileName(String)] for the work itself
    /// @param type what it is
    /// @return a stream to be closed by the caller; abandoned by an exception, it leaves no file
    OutputStream file(String name, MediaType type) throws IOException;
}
