package octavo.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import octavo.email.MailPictures.HostedPicture;
import octavo.email.MailPictures.InlinePicture;
import octavo.model.Language;
import octavo.model.OctavoException;

/// Puts header fields, text, HTML and pictures together as MIME: `multipart/alternative` with the plain
/// text first, the HTML with its pictures in a `multipart/related` where it has any (RFC 2046, sections
/// 5.1.4; RFC 2387).
///
/// Jakarta Mail writes the structure. What it would make up itself, boundaries, Message-ID and transfer
/// encodings, is handed to it, so that the same input gives the same bytes.
final class MessageComposer {
    private final Language language;
    private final Slot.Marks marks;
    private final List<String> base64Parts = new ArrayList<>();

    private MessageComposer(Language language, Slot.Marks marks) {
        this.language = language;
        this.marks = marks;
    }

    /// @param fields of the message, all but those that MIME adds
    /// @param hosted pictures that the message points to
    static MessageTemplate compose(
            HeaderFields fields,
            EncodedText text,
            EncodedText html,
            List<InlinePicture> pictures,
            List<HostedPicture> hosted,
            Language language,
            Slot.Marks marks,
            MessageTemplate.Identity identity) {
        try {
            return new MessageComposer(language, marks).compose(fields, text, html, pictures, hosted, identity);
        } catch (MessagingException | IOException e) {
            throw new OctavoException("The message cannot be put together: " + e.getMessage(), e);
        }
    }

    private MessageTemplate compose(
            HeaderFields fields,
            EncodedText text,
            EncodedText html,
            List<InlinePicture> pictures,
            List<HostedPicture> hosted,
            MessageTemplate.Identity identity)
            throws MessagingException, IOException {
        MimeMultipart alternative = multipart("multipart/alternative", "alternative", identity);
        alternative.addBodyPart(textPart("plain", text));
        MimeBodyPart htmlPart = textPart("html", html);
        alternative.addBodyPart(pictures.isEmpty() ? htmlPart : related(htmlPart, pictures, identity));

        MimeMessage message = new StableMessage();
        for (var field : Collections.list(fields.fields().getAllHeaders())) {
            message.addHeader(field.getName(), field.getValue());
        }
        message.setContent(alternative);
        message.saveChanges();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return MessageTemplate.cut(
                out.toString(StandardCharsets.US_ASCII), base64Parts, marks, identity, html.size(), hosted);
    }

    private static MimeBodyPart related(
            MimeBodyPart html, List<InlinePicture> pictures, MessageTemplate.Identity identity)
            throws MessagingException {
        MimeMultipart related = multipart("multipart/related; type=\"text/html\"", "related", identity);
        related.addBodyPart(html);
        for (InlinePicture picture : pictures) {
            related.addBodyPart(picturePart(picture));
        }
        MimeBodyPart wrapper = new MimeBodyPart();
        wrapper.setContent(related);
        return wrapper;
    }

    private MimeBodyPart textPart(String subtype, EncodedText text) throws MessagingException {
        HeaderFields fields = new HeaderFields()
                .add("Content-Type", "text/" + subtype + "; charset=UTF-8")
                .add("Content-Transfer-Encoding", text.encoding())
                .add("Content-Language", language.tag());
        return part(fields.fields(), content(text));
    }

    private static MimeBodyPart picturePart(InlinePicture picture) throws MessagingException {
        String name =
                picture.contentId().substring(0, 12) + "." + picture.type().extension();
        HeaderFields fields = new HeaderFields()
                .add("Content-Type", picture.type().value())
                .add("Content-Transfer-Encoding", "base64")
                .add("Content-ID", "<" + picture.contentId() + ">")
                .add("Content-Disposition", "inline; filename=\"" + name + "\"");
        String content = new String(MessageTemplate.encodeBase64(picture.bytes()), StandardCharsets.US_ASCII);
        return part(fields.fields(), content);
    }

    private static MimeBodyPart part(InternetHeaders fields, String content) throws MessagingException {
        return new MimeBodyPart(fields, content.getBytes(StandardCharsets.US_ASCII));
    }

    /// A text as it stands in the message, or the mark that holds its place.
    private String content(EncodedText text) {
        if (!text.base64()) {
            return text.quoted();
        }
        base64Parts.add(text.text());
        return marks.ofPart(base64Parts.size() - 1);
    }

    /// A multipart with a boundary of its own. `=_` occurs neither in quoted-printable nor in base64, so
    /// that no content can hold it.
    private static MimeMultipart multipart(String type, String subtype, MessageTemplate.Identity identity)
            throws MessagingException {
        ContentType contentType = new ContentType(type);
        contentType.setParameter("boundary", "=_" + Hashes.hex(24, subtype, identity.key()));
        return new StableMultipart(subtype, contentType.toString());
    }

    private static final class StableMultipart extends MimeMultipart {
        StableMultipart(String subtype, String type) {
            super(subtype);
            contentType = type;
        }
    }

    /// A message that keeps its Message-ID.
    private static final class StableMessage extends MimeMessage {
        StableMessage() {
            super(Session.getInstance(new Properties()));
        }

        @Override
        protected void updateMessageID() {
            // It has one: Jakarta Mail would put a random one with this machine's name in its place.
        }
    }
}
