package octavo.email;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses of the web in the ASCII form that header fields need (RFC 3986).
final class WebAddress {
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?)://([^/?#@:\\[\\]]+)(:[0-9]+)?([/?#].*)?");
    private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%{}";
    /// Longer ones do not fit into a line of a header field.
    private static final int LONGEST = 900;

    private WebAddress() {}

    /// The address with an encoded host and path; empty for what is no absolute http or https address.
    static Optional<String> ascii(String address) {
        Matcher matcher = ABSOLUTE.matcher(address.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String host = IDN.toASCII(matcher.group(2), IDN.ALLOW_UNASSIGNED);
            String rest = encoded(Optional.ofNullable(matcher.group(4)).orElse("/"));
            String port = Optional.ofNullable(matcher.group(3)).orElse("");
            String whole = matcher.group(1) + "://" + encoded(host) + port + rest;
            return whole.length() > LONGEST ? Optional.empty() : Optional.of(whole);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Percent-encodes what ASCII addresses cannot hold, in small letters: SpamAssassin takes `%AF` in a
    /// header field for the rest of a template (UNRESOLVED_TEMPLATE, 3 points).
    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append(String.format("%%%02x", (int) c));
            }
        }
        return out.toString();
    }
}
