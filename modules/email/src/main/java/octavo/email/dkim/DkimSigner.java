package octavo.email.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Signs finished messages: `DKIM-Signature` fields come before all others, one for each key, everything else stays
/// as it is. The same message and keys give the same bytes.
///
/// All fields of the header are signed but those that servers on the way write. Each is named once more than it is
/// there, so that a second `Subject` breaks the signature; so are the fields that mail programs show or act upon where
/// the message has none of them (RFC 6376, section 8.15).
public final class DkimSigner {
    private static final Set<String> WRITTEN_ON_THE_WAY = Set.of(
            "return-path",
            "received",
            "delivered-to",
            "bcc",
            "dkim-signature",
            "authentication-results",
            "arc-seal",
            "arc-message-signature",
            "arc-authentication-results");

    private static final List<String> ALWAYS = List.of(
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "list-id",
            "list-unsubscribe",
            "list-unsubscribe-post");

    private static final int LINE = 76;

    private final List<Signatory> signatories;
    private final Optional<Instant> time;

    /// @param signatories one for each signature, the first at the top
    public DkimSigner(List<Signatory> signatories) {
        this(signatories, Optional.empty());
    }

    private DkimSigner(List<Signatory> signatories, Optional<Instant> time) {
        this.signatories = List.copyOf(signatories);
        this.time = time;
    }

    /// The same with a time in each signature, for messages that leave now. What is only built has none, for it must
    /// not differ from run to run.
    public DkimSigner at(Instant signed) {
        return new DkimSigner(signatories, Optional.of(signed));
    }

    /// The domains that sign, each with the kind of its key: `news.example (rsa)`.
    public List<String> names() {
        return signatories.stream()
                .map(one -> one.domain() + " (" + one.key().algorithm().keyType() + ")")
                .toList();
    }

    /// @param message complete, with CRLF: nothing may change in it afterwards
    public byte[] sign(byte[] message) {
        return sign(message, BodyHash.of(message));
    }

    /// The same where the body's hash is known from another message with the same body.
    public byte[] sign(byte[] message, BodyHash body) {
        List<Relaxed.Field> fields = Relaxed.fields(message);
        Map<String, Deque<String>> byName = byName(fields);
        StringBuilder canonical = new StringBuilder();
        List<String> names = new ArrayList<>();
        byName.forEach((name, values) -> {
            // The last field of a name is the first that is signed (RFC 6376, section 5.4.2).
            for (; !values.isEmpty(); names.add(name)) {
                canonical.append(values.removeLast()).append("\r\n");
            }
            names.add(name);
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + 2048);
        signatories.forEach(signatory -> out.writeBytes(field(signatory, names, canonical.toString(), body)));
        out.writeBytes(message);
        return out.toByteArray();
    }

    private static Map<String, Deque<String>> byName(List<Relaxed.Field> fields) {
        Map<String, Deque<String>> byName = new LinkedHashMap<>();
        ALWAYS.forEach(name -> byName.put(name, new ArrayDeque<>()));
        for (Relaxed.Field field : fields) {
            if (!WRITTEN_ON_THE_WAY.contains(field.name())) {
                byName.computeIfAbsent(field.name(), _ -> new ArrayDeque<>()).add(field.canonical());
            }
        }
        return byName;
    }

    private byte[] field(Signatory signatory, List<String> names, String canonical, BodyHash body) {
        String unsigned = "DKIM-Signature: v=1; a="
                + signatory.key().algorithm().tag() + "; c=relaxed/relaxed;\r\n d="
                + signatory.domain() + ";\r\n s=" + signatory.selector() + ";"
                + time.map(signed -> " t=" + signed.getEpochSecond() + ";").orElse("")
                + "\r\n h=" + folded(names) + ";\r\n bh=" + body.base64() + ";\r\n b=";
        String input = canonical + Relaxed.Field.of(unsigned).canonical();
        byte[] signature = signatory.key().sign(input.getBytes(StandardCharsets.ISO_8859_1));
        String value = Base64.getMimeEncoder(LINE - 4, "\r\n  ".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(signature);
        return (unsigned + value + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String folded(List<String> names) {
        StringBuilder out = new StringBuilder();
        int column = " h=".length();
        for (String name : names) {
            if (!out.isEmpty()) {
                out.append(':');
                column++;
            }
            if (column + name.length() > LINE - 1) {
                out.append("\r\n  ");
                column = 2;
            }
            out.append(name);
            column += name.length();
        }
        return out.toString();
    }
}
