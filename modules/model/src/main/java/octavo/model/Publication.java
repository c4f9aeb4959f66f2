package octavo.model;

import java.util.Map;
import java.util.Optional;

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
}
