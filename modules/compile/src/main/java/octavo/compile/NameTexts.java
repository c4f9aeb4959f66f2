package octavo.compile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import octavo.model.Language;

/// What a link's words call the thing that it leads to: `Gajim 1.9.1` calls it `Gajim`, `read more` nothing.
///
/// Words that are part of no name are in `no-names.<language>.txt` beside this class; a text of nothing but such words
/// is no name.
final class NameTexts {
    /// In characters; what is longer is a sentence or a headline.
    private static final int LONGEST = 60;
    /// Not even the beginning of a longer one is looked at.
    private static final int LONGEST_TEXT = 500;
    /// In words; what is longer and has no capital but its first is a sentence.
    private static final int LONGEST_WITHOUT_CAPITALS = 3;

    private static final Pattern VERSION = Pattern.compile(
            "(^|[\\s(/:,–-])[\\s(]*(v\\.? ?\\d+|\\d+(\\.\\d+)+|\\d+\\.x\\b).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS =
            Pattern.compile("\\S+://.*|www\\..*|(xmpp|mailto):\\S+|\\S+@\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE = Pattern.compile("^\\([^)]*\\)(?=.)|^[^\\p{L}\\p{N}(]+|^\\((?!.*\\))");
    /// `C++`, `Psi+` and `C#` keep their signs, and a bracket that was opened is closed.
    private static final Pattern AFTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}+#)]+$");

    private final Set<String> words = new HashSet<>();

    NameTexts(Language language) {
        read("en");
        read(language.primary());
    }

    /// The words without version and without what is around them; empty for an address.
    ///
    /// @param identity what the link leads to
    static String cleaned(String text, String identity) {
        if (text.length() > LONGEST_TEXT) {
            return "";
        }
        String line = text.replaceAll("\\s+", " ").strip();
        if (ADDRESS.matcher(line).matches() || identity.equals(line) || identity.startsWith(line + "/")) {
            return "";
        }
        Matcher version = VERSION.matcher(line);
        return trimmed(version.find() ? line.substring(0, version.start()) : line);
    }

    /// Whether words that were cleaned are a name.
    boolean isName(String name) {
        return name.codePoints().anyMatch(Character::isLetter)
                && name.codePointCount(0, name.length()) <= LONGEST
                && !isOfNoNames(name)
                && !isPhrase(name);
    }

    private static String trimmed(String text) {
        String begin = BEFORE.matcher(text).replaceFirst("").strip();
        String end = AFTER.matcher(begin).replaceFirst("");
        return end.endsWith(")") && end.indexOf('(') < 0 ? trimmed(end.substring(0, end.length() - 1)) : end;
    }

    /// `fiscal hosting` or `Learn how things are made`: in scripts with capitals, names of several words have some.
    private static boolean isPhrase(String name) {
        long words = 1 + name.chars().filter(c -> c == ' ').count();
        boolean laterCapital = name.codePoints().skip(1).anyMatch(Character::isUpperCase);
        int first = name.codePointAt(0);
        return Character.isLowerCase(first)
                ? words > 1
                : Character.isUpperCase(first) && words > LONGEST_WITHOUT_CAPITALS && !laterCapital;
    }

    private boolean isOfNoNames(String name) {
        return Pattern.compile("[^\\p{L}\\p{M}]+")
                .splitAsStream(name.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .allMatch(words::contains);
    }

    private void read(String language) {
        try (InputStream file = NameTexts.class.getResourceAsStream("no-names." + language + ".txt")) {
            if (file != null) {
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .flatMap(Pattern.compile("\\s+")::splitAsStream)
                        .forEach(words::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
