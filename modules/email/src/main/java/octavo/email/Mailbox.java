package octavo.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mailbox with the name that stands beside it (RFC 5322, section 3.4).
///
/// @param name as a reader sees it, empty where there is none
/// @param address in ASCII: an international domain in its encoded form
public record Mailbox(String name, String address) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\"(?:[^\"\\\\]|\\\\.)*\"|[^<>\"]*?)\\s*<([^<>]*)>|([^<>]*))");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\u2028\u2029]");
    /// Letters that Java's older rules for domains turn into others (IDNA 2003), which may be somebody else's domain.
    private static final Pattern DEVIATION = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");
    private static final int LONGEST_ADDRESS = 254;

    /// @throws IllegalArgumentException where the address is none, with a sentence that says why
    public Mailbox {
        if (CONTROL.matcher(name).find()) {
            throw new IllegalArgumentException("the name beside " + address + " holds a control character");
        }
        address = checked(address);
    }

    /// Reads `news@example.org` or `The News <news@example.org>`.
    ///
    /// @throws IllegalArgumentException where that is no address, with a sentence that says why
    public static Mailbox parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("“" + written + "” is not an address such as News <news@example.org>");
        }
        String bare = Optional.ofNullable(matcher.group(3)).orElse("");
        String inner = Optional.ofNullable(matcher.group(2)).orElse(bare);
        String name = Optional.ofNullable(matcher.group(1)).orElse("");
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return new Mailbox(name, inner.strip());
    }

    /// What stands behind the `@`.
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /// The mailbox as a header field's value, folded. The angle brackets stand also where no name does: SpamAssassin
    /// takes an address without them for carelessness.
    ///
    /// @param used columns of the first line that the field's name takes
    String header(int used) {
        return name.isBlank() ? "<" + address + ">" : HeaderFields.named(name, address, used);
    }

    private static String checked(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || CONTROL.matcher(address).find()) {
            throw new IllegalArgumentException("“" + CONTROL.matcher(address).replaceAll("?") + "” is not an address");
        }
        String local = address.substring(0, at);
        if (!local.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException("“" + address
                    + "” has letters before the @ that most mail servers refuse; give an address in ASCII there");
        }
        if (DEVIATION.matcher(address.substring(at)).find()) {
            throw new IllegalArgumentException("“" + address
                    + "” has a letter behind the @ that programs encode differently; give the domain as xn--…");
        }
        try {
            String ascii = local + "@" + IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            if (ascii.length() > LONGEST_ADDRESS) {
                throw new IllegalArgumentException("“" + address + "” is longer than an address may be");
            }
            return new InternetAddress(ascii, true).getAddress();
        } catch (AddressException | IllegalArgumentException e) {
            throw new IllegalArgumentException("“" + address + "” is not an address: " + e.getMessage(), e);
        }
    }
}
