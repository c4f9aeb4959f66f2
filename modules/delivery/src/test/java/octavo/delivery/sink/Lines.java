package octavo.delivery.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads commands line by line, and messages so that a large one costs next to nothing.
final class Lines {
    private static final String DOT = ".";
    private static final int DOT_LINE = 3;

    /// What came between DATA and the dot, leading dots undone.
    ///
    /// @param head the header with its line ends, without the empty line
    /// @param whole everything, where it is kept
    @SuppressWarnings("ArrayRecordComponent")
    record Message(byte[] head, byte[] whole) {}

    private final InputStream in;
    private final byte[] buffer = new byte[32 * 1024];
    private int start;
    private int end;

    Lines(InputStream in) {
        this.in = in;
    }

    /// The next line without its end; null where the connection ends.
    @Nullable
    String next() throws IOException {
        int from = start;
        while (true) {
            for (int i = from; i < end; i++) {
                if (buffer[i] == '\n') {
                    int to = i > start && buffer[i - 1] == '\r' ? i - 1 : i;
                    String line = new String(buffer, start, to - start, StandardCharsets.ISO_8859_1);
                    start = i + 1;
                    return line;
                }
            }
            from = end - start;
            if (!fill()) {
                return null;
            }
        }
    }

    /// @return null where the connection ends before the dot
    @Nullable
    Message message(boolean keeping) throws IOException {
        var head = new ByteArrayOutputStream();
        var whole = new ByteArrayOutputStream();
        boolean inHead = true;
        for (String line = next(); line != null; line = next()) {
            if (line.equals(DOT)) {
                return new Message(head.toByteArray(), whole.toByteArray());
            }
            String undone = line.startsWith(DOT) ? line.substring(1) : line;
            inHead &= !undone.isEmpty();
            byte[] bytes = (undone + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            if (inHead) {
                head.writeBytes(bytes);
            }
            if (keeping) {
                whole.writeBytes(bytes);
            } else if (!inHead) {
                return skipToDot() ? new Message(head.toByteArray(), new byte[0]) : null;
            }
        }
        return null;
    }

    /// From the beginning of a line.
    private boolean skipToDot() throws IOException {
        while (true) {
            while (end - start < DOT_LINE) {
                if (!fill()) {
                    return false;
                }
            }
            if (buffer[start] == '.' && buffer[start + 1] == '\r' && buffer[start + 2] == '\n') {
                start += DOT_LINE;
                return true;
            }
            if (!skipLine()) {
                return false;
            }
        }
    }

    private boolean skipLine() throws IOException {
        while (true) {
            for (int i = start; i < end; i++) {
                if (buffer[i] == '\n') {
                    start = i + 1;
                    return true;
                }
            }
            start = end;
            if (!fill()) {
                return false;
            }
        }
    }

    /// Moves what is left to the front and reads more behind it.
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == buffer.length) {
            throw new IOException("a line is too long");
        }
        int count = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, count);
        return count > 0;
    }
}
