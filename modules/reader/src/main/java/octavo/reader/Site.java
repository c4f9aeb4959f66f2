package octavo.reader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.model.Language;
import octavo.reader.data.Value;

/// What the configuration of a Hugo site says that a reader needs. All of it has Hugo's defaults where there is none.
///
/// @param baseUrl the site's address, ending in `/`
/// @param title of the site, where it has one
/// @param contentFolder from the root
/// @param languages in the order of the configuration; empty where it names none
/// @param mainLanguage Hugo's `defaultContentLanguage`, where it is set
/// @param mainLanguageInFolder whether addresses of the main language begin with it too
/// @param permalinks patterns by section, in lower case
/// @param staticFolders from the root; later ones win
/// @param uglyUrls whether addresses end in `.html`
/// @param emoji whether `:tada:` is an emoji
/// @param unsafeHtml whether raw HTML is let through
/// @param typography whether quotation marks are made curly
/// @param params the site's own parameters
public record Site(
        Optional<String> baseUrl,
        Optional<String> title,
        String contentFolder,
        List<OfLanguage> languages,
        Optional<Language> mainLanguage,
        boolean mainLanguageInFolder,
        Map<String, String> permalinks,
        List<String> staticFolders,
        boolean uglyUrls,
        boolean emoji,
        boolean unsafeHtml,
        boolean typography,
        Value.Mapping params) {

    /// What a site says of one of its languages.
    ///
    /// @param contentFolder its own one, where it has one
    public record OfLanguage(Language language, String key, Optional<String> title, Optional<String> contentFolder) {}

    /// A folder of Markdown without any configuration. Nobody has switched emoji on there, but who writes `:tada:`
    /// means it.
    public static final Site NONE = new Site(
            Optional.empty(),
            Optional.empty(),
            "content",
            List.of(),
            Optional.empty(),
            false,
            Map.of(),
            List.of("static"),
            false,
            true,
            false,
            true,
            Value.Mapping.EMPTY);

    public Site {
        languages = List.copyOf(languages);
        permalinks = Map.copyOf(permalinks);
        staticFolders = List.copyOf(staticFolders);
    }
}
