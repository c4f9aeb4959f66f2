package octavo.model;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/// A language by its BCP 47 tag, in canonical case (`pt-BR`, `zh-Hant`).
///
/// @param tag well formed after RFC 5646
public record Language(String tag) implements Comparable<Language> {
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr");
    private static final Set<String> RIGHT_TO_LEFT_LANGUAGES =
            Set.of("ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "syr", "arc");

    public static final Language ENGLISH = new Language("en");

    /// @throws IllegalArgumentException where the tag is not well formed
    public Language {
        try {
            tag = new Locale.Builder()
                    .setLanguageTag(tag.replace('_', '-'))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("not a language tag: " + tag, e);
        }
        if (tag.equals("und")) {
            throw new IllegalArgumentException("not a language tag: an empty one");
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /// The language without region or script: `pt` for `pt-BR`.
    public String primary() {
        return locale().getLanguage();
    }

    public Direction direction() {
        String script = locale().getScript();
        boolean rightToLeft =
                script.isEmpty() ? RIGHT_TO_LEFT_LANGUAGES.contains(primary()) : RIGHT_TO_LEFT_SCRIPTS.contains(script);
        return rightToLeft ? Direction.RTL : Direction.LTR;
    }

    /// The language's name in itself: `Deutsch`, `português (Brasil)`.
    public String nativeName() {
        return locale().getDisplayName(locale());
    }

    /// The tag as file names and addresses carry it: `pt-br`.
    public String key() {
        return tag.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(Language other) {
        return tag.compareTo(other.tag);
    }

    @Override
    public String toString() {
        return tag;
    }
}
