package octavo.reader;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import octavo.model.Language;

/// Where a Hugo site shows its pages.
final class Permalinks {
    private final Site site;
    private final Language mainLanguage;

    Permalinks(Site site, Language mainLanguage) {
        this.site = site;
        this.mainLanguage = mainLanguage;
    }

    /// The path of a page from the site's root, without a slash before it: `de/2024/12/the-letter/`. An absolute
    /// address is returned as it is. Empty where a date is needed and missing.
    Optional<String> path(
            IssueFile file, String title, Optional<LocalDate> date, Optional<String> slug, Optional<String> url) {
        if (url.isPresent()) {
            String given = url.get();
            boolean isFromRoot = given.startsWith("/") || Urls.isAbsolute(given);
            return Optional.of(isFromRoot ? withoutSlash(given) : prefix(file.language()) + given);
        }
        String section = file.folders().isEmpty() ? "/" : file.folders().getFirst();
        String pattern = site.permalinks().get(section.toLowerCase(Locale.ROOT));
        Optional<String> path =
                pattern == null ? Optional.of(plain(file, slug)) : expand(pattern, file, title, date, slug);
        return path.map(p -> prefix(file.language()) + (site.uglyUrls() ? ugly(p) : withSlash(p)));
    }

    private static String plain(IssueFile file, Optional<String> slug) {
        List<String> parts = new ArrayList<>();
        file.folders().forEach(folder -> parts.add(Urls.urlize(folder)));
        parts.add(Urls.urlize(slug.orElse(file.baseName())));
        return String.join("/", parts);
    }

    private static Optional<String> expand(
            String pattern, IssueFile file, String title, Optional<LocalDate> date, Optional<String> slug) {
        StringBuilder path = new StringBuilder();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c != ':') {
                path.append(c);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < pattern.length() && Character.isLetter(pattern.charAt(end))) {
                end++;
            }
            Optional<String> value = value(pattern.substring(i + 1, end), file, title, date, slug);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            path.append(value.get());
            i = end;
        }
        return Optional.of(withoutSlash(path.toString().replace("//", "/")));
    }

    private static Optional<String> value(
            String token, IssueFile file, String title, Optional<LocalDate> date, Optional<String> slug) {
        return switch (token) {
            case "year" -> date.map(d -> String.format(Locale.ROOT, "%04d", d.getYear()));
            case "month" -> date.map(d -> String.format(Locale.ROOT, "%02d", d.getMonthValue()));
            case "monthname" ->
                date.map(d -> d.getMonth()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .toLowerCase(Locale.ROOT));
            case "day" -> date.map(d -> String.format(Locale.ROOT, "%02d", d.getDayOfMonth()));
            case "weekday" -> date.map(d -> String.valueOf(d.getDayOfWeek().getValue() % 7));
            case "weekdayname" ->
                date.map(d -> d.getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .toLowerCase(Locale.ROOT));
            case "yearday" -> date.map(d -> String.valueOf(d.getDayOfYear()));
            case "section" ->
                Optional.of(
                        file.folders().isEmpty()
                                ? ""
                                : Urls.urlize(file.folders().getFirst()));
            case "sections" ->
                Optional.of(String.join(
                        "/", file.folders().stream().map(Urls::urlize).toList()));
            case "title" -> Optional.of(Urls.urlize(title));
            case "slug" -> Optional.of(Urls.urlize(slug.orElse(title)));
            case "filename", "contentbasename" -> Optional.of(Urls.urlize(file.baseName()));
            case "slugorfilename", "slugorcontentbasename" -> Optional.of(Urls.urlize(slug.orElse(file.baseName())));
            default -> Optional.empty();
        };
    }

    private String prefix(Language language) {
        if (language.equals(mainLanguage) && !site.mainLanguageInFolder()) {
            return "";
        }
        return site.languages().stream()
                        .filter(known -> known.language().equals(language))
                        .map(Site.OfLanguage::key)
                        .findFirst()
                        .orElse(language.key())
                + "/";
    }

    private static String withoutSlash(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return path.substring(start);
    }

    private static String withSlash(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    private static String ugly(String path) {
        return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + ".html";
    }
}
