package octavo.compile;

import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses as authors write them, turned into what RFC 3986 allows.
final class Addresses {
    /// What a written address turned out to be.
    sealed interface Parsed {
        /// An absolute address.
        ///
        /// @param repaired true where its scheme was missing or misspelt
        record Absolute(String address, boolean repaired) implements Parsed {}

        /// A reference that needs a base: a path, a query or a fragment, percent-encoded where needed.
        record Relative(String reference) implements Parsed {}

        /// A scheme that could run code or read the reader's own files.
        record Dangerous(String scheme) implements Parsed {}

        /// Nothing that could be followed.
        record Unusable() implements Parsed {}
    }

    private static final Set<String> DANGEROUS = Set.of(
            "javascript",
            "vbscript",
            "livescript",
            "mocha",
            "data",
            "file",
            "blob",
            "filesystem",
            "jar",
            "about",
            "view-source",
            "resource",
            "chrome",
            "content",
            "shell",
            "intent",
            "wyciwyg",
            "mhtml",
            "ms-its");
    private static final Set<String> WITH_HOST =
            Set.of("http", "https", "ftp", "ftps", "ws", "wss", "gemini", "gopher");
    private static final Set<String> FILE_ENDINGS = Set.of(
            "md",
            "markdown",
            "html",
            "htm",
            "php",
            "asp",
            "pdf",
            "epub",
            "txt",
            "xml",
            "json",
            "png",
            "jpg",
            "jpeg",
            "gif",
            "svg",
            "webp",
            "zip",
            "gz",
            "ics",
            "csv",
            "css",
            "js",
            "atom",
            "rss");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\u200B\u2060\uFEFF]");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile(
            "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}_-]*[\\p{L}\\p{N}\\p{M}])?\\.)+([\\p{L}]{2,})(:\\d+)?");
    private static final Pattern TWO_SCHEMES = Pattern.compile("(?i)https?:/*(https?:/+.*)");
    private static final Pattern SCHEME_WITHOUT_COLON = Pattern.compile("(?i)(https?)//+(.*)");
    private static final Pattern PORT = Pattern.compile("\\d{0,5}");
    private static final Pattern ASCII_HOST = Pattern.compile("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*\\.?");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9A-Fa-f:.]+]");
    private static final Pattern AUTHORITY_NOISE = Pattern.compile("^www\\.|:(?:80|443)$");
    private static final Pattern PATH_NOISE = Pattern.compile("(?:/index\\.html?)?/?$|/(?=/)");
    private static final Pattern MAILBOX = Pattern.compile("[^\\s/:@?#]+@([^\\s/:@?#]+)");

    private Addresses() {}

    static Parsed parse(String written) {
        String href = INVISIBLE.matcher(written).replaceAll("").strip();
        Matcher twice = TWO_SCHEMES.matcher(href);
        Matcher bare = SCHEME_WITHOUT_COLON.matcher(href);
        if (twice.matches()) {
            return withHost(twice.group(1), true);
        } else if (bare.matches()) {
            return withHost(bare.group(1) + "://" + bare.group(2), true);
        }
        Matcher scheme = SCHEME.matcher(href);
        if (scheme.matches() && !isHostWithPort(scheme.group(1), scheme.group(2))) {
            return withScheme(href, scheme.group(1).toLowerCase(Locale.ROOT), scheme.group(2));
        }
        if (href.startsWith("//")) {
            return withHost("https:" + href, false);
        }
        if (looksLikeHost(href)) {
            return withHost("https://" + href, true);
        }
        Matcher mailbox = MAILBOX.matcher(href);
        if (mailbox.matches() && HOST.matcher(mailbox.group(1)).matches()) {
            return new Parsed.Absolute("mailto:" + encode(href), true);
        }
        return new Parsed.Relative(encode(href));
    }

    private static Parsed withScheme(String href, String scheme, String rest) {
        if (DANGEROUS.contains(scheme)) {
            return new Parsed.Dangerous(scheme);
        }
        if (WITH_HOST.contains(scheme)) {
            return withHost(href, false);
        }
        return rest.isEmpty() ? new Parsed.Unusable() : new Parsed.Absolute(scheme + ":" + encode(rest), false);
    }

    private static boolean isHostWithPort(String scheme, String rest) {
        return scheme.contains(".") && !rest.isEmpty() && Character.isDigit(rest.charAt(0));
    }

    /// `codeberg.org/x` and `www.example.org`, but neither `notes.md` nor `../x.y/z`.
    private static boolean looksLikeHost(String href) {
        int end = indexOfAny(href, "/?#", 0);
        Matcher host = HOST.matcher(href.substring(0, end));
        return host.matches()
                && (href.startsWith("www.")
                        || host.group(2) != null
                        || !FILE_ENDINGS.contains(host.group(1).toLowerCase(Locale.ROOT)));
    }

    private static Parsed withHost(String href, boolean repaired) {
        int colon = href.indexOf(':');
        String scheme = href.substring(0, colon).toLowerCase(Locale.ROOT);
        int start = colon + 1;
        while (start < href.length() && (href.charAt(start) == '/' || href.charAt(start) == '\\')) {
            start++;
        }
        boolean slashesWrong = !href.startsWith("//", colon + 1) || start != colon + 3;
        int end = indexOfAny(href, "/?#\\", start);
        Optional<String> authority = authority(href.substring(start, end));
        return authority
                .<Parsed>map(host -> new Parsed.Absolute(
                        scheme + "://" + host + encode(href.substring(end)), repaired || slashesWrong))
                .orElseGet(Parsed.Unusable::new);
    }

    /// User, host and port; the host as the domain name system knows it (RFC 5890).
    private static Optional<String> authority(String written) {
        int at = written.lastIndexOf('@');
        String user = at < 0 ? "" : encode(written.substring(0, at)).replace("#", "%23") + "@";
        String host = written.substring(at + 1);
        String port = "";
        int colon = host.lastIndexOf(':');
        if (colon >= 0 && !host.endsWith("]")) {
            port = host.substring(colon);
            host = host.substring(0, colon);
        }
        if (!PORT.matcher(port.isEmpty() ? "" : port.substring(1)).matches()) {
            return Optional.empty();
        }
        String suffix = port.equals(":") ? "" : port;
        return ascii(host).map(name -> user + name + suffix);
    }

    private static Optional<String> ascii(String host) {
        if (IPV6.matcher(host).matches()) {
            return Optional.of(host);
        }
        if (ASCII_HOST.matcher(host).matches()) {
            return Optional.of(host);
        }
        try {
            String ascii = IDN.toASCII(decode(host), IDN.ALLOW_UNASSIGNED);
            return ASCII_HOST.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Percent-encodes what RFC 3986 does not allow, as UTF-8. What is encoded already stays, and so do
    /// delimiters but for a second `#`.
    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        boolean inFragment = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '%' ? isEscape(text, i) : c == '#' ? !inFragment : isAllowed(c)) {
                out.appendCodePoint(c);
            } else {
                escape(c, out);
            }
            inFragment |= c == '#';
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 0x80 && "-._~:/?@!$&'()*+,;=".indexOf(c) >= 0);
    }

    private static boolean isEscape(String text, int i) {
        return i + 2 < text.length()
                && Character.digit(text.charAt(i + 1), 16) >= 0
                && Character.digit(text.charAt(i + 2), 16) >= 0
                && text.charAt(i + 1) < 0x80
                && text.charAt(i + 2) < 0x80;
    }

    private static void escape(int c, StringBuilder out) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
        }
    }

    /// Undoes percent-encoding; a `%` that encodes nothing stays.
    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        return URLDecoder.decode(encode(text).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// Resolves a percent-encoded reference (RFC 3986, section 5).
    static String resolve(String base, String reference) {
        if (reference.startsWith("?")) {
            return base.substring(0, indexOfAny(base, "?#", 0)) + reference;
        }
        try {
            return URI.create(base).resolve(reference).toString();
        } catch (IllegalArgumentException _) {
            return reference;
        }
    }

    /// What addresses of the same page have in common: host without `www.`, path decoded and without a
    /// final `/`. Scheme and fragment do not matter. A path without a host gives a key as well.
    static String key(String address) {
        String bare = address.substring(0, indexOfAny(address, "#", 0));
        int host = bare.indexOf("://");
        String rest = host < 0 ? bare : bare.substring(host + 3);
        int pathStart = indexOfAny(rest, "/?", 0);
        String authority = rest.substring(rest.lastIndexOf('@', pathStart) + 1, pathStart);
        authority = AUTHORITY_NOISE.matcher(authority.toLowerCase(Locale.ROOT)).replaceAll("");
        int query = indexOfAny(rest, "?", pathStart);
        String path = Normalizer.normalize(decode(rest.substring(pathStart, query)), Normalizer.Form.NFC);
        return authority + PATH_NOISE.matcher(path).replaceAll("") + rest.substring(query);
    }

    /// The part after `#`, decoded; empty where there is none.
    static String fragment(String address) {
        int hash = address.indexOf('#');
        return hash < 0 ? "" : decode(address.substring(hash + 1));
    }

    static String withoutFragment(String address) {
        return address.substring(0, indexOfAny(address, "#", 0));
    }

    /// The first place of any of these characters from a place on, else the end.
    private static int indexOfAny(String text, String characters, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
