package octavo.render;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Where the files of a renderer or publisher go. Nothing stands in its final place before its stream has been closed
/// without an error.
public interface OutputSink {
    /// Opens an output. The same name twice in a run is an error.
    ///
    /// @param name relative, with `/` between folders: [octavo.model.Edition#fileName(String)] for the work itself
    /// @param type what it is
    /// @return a stream to be closed by the caller; abandoned by an exception, it leaves no file
    OutputStream file(String name, MediaType type) throws IOException;

    /// Writes a file that outputs point to and that lies elsewhere: where a web server finds it. Its name is made of
    /// its
    /// content, so a run may write it many times. One that is there already stays as it is.
    ///
    /// @param folder as the user named it
    /// @param name of a file in it, without `/`
    /// @throws octavo.model.OctavoException where a file of that name has another content
    default void asset(Path folder, String name, MediaType type, byte[] bytes) throws IOException {
        throw new UnsupportedOperationException("this sink has one folder only");
    }

    /// Writes an output whose bytes are known already.
    default void write(String name, MediaType type, byte[] bytes) throws IOException {
        try (OutputStream out = file(name, type)) {
            out.write(bytes);
        }
    }

    /// Writes an output of text, in UTF-8.
    default void write(String name, MediaType type, String text) throws IOException {
        write(name, type, text.getBytes(StandardCharsets.UTF_8));
    }
}
