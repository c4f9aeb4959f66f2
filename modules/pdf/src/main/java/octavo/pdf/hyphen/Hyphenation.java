package octavo.pdf.hyphen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Divides the words of one language: `publication` becomes `pub­li­ca­tion`, with soft hyphens (U+00AD).
///
/// Short words stay whole, and so does what is no word of the language: names with capitals inside, and whatever holds
/// figures, points, slashes and the like.
public final class Hyphenation {
    /// The language's primary subtag, or the whole tag, with the file of its patterns.
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("en", "en-us"),
            Map.entry("en-gb", "en-gb"),
            Map.entry("en-au", "en-gb"),
            Map.entry("en-ie", "en-gb"),
            Map.entry("en-nz", "en-gb"),
            Map.entry("de", "de-1996"),
            Map.entry("fr", "fr"),
            Map.entry("es", "es"),
            Map.entry("it", "it"),
            Map.entry("pt", "pt"),
            Map.entry("da", "da"),
            Map.entry("nl", "nl"),
            Map.entry("sv", "sv"));

    private static final Map<String, Hyphenation> LOADED = new ConcurrentHashMap<>();
    private static final Pattern TOKEN = Pattern.compile("\\S+");
    private static final Pattern WORD = Pattern.compile("(\\P{L}{0,3})(\\p{L}\\p{Ll}{5,})(\\P{L}{0,4})");
    /// What makes a token an address or a name rather than a word.
    private static final Pattern NO_WORD = Pattern.compile("[\\p{Nd}./@_:\\\\=&#+]\\S");
    private static final int SHORTEST_PART = 3;
    private static final int MOST_KNOWN = 10_000;

    private final Patterns patterns;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    private Hyphenation(Patterns patterns) {
        this.patterns = patterns;
    }

    /// @param language a tag of BCP 47
    /// @return empty for a language whose words are not divided
    public static Optional<Hyphenation> of(String language) {
        String tag = language.toLowerCase(Locale.ROOT);
        String file = FILES.getOrDefault(tag, FILES.get(tag.split("-", 2)[0]));
        return file == null
                ? Optional.empty()
                : Optional.of(LOADED.computeIfAbsent(file, name -> new Hyphenation(load(name))));
    }

    private static Patterns load(String name) {
        String resource = "hyph-" + name + ".tex";
        try (InputStream in = Hyphenation.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("a file of the product is missing: " + resource);
            }
            return Patterns.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text with soft hyphens in its words.
    ///
    /// @param last whether the text's last word may be divided: that of a paragraph may not
    public String divided(String text, boolean last) {
        StringBuilder divided = new StringBuilder(text.length() + text.length() / 4);
        Matcher tokens = TOKEN.matcher(text);
        int done = 0;
        int end = last ? text.length() + 1 : text.stripTrailing().length();
        while (tokens.find()) {
            boolean whole = tokens.end() == end;
            divided.append(text, done, tokens.start()).append(whole ? tokens.group() : token(tokens.group()));
            done = tokens.end();
        }
        return divided.append(text, done, text.length()).toString();
    }

    private String token(String token) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        Matcher word = WORD.matcher(token);
        if (!word.matches() || NO_WORD.matcher(token).find()) {
            return token;
        }
        return word.group(1) + known.computeIfAbsent(word.group(2), this::word) + word.group(3);
    }

    private String word(String word) {
        boolean[] places = patterns.places(word.toLowerCase(Locale.ROOT));
        StringBuilder divided = new StringBuilder(word.length() + 4);
        for (int i = 0; i < word.length(); i++) {
            if (i >= SHORTEST_PART && i <= word.length() - SHORTEST_PART && i < places.length && places[i]) {
                divided.append('\u00ad');
            }
            divided.append(word.charAt(i));
        }
        return divided.toString();
    }
}
