package octavo.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import octavo.model.IssueId;
import octavo.model.Language;

/// Reads the paths of issues: language, id, section.
final class FileNames {
    private final Settings settings;
    private final Set<String> isoLanguages = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));

    FileNames(Settings settings) {
        this.settings = settings;
    }

    /// `content/blog/newsletter/2024-02-05-newsletter.fr.md` as the French issue `newsletter/2024-02-05-newsletter`,
    /// where `content/blog` is a content folder.
    IssueFile issueFile(Path path) {
        String name = slashes(settings.root().relativize(path));
        String file = path.getFileName().toString();
        String stem = file.substring(0, file.lastIndexOf('.'));
        Optional<Language> suffix = suffix(stem);
        String base = suffix.isPresent() ? stem.substring(0, stem.lastIndexOf('.')) : stem;
        Optional<Site.OfLanguage> folderOwner = folderOwner(name);
        Language language = suffix.or(() -> folderOwner.map(Site.OfLanguage::language))
                .orElse(settings.publication().mainLanguage());
        String ownFolder = folderOwner.flatMap(Site.OfLanguage::contentFolder).orElse("");
        List<String> folders =
                parts(below(name, ownFolder.isEmpty() ? settings.site().contentFolder() : ownFolder));
        List<String> idParts = parts(below(name, ownFolder.isEmpty() ? contentFolder(name) : ownFolder));
        boolean isBundle = base.equals("index") && !idParts.isEmpty();
        if (isBundle) {
            base = idParts.getLast();
            idParts = idParts.subList(0, idParts.size() - 1);
            folders = folders.isEmpty() ? folders : folders.subList(0, folders.size() - 1);
        }
        List<String> id = new ArrayList<>(idParts);
        id.add(base);
        return new IssueFile(path, name, language, new IssueId(String.join("/", id)), folders, base, isBundle);
    }

    /// A file that stands alone, outside any archive.
    static IssueFile single(Path path, Settings settings) {
        FileNames names = new FileNames(settings);
        String file = path.getFileName().toString();
        int dot = file.lastIndexOf('.');
        String stem = dot <= 0 ? file : file.substring(0, dot);
        Optional<Language> suffix = names.suffix(stem);
        String base = suffix.isPresent() ? stem.substring(0, stem.lastIndexOf('.')) : stem;
        Language language = suffix.orElse(settings.publication().mainLanguage());
        return new IssueFile(path, file, language, new IssueId(base), List.of(), base, false);
    }

    private Optional<Language> suffix(String stem) {
        int dot = stem.lastIndexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        String tag = stem.substring(dot + 1);
        List<Site.OfLanguage> ofSite = settings.site().languages();
        Optional<Language> named = ofSite.stream()
                .filter(language -> language.key().equalsIgnoreCase(tag))
                .map(Site.OfLanguage::language)
                .findFirst();
        return named.or(() -> parsed(tag)
                .filter(language -> settings.languages().contains(language)
                        || language.equals(settings.publication().mainLanguage())
                        || ofSite.isEmpty()));
    }

    /// A tag that begins with a language that exists: `march.de` is German, `v1.release` no language.
    private Optional<Language> parsed(String tag) {
        int dash = tag.indexOf('-');
        String primary = (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
        try {
            return isoLanguages.contains(primary) ? Optional.of(new Language(tag)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<Site.OfLanguage> folderOwner(String name) {
        return settings.site().languages().stream()
                .filter(language -> language.contentFolder()
                        .filter(folder -> isBelow(name, folder))
                        .isPresent())
                .max(Comparator.comparingInt(
                        language -> language.contentFolder().orElse("").length()));
    }

    private String contentFolder(String name) {
        List<String> folders = settings.content();
        if (folders.size() > 1) {
            return commonParent(folders);
        }
        return folders.stream()
                .filter(folder -> isBelow(name, folder))
                .findFirst()
                .orElse(".");
    }

    /// Ids from several content folders are paths below what they have in common, so that none comes twice.
    private static String commonParent(List<String> folders) {
        List<String> common = List.of(folders.getFirst().split("/"));
        for (String folder : folders) {
            List<String> parts = List.of(folder.split("/"));
            int same = 0;
            while (same < Math.min(common.size(), parts.size())
                    && common.get(same).equals(parts.get(same))) {
                same++;
            }
            common = common.subList(0, same);
        }
        return common.isEmpty() ? "." : String.join("/", common);
    }

    private static boolean isBelow(String name, String folder) {
        return folder.equals(".") || name.startsWith(folder + "/");
    }

    private static String below(String name, String folder) {
        return !folder.equals(".") && isBelow(name, folder) ? name.substring(folder.length() + 1) : name;
    }

    /// The folders of a path, without its file.
    private static List<String> parts(String path) {
        List<String> parts = List.of(path.split("/"));
        return parts.subList(0, parts.size() - 1);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
