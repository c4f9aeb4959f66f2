package octavo.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import octavo.email.MailPictures.HostedPicture;
import octavo.model.OctavoException;
import octavo.render.xhtml.Markup;

/// A finished message whose parts for the single recipient are still open: who it goes to, its Message-ID,
/// the token in its unsubscribe address, a greeting.
///
/// Composing a message costs a hundred times what filling one in does, so it is done once an issue and
/// language. Each open part stands on an encoded line of its own, so that filling it in moves nothing else.
public final class MessageTemplate {
    private static final byte[] LINE_END = {'\r', '\n'};

    /// What all recipients' messages share.
    ///
    /// @param key what the message is, apart from its recipient: list, issue and language
    /// @param domain of the Message-ID
    /// @param greeting the line that greets, with [#NAME] for the name
    record Identity(String key, String domain, String greeting) {}

    /// Holds a name's place in a greeting; no name has a control character.
    static final String NAME = "\u0000";

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
            pieces.add(new Piece.Fixed(ascii(message.substring(from, matcher.start()))));
            boolean quoted = matcher.group(2) != null;
            pieces.add(marks.slot(matcher)
                    .<Piece>map(slot -> quoted ? new Piece.Quoted(slot) : new Piece.InHeader(slot))
                    .orElseGet(() -> Piece.Base64Part.of(base64Parts.get(Integer.parseInt(matcher.group(3))), marks)));
            from = matcher.end();
        }
        pieces.add(new Piece.Fixed(ascii(message.substring(from))));
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

    /// Everything that is needed to fill it in, to be kept until the last recipient has the message. The pictures
    /// that it points to are not in it.
    public byte[] kept() {
        return KeptTemplate.write(pieces, identity, htmlSize);
    }

    /// The template of [#kept()].
    ///
    /// @throws OctavoException where these are the bytes of something else
    public static MessageTemplate of(byte[] kept) {
        return KeptTemplate.read(
                kept, (pieces, identity, size) -> new MessageTemplate(pieces, identity, size, List.of()));
    }

    /// The message for one recipient: the same bytes each time. No line of it begins with a dot, so that it goes
    /// through SMTP as it is (RFC 5321, section 4.5.2).
    public byte[] forRecipient(Recipient recipient) {
        List<byte[]> filled =
                pieces.stream().map(piece -> filled(piece, recipient)).toList();
        byte[] message =
                new byte[filled.stream().mapToInt(bytes -> bytes.length).sum()];
        int at = 0;
        for (byte[] bytes : filled) {
            System.arraycopy(bytes, 0, message, at, bytes.length);
            at += bytes.length;
        }
        return message;
    }

    private byte[] filled(Piece piece, Recipient recipient) {
        return switch (piece) {
            case Piece.Fixed fixed -> fixed.ascii();
            // A recipient's address may have letters of any script (RFC 6532, section 3.2).
            case Piece.InHeader header -> value(header.slot(), recipient).getBytes(StandardCharsets.UTF_8);
            case Piece.Quoted quoted -> ascii(QuotedPrintable.encodeForSlot(value(quoted.slot(), recipient)));
            case Piece.Base64Part part -> base64(part, recipient);
        };
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
                .map(name -> identity.greeting().replace(NAME, name));
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

    static byte[] withCrLf(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] encodeBase64(byte[] content) {
        return Base64.getMimeEncoder(76, LINE_END).encode(content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
