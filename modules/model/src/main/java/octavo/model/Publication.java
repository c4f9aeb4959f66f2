package octavo.model;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The newsletter as a whole: what stays the same from issue to issue.
///
/// @param title in its main language
/// @param titles in other languages, where it has a name of its own there
/// @param description one sentence for those who do not know it
/// @param publisher who answers for it
/// @param licence an SPDX identifier such as `CC-BY-SA-4.0`, or words of the publisher's own
/// @param home the web site's address, ending in `/`
/// @param logo for mastheads
/// @param mainLanguage the language of the originals
public record Publication(
        String title,
        Map<Language, String> titles,
        Optional<String> description,
        Optional<String> publisher,
        Optional<String> licence,
        Optional<String> home,
        Optional<Picture> logo,
        Language mainLanguage) {

    /// The name space of names that are addresses (RFC 9562, section 6.6).
    private static final UUID ADDRESSES = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    public Publication {
        titles = Copies.ordered(titles);
    }

    /// The title in a language: that language's own, else its primary language's, else the main one.
    public String title(Language language) {
        String own = titles.get(language);
        if (own != null) {
            return own;
        }
        return titles.getOrDefault(new Language(language.primary()), title);
    }

    /// The language of the title in a language: the main one where it has no name of its own there.
    public Language titleLanguage(Language language) {
        boolean own = titles.containsKey(language) || titles.containsKey(new Language(language.primary()));
        return own ? language : mainLanguage;
    }

    /// A URN for a work of this publication that stays the same as long as the publication's home, or its title where
    /// it has none.
    ///
    /// @param work the name of the work's file, which stays the same from run to run
    public String urn(String work) {
        byte[] name = (ADDRESSES + home.orElse(title) + "#" + work).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
    }

    /// The order in which languages stand beside each other: the main one first, the others by their tags.
    public Comparator<Language> languageOrder() {
        return Comparator.comparing((Language language) -> !language.equals(mainLanguage))
                .thenComparing(Comparator.naturalOrder());
    }
}
