package octavo.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
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

        record Base64Part(String text) implements Piece {}
    }

    /// What all recipients' messages share.
    ///
    /// @param key what the message is, apart from its recipient: list, issue and language
    /// @param domain of the Message-ID
    /// @param greeting from a name to the line that greets
    record Identity(String key, String domain, Function<String, String> greeting) {}

    private final List<Piece> pieces;
    private final Slot.Marks marks;
    private final Identity identity;
    private final int htmlSize;

    private MessageTemplate(List<Piece> pieces, Slot.Marks marks, Identity identity, int htmlSize) {
        this.pieces = List.copyOf(pieces);
        this.marks = marks;
        this.identity = identity;
        this.htmlSize = htmlSize;
    }

    /// Cuts a message at its marks.
    ///
    /// @param message complete and encoded, with CRLF
    /// @param base64Parts the texts for which part marks stand
    /// @param htmlSize octets of the encoded HTML part
    static MessageTemplate cut(
            String message, List<String> base64Parts, Slot.Marks marks, Identity identity, int htmlSize) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = marks.cuts().matcher(message);
        int from = 0;
        while (matcher.find()) {
            pieces.add(new Piece.Fixed(message.substring(from, matcher.start())));
            boolean quoted = matcher.group(2) != null;
            pieces.add(marks.slot(matcher)
                    .<Piece>map(slot -> quoted ? new Piece.Quoted(slot) : new Piece.InHeader(slot))
                    .orElseGet(() -> new Piece.Base64Part(base64Parts.get(Integer.parseInt(matcher.group(3))))));
            from = matcher.end();
        }
        pieces.add(new Piece.Fixed(message.substring(from)));
        return new MessageTemplate(pieces, marks, identity, htmlSize);
    }

    /// Octets of the HTML part as it is encoded; mail services cut long ones.
    public int htmlSize() {
        return htmlSize;
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
                        case Piece.Base64Part part -> base64(part.text(), recipient);
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

    private byte[] base64(String text, Recipient recipient) {
        String filled = marks.pattern().matcher(text).replaceAll(mark -> {
            Slot slot = marks.slot(mark).orElseThrow();
            return Matcher.quoteReplacement(value(slot, recipient));
        });
        return encodeBase64(filled.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static byte[] encodeBase64(byte[] content) {
        return Base64.getMimeEncoder(76, LINE_END).encode(content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
