package octavo.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;

/// Text files as they come: with a byte order mark or not, with any line ends, sometimes not quite UTF-8.
final class TextFile {
    /// The largest file that is read, in bytes. The longest newsletter has some hundred kilobytes.
    static final long MAX_BYTES = 10_000_000;

    private TextFile() {}

    /// The text with line feeds at line ends; empty, and reported, where it cannot be read.
    ///
    /// @param name the file as messages name it
    static Optional<String> read(Path file, String name, Diagnostics diagnostics) {
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                diagnostics.report(Diagnostic.error(
                        Location.of(name),
                        "file-too-large",
                        "the file has " + size / 1_000_000 + " MB, more than the 10 MB that are read; it is left out"));
                return Optional.empty();
            }
            return Optional.of(decode(Files.readAllBytes(file), name, diagnostics));
        } catch (IOException e) {
            diagnostics.report(Diagnostic.error(
                    Location.of(name),
                    "file-unreadable",
                    "the file cannot be read (" + reason(e) + "); it is left out"));
            return Optional.empty();
        }
    }

    static String reason(IOException e) {
        String message = e.getMessage();
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return message == null || e instanceof java.nio.file.FileSystemException ? kind : message;
    }

    private static String decode(byte[] bytes, String name, Diagnostics diagnostics) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        String text;
        try {
            text = strict.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            diagnostics.report(Diagnostic.warning(
                    new Location(name, firstBadLine(bytes), 0),
                    "encoding",
                    "this line is not UTF-8; what cannot be read is shown as \uFFFD, save the file as UTF-8"));
            text = new String(bytes, StandardCharsets.UTF_8);
        }
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.indexOf('\r') < 0
                ? unmarked
                : unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static int firstBadLine(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        int line = 1;
        for (int i = 0; result.isError() && i < in.position(); i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
