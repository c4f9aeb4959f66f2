package octavo.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import octavo.email.MailPictures.HostedPicture;
import octavo.render.xhtml.Markup;

/// A finished message whose parts for the single recipient are still open: who it goes to, its Message-ID,
/// the token in its unsubscribe address, a greeting.
///
/// Composing a message costs a hundred times what filling one in does, so it is done once an issue and
/// language. Each open part stands on an encoded line of its own, so that filling it in moves nothing else.
public final class MessageTemplate {
    private static final byte[] LINE_END = {'\r', '\n'};

    /// A stretch of the message.
    private sealed interface Piece {
        record Fixed(String ascii) implements Piece {}

        record InHeader(Slot slot) implements Piece {}

        record Quoted(Slot slot) implements Piece {}

        /// A text that is encoded when it is known for whom: base64 knows no lines of its own for the open parts.
        ///
        /// @param texts with CRLF, one more than there are slots
        /// @param slots that stand between them
        record Base64Part(List<byte[]> texts, List<Slot> slots) implements Piece {
            static Base64Part of(String text, Slot.Marks marks) {
                List<byte[]> texts = new ArrayList<>();
                List<Slot> slots = new ArrayList<>();
                Matcher matcher = marks.pattern().matcher(text);
                int from = 0;
                while (matcher.find()) {
                    texts.add(withCrLf(text.substring(from, matcher.start())));
                    slots.add(marks.slot(matcher).orElseThrow());
                    from = matcher.end();
                }
                texts.add(withCrLf(text.substring(from)));
                return new Base64Part(texts, slots);
            }
        }
    }

    /// What all recipients' messages share.
    ///
    /// @param key what the message is, apart from its recipient: list, issue and language
    /// @param domain of the Message-ID
    /// @param greeting from a name to the line that greets
    record Identity(String key, String domain, Function<String, String> greeting) {}

    private final List<Piece> pieces;
    private final Identity identity;
    private final int htmlSize;
    private final List<HostedPicture> hosted;

    private MessageTemplate(List<Piece> pieces, Identity identity, int htmlSize, List<HostedPicture> hosted) {
        this.pieces = List.copyOf(pieces);
        this.hosted = List.copyOf(hosted);
        this.identity = identity;
        this.htmlSize = htmlSize;
    }

    /// Cuts a message at its marks.
    ///
    /// @param message complete and encoded, with CRLF
    /// @param base64Parts the texts for which part marks stand
    /// @param htmlSize octets of the encoded HTML part
    /// @param hosted pictures that the message points to
    static MessageTemplate cut(
            String message,
            List<String> base64Parts,
            Slot.Marks marks,
            Identity identity,
            int htmlSize,
            List<HostedPicture> hosted) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = marks.cuts().matcher(message);
        int from = 0;
        while (matcher.find()) {
            pieces.add(new Piece.Fixed(message.substring(from, matcher.start())));
            boolean quoted = matcher.group(2) != null;
            pieces.add(marks.slot(matcher)
                    .<Piece>map(slot -> quoted ? new Piece.Quoted(slot) : new Piece.InHeader(slot))
                    .orElseGet(() -> Piece.Base64Part.of(base64Parts.get(Integer.parseInt(matcher.group(3))), marks)));
            from = matcher.end();
        }
        pieces.add(new Piece.Fixed(message.substring(from)));
        return new MessageTemplate(pieces, identity, htmlSize, hosted);
    }

    /// Octets of the HTML part as it is encoded; mail services cut long ones.
    public int htmlSize() {
        return htmlSize;
    }

    /// The pictures that the message points to and that have to be where it says before it is sent, each once.
    List<HostedPicture> hosted() {
        return hosted;
    }

    /// What stands behind the `@` of the sender's address.
    public String domain() {
        return identity.domain();
    }

    /// The message for one recipient: the same bytes each time.
    public byte[] forRecipient(Recipient recipient) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        for (Piece piece : pieces) {
            out.writeBytes(
                    switch (piece) {
                        case Piece.Fixed fixed -> ascii(fixed.ascii());
                        case Piece.InHeader header -> ascii(value(header.slot(), recipient));
                        case Piece.Quoted quoted ->
                            ascii(QuotedPrintable.encodeForSlot(value(quoted.slot(), recipient)));
                        case Piece.Base64Part part -> base64(part, recipient);
                    });
        }
        return out.toByteArray();
    }

    /// The Message-ID of the message for one recipient, with its angle brackets.
    public String messageId(Recipient recipient) {
        String hash = Hashes.hex(32, identity.key(), recipient.mailbox().address());
        return "<" + hash + "@" + identity.domain() + ">";
    }

    private String value(Slot slot, Recipient recipient) {
        return switch (slot) {
            case TO -> recipient.mailbox().header("To: ".length());
            case MESSAGE_ID -> messageId(recipient);
            case TOKEN -> recipient.token();
            case GREETING_TEXT -> greeting(recipient).map(line -> line + "\n\n").orElse("");
            case GREETING_HTML ->
                greeting(recipient)
                        .map(line -> Markup.escape(line) + "<br><br>")
                        .orElse("");
        };
    }

    private Optional<String> greeting(Recipient recipient) {
        return Optional.of(recipient.mailbox().name())
                .filter(name -> !name.isBlank())
                .map(identity.greeting());
    }

    private byte[] base64(Piece.Base64Part part, Recipient recipient) {
        ByteArrayOutputStream filled = new ByteArrayOutputStream(64 * 1024);
        for (int i = 0; i < part.slots().size(); i++) {
            filled.writeBytes(part.texts().get(i));
            filled.writeBytes(withCrLf(value(part.slots().get(i), recipient)));
        }
        filled.writeBytes(part.texts().getLast());
        return encodeBase64(filled.toByteArray());
    }

    private static byte[] withCrLf(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] encodeBase64(byte[] content) {
        return Base64.getMimeEncoder(76, LINE_END).encode(content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
