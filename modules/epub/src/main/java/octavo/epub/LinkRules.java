package octavo.epub;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// Which addresses a book may link to (EPUB 3.3, section 3.6; epubcheck's RSC-020, RSC-029 and RSC-030).
final class LinkRules {
    /// Those of the schemes registered when epubcheck made its list (HTM-025) that lead to a place or a
    /// person; not those that lead into the reader's own machine, run code or hold content of their own.
    private static final Set<String> SCHEMES = Set.of(
            "http", "https", "mailto", "xmpp", "tel", "fax", "sip", "sips", "im", "pres", "ftp", "gopher", "irc",
            "news", "nntp", "urn", "info", "dns", "ldap", "rtsp", "telnet");

    private LinkRules() {}

    /// Whether an address is absolute, well formed and of a kind that reading systems know.
    static boolean isValid(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme();
            if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
                return false;
            }
            boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            return !web || (uri.getRawAuthority() != null && uri.getPort() <= 65_535);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
