package octavo.email.dkim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Verifies signatures the way that RFC 6376 tells verifiers, on texts and with none of the signer's code; and holds
/// the vectors of RFC 8463, which prove that it does.
public final class Dkim {
    static final String RSA_RECORD = "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWR"
            + "iGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutAC"
            + "DfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3"
            + "Ip3G+2kryOTIKT+l/K4w3QIDAQAB";
    static final String ED25519_RECORD = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private static final Pattern SIGNATURE_VALUE = Pattern.compile("([;:\\s]b=)[^;]*");

    private Dkim() {}

    /// A file of RFC 8463, appendix A.
    static String rfc8463(String name) {
        try (InputStream in = Objects.requireNonNull(Dkim.class.getResourceAsStream("/rfc8463/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] rfc8463Message() {
        return rfc8463("message.txt").replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /// The selectors of all signatures that verify.
    ///
    /// @param records the TXT records' values, by selector
    public static List<String> verified(byte[] message, Map<String, String> records) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int split = text.indexOf("\r\n\r\n");
        List<String> fields = List.of(text.substring(0, split).split("\r\n(?![ \t])", -1));
        String body = text.substring(split + 4);
        return fields.stream()
                .filter(field -> name(field).equals("dkim-signature"))
                .flatMap(field -> verified(field, fields, body, records).stream())
                .toList();
    }

    private static Optional<String> verified(
            String signature, List<String> fields, String body, Map<String, String> records) {
        Map<String, String> tags = tags(signature.substring(signature.indexOf(':') + 1));
        Map<String, String> record = tags(records.getOrDefault(tags.getOrDefault("s", ""), ""));
        List<String> left = new ArrayList<>(fields);
        String signed = Stream.of(tags.getOrDefault("h", "").split(":", -1))
                .map(name -> last(left, name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
        String input = signed + relaxed(SIGNATURE_VALUE.matcher(signature).replaceAll("$1"));
        boolean good = tags.getOrDefault("v", "").equals("1")
                && tags.getOrDefault("c", "").equals("relaxed/relaxed")
                && tags.getOrDefault("bh", "").equals(Base64.getEncoder().encodeToString(sha256(relaxedBody(body))))
                && record.containsKey("p")
                && verifies(
                        tags.getOrDefault("a", ""), record.getOrDefault("p", ""), input, tags.getOrDefault("b", ""));
        return Optional.of(tags.getOrDefault("s", "")).filter(_ -> good);
    }

    private static boolean verifies(String algorithm, String key, String input, String value) {
        byte[] octets = Base64.getDecoder().decode(key);
        boolean rsa = algorithm.equals("rsa-sha256");
        try {
            byte[] encoded = rsa
                    ? octets
                    : HexFormat.of()
                            .parseHex(
                                    "302a300506032b6570032100" + HexFormat.of().formatHex(octets));
            PublicKey open =
                    KeyFactory.getInstance(rsa ? "RSA" : "Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
            signature.initVerify(open);
            signature.update(rsa ? input.getBytes(StandardCharsets.ISO_8859_1) : sha256(input));
            return signature.verify(Base64.getDecoder().decode(value));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String last(List<String> left, String name) {
        for (int i = left.size() - 1; i >= 0; i--) {
            if (name(left.get(i)).equals(name)) {
                return relaxed(left.remove(i)) + "\r\n";
            }
        }
        return "";
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    private static String relaxed(String field) {
        String value = field.substring(field.indexOf(':') + 1);
        return name(field) + ":"
                + value.replace("\r\n", "").replaceAll("[ \t]+", " ").strip();
    }

    private static String relaxedBody(String body) {
        String lines = body.replaceAll("[ \t]+", " ").replace(" \r\n", "\r\n").replaceAll("(\r\n)*$", "");
        return lines.isEmpty() ? "" : lines + "\r\n";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> tags(String list) {
        return Stream.of(list.split(";", -1))
                .map(tag -> tag.replaceAll("\\s", "").split("=", 2))
                .filter(tag -> tag.length == 2)
                .collect(Collectors.toMap(tag -> tag[0], tag -> tag[1]));
    }
}
