package octavo.email;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import octavo.email.MailPictures.InlinePicture;
import octavo.render.MediaType;

/// Messages read back by Jakarta Mail.
final class Parsed {
    private Parsed() {}

    static MimeMessage message(byte[] bytes) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    static String raw(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static String unfolded(MimeMessage message, String name) throws MessagingException {
        return MimeUtility.unfold(message.getHeader(name)[0]);
    }

    /// The fields of these names, of the message and of all its parts, as they stand there.
    static List<String> fields(byte[] bytes, Set<String> names) throws MessagingException, IOException {
        List<String> fields = new ArrayList<>();
        for (Part part : parts(message(bytes))) {
            for (Header header : Collections.list(part.getMatchingHeaders(names.toArray(String[]::new)))) {
                fields.add(header.getName() + ": " + header.getValue());
            }
        }
        return fields;
    }

    /// The media types of all parts, depth first.
    static List<String> tree(byte[] bytes) throws MessagingException, IOException {
        return parts(message(bytes)).stream().map(Parsed::type).toList();
    }

    static String text(byte[] bytes) throws MessagingException, IOException {
        return content(bytes, "text/plain");
    }

    static String html(byte[] bytes) throws MessagingException, IOException {
        return content(bytes, "text/html");
    }

    /// The pictures inside a message: hashes of their bytes in base64, by content id.
    static Map<String, String> pictures(byte[] bytes) throws MessagingException, IOException {
        Map<String, String> pictures = new HashMap<>();
        for (InlinePicture picture : pictureParts(bytes)) {
            String base64 = Base64.getEncoder().encodeToString(picture.bytes());
            pictures.put("<" + picture.contentId() + ">", Hashes.hex(16, base64));
        }
        return pictures;
    }

    static List<InlinePicture> pictureParts(byte[] bytes) throws MessagingException, IOException {
        List<InlinePicture> pictures = new ArrayList<>();
        for (Part part : parts(message(bytes))) {
            if (part instanceof MimeBodyPart leaf && type(part).startsWith("image/")) {
                String id = leaf.getContentID();
                MediaType type = Stream.of(MediaType.PNG, MediaType.JPEG, MediaType.GIF)
                        .filter(known -> known.value().equals(type(part)))
                        .findFirst()
                        .orElseThrow();
                pictures.add(new InlinePicture(
                        id.substring(1, id.length() - 1),
                        type,
                        leaf.getInputStream().readAllBytes()));
            }
        }
        return pictures;
    }

    /// What every mail server must be able to carry unchanged.
    static void assertSound(byte[] bytes) throws MessagingException, IOException {
        String raw = raw(bytes);
        assertThat(raw).matches("(?s)[\\t\\r\\n -~]*").endsWith("\r\n");
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(raw.split("\r\n", -1))
                .allMatch(line -> line.length() < 999 && !line.startsWith(".") && !line.startsWith("From "));
        for (Part part : parts(message(bytes))) {
            if (part instanceof MimeBodyPart leaf && leaf.isMimeType("text/*")) {
                assertThat(raw(leaf.getRawInputStream().readAllBytes()).split("\r\n"))
                        .allMatch(line -> line.length() <= 76);
            }
        }
    }

    private static String content(byte[] bytes, String type) throws MessagingException, IOException {
        for (Part part : parts(message(bytes))) {
            if (type(part).equals(type)) {
                return ((String) part.getContent()).replace("\r\n", "\n");
            }
        }
        throw new AssertionError("no " + type);
    }

    private static List<Part> parts(Part part) throws MessagingException, IOException {
        List<Part> parts = new ArrayList<>();
        parts.add(part);
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                parts.addAll(parts(multipart.getBodyPart(i)));
            }
        }
        return parts;
    }

    private static String type(Part part) {
        try {
            return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
