package octavo.delivery.subscriber;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import octavo.model.OctavoException;

/// A file's text, which must be in the encoding that it is said to be in: a letter guessed wrong is a wrong name on
/// every
/// message.
///
/// @param file as the user named it
/// @param reader of the text, behind its byte order mark
record FileText(Path file, Charset charset, BufferedReader reader, Counted bytes, long size) implements AutoCloseable {
    /// As far as the first line goes.
    private static final int FIRST_LINE = 256 * 1024;

    private static final int HUNDRED = 100;

    static FileText open(Path file, Optional<String> encoding) {
        Charset charset = encoding.map(FileText::charset).orElse(StandardCharsets.UTF_8);
        try {
            if (!Files.isRegularFile(file) && Files.exists(file)) {
                throw new OctavoException("'" + file + "' is no file.");
            }
            long size = Files.size(file);
            Counted bytes = new Counted(Files.newInputStream(file));
            InputStream in = new BufferedInputStream(bytes);
            in.mark(3);
            byte[] start = in.readNBytes(3);
            if (!Arrays.equals(start, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
                in.reset();
            }
            if (encoding.isEmpty() && start.length >= 2 && isUtf16(start[0], start[1])) {
                bytes.close();
                throw new OctavoException(file + ":1: this text is in UTF-16, as Excel's “Unicode text” is; save it as"
                        + " “CSV UTF-8”, or give --encoding UTF-16.");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(
                    in,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            return new FileText(file, charset, reader, bytes, size);
        } catch (NoSuchFileException e) {
            throw new OctavoException("There is no file '" + file + "'.", e);
        } catch (IOException e) {
            throw new OctavoException("'" + file + "' cannot be read (" + e + ").", e);
        }
    }

    private static boolean isUtf16(byte first, byte second) {
        return (first == (byte) 0xFF && second == (byte) 0xFE) || (first == (byte) 0xFE && second == (byte) 0xFF);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new OctavoException(
                    "The encoding '" + name + "' is not known; usual ones are UTF-8, windows-1252 and UTF-16.", e);
        }
    }

    /// The first line, which stays there to be read.
    String peek() throws IOException {
        reader.mark(FIRST_LINE);
        char[] start = new char[FIRST_LINE - 1];
        int length = Math.max(0, reader.read(start, 0, start.length));
        reader.reset();
        String line = new String(start, 0, length);
        int end = 0;
        while (end < line.length() && line.charAt(end) != '\n' && line.charAt(end) != '\r') {
            end++;
        }
        return line.substring(0, end);
    }

    int percent() {
        return size == 0 ? HUNDRED : (int) (HUNDRED * bytes.count / size);
    }

    /// What a failure to read means.
    OctavoException unreadable(IOException failure) {
        if (!(failure instanceof CharacterCodingException) || !charset.equals(StandardCharsets.UTF_8)) {
            return new OctavoException("'" + file + "' cannot be read as " + charset + " (" + failure + ").", failure);
        }
        return new OctavoException(
                file + ":" + firstWrongLine() + ": this line is not in UTF-8. Excel's plain “CSV” is in windows-1252 on"
                        + " most machines: save it as “CSV UTF-8”, or give --encoding windows-1252 and see that the"
                        + " names look right.",
                failure);
    }

    /// Reads the file once more, by lines.
    private int firstWrongLine() {
        int line = 1;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] bytes = new byte[FIRST_LINE];
            int length = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n' || length == bytes.length) {
                    if (!isUtf8(bytes, length)) {
                        return line;
                    }
                    length = 0;
                    line += b == '\n' ? 1 : 0;
                } else {
                    bytes[length++] = (byte) b;
                }
            }
        } catch (IOException _) {
            // The line so far is as good as can be said.
        }
        return line;
    }

    private static boolean isUtf8(byte[] bytes, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException _) {
            // It was only read.
        }
    }

    /// Counts what passes.
    static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
