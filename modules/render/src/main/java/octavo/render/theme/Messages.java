package octavo.render.theme;

import java.text.ListFormat;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import octavo.model.Language;
import octavo.model.OctavoException;
import octavo.model.Period;

/// The words that an output adds to the author's, in one language, and that language's forms of dates (CLDR).
///
/// Digits are the European ones in every language, as page numbers and addresses have them too.
public final class Messages {
    private final Language language;
    private final Locale locale;
    private final Map<String, String> texts;

    Messages(Language language, Map<String, String> texts) {
        this.language = language;
        this.locale = locale(language);
        this.texts = Map.copyOf(texts);
    }

    public Language language() {
        return language;
    }

    /// All words as they stand, places for values included.
    Map<String, String> texts() {
        return texts;
    }

    /// @throws IllegalArgumentException for a key that no language has: a template's mistake
    public String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no message has the key " + key);
        }
        return text;
    }

    /// A text with places for values, in the syntax of [MessageFormat]. A year is handed over as text: numbers are
    /// grouped.
    ///
    /// @throws OctavoException where a theme's own text is no such pattern
    public String text(String key, Object... values) {
        try {
            return new MessageFormat(text(key), locale).format(values);
        } catch (IllegalArgumentException e) {
            throw new OctavoException(
                    "The theme's word \"" + key + "\" for the language " + language
                            + " is no pattern of MessageFormat: " + e.getMessage(),
                    e);
        }
    }

    /// A day in the language's own long form: `5 February 2024`, `5. Februar 2024`, `2024年2月5日`.
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    /// A day in the language's own short words: `5 Feb`, `5. Feb.`, `2月5日`; with its year `5 Feb 2024`.
    public String shortDate(LocalDate date, boolean withYear) {
        return new DateTimeFormatterBuilder()
                .appendLocalized(withYear ? "yMMMd" : "MMMd")
                .toFormatter(locale)
                .format(date);
    }

    /// A month in the language's own form: `February 2024`, `Februar 2024`, `2024年2月`.
    public String month(YearMonth month) {
        return new DateTimeFormatterBuilder()
                .appendLocalized("yMMMM")
                .toFormatter(locale)
                .format(month);
    }

    /// Names and the like, joined as the language does: `Ada, Ben and Chi`, `Ada, Ben und Chi`, `Ada、Ben、Chi`.
    public String list(List<String> items) {
        return items.isEmpty()
                ? ""
                : ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(items);
    }

    /// The period in words: `2024`, `5 February 2024 – 5 May 2024`; empty for issues without dates.
    public String period(Period period) {
        return switch (period) {
            case Period.OfYear year -> year.year().toString();
            case Period.Between(var from, var to) -> {
                if (from.isPresent() && to.isPresent()) {
                    yield span(from.get(), to.get());
                }
                yield from.map(day -> text("period.from", date(day)))
                        .or(() -> to.map(day -> text("period.to", date(day))))
                        .orElse("");
            }
            case Period.Chosen(var first, var last) ->
                first.isPresent() && last.isPresent() ? span(first.get(), last.get()) : "";
        };
    }

    private String span(LocalDate from, LocalDate to) {
        return from.equals(to) ? date(from) : text("period.span", date(from), date(to));
    }

    /// English where a language has no region of its own is British: an international newsletter counts days first.
    private static Locale locale(Language language) {
        Locale locale = language.tag().equals("en") ? Locale.UK : language.locale();
        return new Locale.Builder()
                .setLocale(locale)
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
    }
}
