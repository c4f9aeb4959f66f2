package octavo.email;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import octavo.model.OctavoException;

/// A [MessageTemplate] as bytes: whoever sends the second half of an issue sends what was composed for the first, even
/// if the archive has changed since then.
final class KeptTemplate {
    /// The first byte; another form gets another number.
    private static final int FORM = 1;

    private static final int FIXED = 'F';
    private static final int IN_HEADER = 'H';
    private static final int QUOTED = 'Q';
    private static final int BASE64 = 'B';

    private KeptTemplate() {}

    /// Makes a template of what was kept.
    @FunctionalInterface
    interface Maker {
        MessageTemplate make(List<Piece> pieces, MessageTemplate.Identity identity, int htmlSize);
    }

    static byte[] write(List<Piece> pieces, MessageTemplate.Identity identity, int htmlSize) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128 * 1024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            text(out, identity.key());
            text(out, identity.domain());
            text(out, identity.greeting());
            out.writeInt(htmlSize);
            out.writeInt(pieces.size());
            for (Piece piece : pieces) {
                write(out, piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Piece piece) throws IOException {
        switch (piece) {
            case Piece.Fixed fixed -> {
                out.writeByte(FIXED);
                bytes(out, fixed.ascii());
            }
            case Piece.InHeader(Slot slot) -> {
                out.writeByte(IN_HEADER);
                out.writeByte(slot.letter());
            }
            case Piece.Quoted(Slot slot) -> {
                out.writeByte(QUOTED);
                out.writeByte(slot.letter());
            }
            case Piece.Base64Part(List<byte[]> texts, List<Slot> slots) -> {
                out.writeByte(BASE64);
                out.writeInt(slots.size());
                for (Slot slot : slots) {
                    out.writeByte(slot.letter());
                }
                for (byte[] text : texts) {
                    bytes(out, text);
                }
            }
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static MessageTemplate read(byte[] kept, Maker maker) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(kept))) {
            if (in.readByte() != FORM) {
                throw new OctavoException("The message that was kept is of a newer Octavo; use the newer one.");
            }
            MessageTemplate.Identity identity = new MessageTemplate.Identity(text(in), text(in), text(in));
            int htmlSize = in.readInt();
            int count = in.readInt();
            List<Piece> pieces = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                pieces.add(piece(in));
            }
            return maker.make(pieces, identity, htmlSize);
        } catch (IOException | IllegalArgumentException e) {
            throw new OctavoException("The message that was kept is damaged; see 'octavo store check'.", e);
        }
    }

    private static Piece piece(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case FIXED -> new Piece.Fixed(bytes(in));
            case IN_HEADER -> new Piece.InHeader(slot(in));
            case QUOTED -> new Piece.Quoted(slot(in));
            case BASE64 -> {
                int count = in.readInt();
                List<Slot> slots = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    slots.add(slot(in));
                }
                List<byte[]> texts = new ArrayList<>();
                for (int i = 0; i <= count; i++) {
                    texts.add(bytes(in));
                }
                yield new Piece.Base64Part(texts, slots);
            }
            default -> throw new IOException("no piece of a message begins with " + kind);
        };
    }

    private static Slot slot(DataInputStream in) throws IOException {
        return Slot.of((char) in.readByte());
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("more bytes are promised than there are");
        }
        return in.readNBytes(length);
    }
}
