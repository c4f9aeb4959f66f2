package octavo.compile;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import octavo.model.Archive;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Period;
import octavo.model.Publication;

/// The beginnings of file names: the same from run to run, safe on every file system.
///
/// A compilation is named after the publication in its main language, so that all its languages' files
/// stand together; the language itself follows as a suffix. A single edition has its issue's slug, or
/// more of its path where two issues share the slug.
final class EditionNames {
    private static final int MOST_BYTES = 120;
    private static final String WITHOUT_NAME = "newsletter";
    private static final Map<Integer, String> LATIN = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ı', "i"));
    private static final Map<Integer, String> GERMAN = Map.of((int) 'ä', "ae", (int) 'ö', "oe", (int) 'ü', "ue");

    private final Map<IssueId, String> singles;

    private EditionNames(Map<IssueId, String> singles) {
        this.singles = singles;
    }

    /// Names for all issues of an archive, whatever of it is chosen.
    static EditionNames of(Archive archive) {
        Map<IssueId, String> names = new TreeMap<>();
        archive.issues().forEach(issue -> names.put(issue.id(), file(issue.id().slug())));
        List<IssueId> clashing = clashing(names);
        for (int parts = 2; !clashing.isEmpty() && parts <= longest(clashing); parts++) {
            for (IssueId id : clashing) {
                names.put(id, file(lastParts(id.value(), parts)));
            }
            clashing = clashing(names);
        }
        Map<String, Integer> seen = new HashMap<>();
        names.replaceAll((_, name) -> {
            int count = seen.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
            return count == 1 ? name : name + "-" + count;
        });
        return new EditionNames(names);
    }

    private static List<IssueId> clashing(Map<IssueId, String> names) {
        Map<String, List<IssueId>> byName = new TreeMap<>();
        names.forEach((id, name) -> byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(id));
        return byName.values().stream()
                .filter(ids -> ids.size() > 1)
                .flatMap(List::stream)
                .toList();
    }

    private static int longest(List<IssueId> ids) {
        return ids.stream()
                .mapToInt(id -> id.value().split("/", -1).length)
                .max()
                .orElse(1);
    }

    private static String lastParts(String path, int parts) {
        String[] all = path.split("/", -1);
        return String.join("-", List.of(all).subList(Math.max(0, all.length - parts), all.length));
    }

    /// A slug as a file name: kept as it is but for characters that file systems or shells cannot take.
    private static String file(String slug) {
        String name = Normalizer.normalize(slug, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}._-]+", "-")
                .replaceAll("^[.-]+|[.-]+$", "");
        return shortened(name.isEmpty() ? WITHOUT_NAME : name);
    }

    String single(IssueId id) {
        return singles.getOrDefault(id, file(id.slug()));
    }

    /// `the-letter-2025`.
    static String compilation(Publication publication, Period period) {
        String title = slug(publication.title(), publication.mainLanguage());
        String dates = period(period);
        return dates.isEmpty() ? title : title + "-" + dates;
    }

    private static String period(Period period) {
        return switch (period) {
            case Period.OfYear(var year) -> String.format(Locale.ROOT, "%04d", year.getValue());
            case Period.Between(var from, var to)
            when from.isPresent() && to.isPresent() -> from.get() + "-to-" + to.get();
            case Period.Between(var from, var to) ->
                from.map(day -> "from-" + day)
                        .or(() -> to.map(day -> "to-" + day))
                        .orElse("");
            case Period.Chosen(var first, var last)
            when first.equals(last) -> first.map(Object::toString).orElse("");
            case Period.Chosen(var first, var last) ->
                first.map(Object::toString).orElse("") + "-to-"
                        + last.map(Object::toString).orElse("");
        };
    }

    /// Words as part of a file name: Latin letters in ASCII, other scripts as they are, all else as `-`.
    static String slug(String words, Language language) {
        StringBuilder slug = new StringBuilder();
        Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’‘]", "")
                .codePoints()
                .forEach(c -> slug.append(ascii(c, language)));
        String joined =
                slug.toString().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        return shortened(joined.isEmpty() ? WITHOUT_NAME : joined);
    }

    private static String ascii(int c, Language language) {
        if (c < 0x80 || Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN) {
            return Character.toString(c);
        }
        String special = LATIN.get(c);
        if (language.primary().equals("de") && GERMAN.containsKey(c)) {
            special = GERMAN.get(c);
        }
        return special != null
                ? special
                : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "");
    }

    private static String shortened(String name) {
        String cut = name;
        while (cut.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut.replaceAll("[.-]+$", "");
    }
}
