package octavo.delivery.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.delivery.store.Sql;
import octavo.model.Language;

/// Which of an issue's languages somebody gets: their own, else the same without its region or with another, else the
/// first of the fallback order that there is.
///
/// @param languages that there are
/// @param fallback what the others get, in order
record Editions(List<Language> languages, List<Language> fallback) {
    static Editions of(Draft draft) {
        return new Editions(draft.contents().stream().map(Content::language).toList(), draft.fallback());
    }

    /// The language's tag for the subscriber `s`, or an empty text.
    Sql chosen() {
        StringBuilder text = new StringBuilder("CASE");
        List<Object> values = new ArrayList<>();
        for (Language language : languages) {
            text.append(" WHEN s.language = ? THEN ?");
            values.addAll(List.of(language.tag(), language.tag()));
        }
        byPrimary().forEach((primary, language) -> {
            text.append(" WHEN s.language = ? OR s.language LIKE ? THEN ?");
            values.addAll(List.of(primary, primary + "-%", language.tag()));
        });
        text.append(" ELSE ? END");
        values.add(otherwise().map(Language::tag).orElse(""));
        return new Sql(text.toString(), values);
    }

    /// What the readers of `pt` and `pt-AO` get where there is no such edition: the plain one, else the first.
    private Map<String, Language> byPrimary() {
        Map<String, Language> found = new LinkedHashMap<>();
        languages.stream()
                .filter(language -> language.tag().equals(language.primary()))
                .forEach(language -> found.put(language.primary(), language));
        languages.forEach(language -> found.putIfAbsent(language.primary(), language));
        return found;
    }

    private Optional<Language> otherwise() {
        return fallback.stream()
                .flatMap(wanted -> Optional.of(wanted).filter(languages::contains).stream())
                .findFirst()
                .or(() -> fallback.stream()
                        .flatMap(wanted -> Optional.ofNullable(byPrimary().get(wanted.primary())).stream())
                        .findFirst());
    }
}
