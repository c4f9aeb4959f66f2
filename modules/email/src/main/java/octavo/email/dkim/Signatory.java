package octavo.email.dkim;

import java.net.IDN;
import java.util.regex.Pattern;

/// A domain that answers for messages, with one of its keys.
///
/// @param domain in ASCII
/// @param selector the key's name below the domain
public record Signatory(String domain, String selector, DkimKey key) {
    private static final Pattern SELECTOR = Pattern.compile("(?=.{1,63}$)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
            + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");
    private static final Pattern DOMAIN = Pattern.compile("(?=.{3,200}$)[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+");

    /// @throws IllegalArgumentException where the domain or the selector is none, with a sentence that says so
    public Signatory {
        domain = domain(domain);
        if (!isSelector(selector)) {
            throw new IllegalArgumentException("“" + selector + "” is not a selector such as octavo-2026");
        }
    }

    static boolean isSelector(String text) {
        return SELECTOR.matcher(text).matches();
    }

    /// A domain in the form that DNS and header fields have it in.
    static String domain(String written) {
        try {
            String ascii = IDN.toASCII(written.strip(), IDN.USE_STD3_ASCII_RULES);
            if (DOMAIN.matcher(ascii).matches()) {
                return ascii;
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new IllegalArgumentException("“" + written.replaceAll("\\p{Cntrl}", "?") + "” is not a domain");
    }

    /// What DNS must say for the signature to be verified.
    public DkimRecord record() {
        return DkimRecord.of(this);
    }
}
