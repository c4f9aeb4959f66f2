package octavo.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mailbox with the name that stands beside it (RFC 5322, section 3.4).
///
/// @param name as a reader sees it, empty where there is none
/// @param address with an international domain in its encoded form. Before the `@` it may have letters of any
///     script, composed (NFC): then only servers with SMTPUTF8 take it (RFC 6531)
public record Mailbox(String name, String address) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\"(?:[^\"\\\\]|\\\\.)*\"|[^<>\"]*?)\\s*<([^<>]*)>|([^<>]*))");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\u2028\u2029]");
    /// Letters that Java's older rules for domains turn into others (IDNA 2003), which may be somebody else's
    /// domain.
    private static final Pattern DEVIATION = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");
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

    /// Whether only servers with SMTPUTF8 take it.
    public boolean isInternational() {
        return NOT_ASCII.matcher(address).find();
    }

    /// What stands behind the `@`.
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /// The mailbox as a header field's value, folded. The angle brackets stand also where no name does:
    /// SpamAssassin takes an address without them for carelessness.
    ///
    /// @param used columns of the first line that the field's name takes
    String header(int used) {
        return name.isBlank() ? "<" + address + ">" : HeaderFields.named(name, address, used);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String checked(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || CONTROL.matcher(address).find()) {
            throw new IllegalArgumentException("“" + CONTROL.matcher(address).replaceAll("?") + "” is not an address");
        }
        String local = Normalizer.normalize(address.substring(0, at), Normalizer.Form.NFC);
        if (!local.codePoints().allMatch(Mailbox::isVisible)) {
            throw new IllegalArgumentException("“" + address + "” has a space or an invisible character before the @");
        }
        if (DEVIATION.matcher(address.substring(at)).find()) {
            throw new IllegalArgumentException("“" + address
                    + "” has a letter behind the @ that programs encode differently; give the domain as xn--…");
        }
        try {
            String ascii = local + "@" + IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            if (ascii.getBytes(StandardCharsets.UTF_8).length > LONGEST_ADDRESS) {
                throw new IllegalArgumentException("“" + address + "” is longer than an address may be");
            }
            // Letters of other scripts stand where ASCII's stand (RFC 6531, section 3.3).
            String plain = NOT_ASCII.matcher(ascii).replaceAll("x");
            if (!new InternetAddress(plain, true).getAddress().equals(plain)) {
                throw new IllegalArgumentException("only the address itself is wanted");
            }
            return ascii;
        } catch (AddressException | IllegalArgumentException e) {
            throw new IllegalArgumentException("“" + address + "” is not an address: " + e.getMessage(), e);
        }
    }
}
