package octavo.epub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import octavo.model.Contributor;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Period;
import octavo.model.Publication;
import octavo.render.theme.Messages;

/// What a book says about itself, all of it from the edition.
///
/// @param identifier a URN that stays the same as long as the publication and the selection do
/// @param title tells the book from its siblings on a shelf: a compilation's names its period
/// @param authors of a single issue; nobody is the author of a compilation
/// @param responsible who answers for a book that has no author: the publisher, or the publication itself
/// @param contributors who else had a part in it, by name, each with all his roles
/// @param seriesPosition the year of a book of a year
/// @param printed the file of the printed edition whose page numbers the book has
/// @param vertical whether lines run from top to bottom
/// @param modified whole seconds within what a zip file can hold
record BookMetadata(
        String identifier,
        String title,
        Language language,
        List<String> authors,
        Optional<String> responsible,
        Map<String, List<Contributor.Role>> contributors,
        String series,
        OptionalInt seriesPosition,
        List<String> subjects,
        Optional<String> description,
        Optional<String> publisher,
        Optional<String> rights,
        Optional<String> source,
        Optional<LocalDate> date,
        Instant modified,
        Accessibility accessibility,
        Optional<Conformance> conformance,
        Optional<String> printed,
        boolean vertical) {

    /// A standard of accessibility that the owner says the book meets.
    ///
    /// @param standard in the words that the standard asks for
    /// @param by who examined the book
    record Conformance(String standard, String by) {}

    /// Languages that are written downwards as well.
    private static final Set<String> VERTICAL = Set.of("ja", "zh", "ko");

    private static final Instant FIRST_IN_ZIP = Instant.parse("1980-01-01T12:00:00Z");
    private static final Instant LAST_IN_ZIP = Instant.parse("2099-12-31T23:59:58Z");

    static BookMetadata of(Edition edition, Accessibility accessibility, EpubOptions options, Messages messages) {
        Publication publication = edition.publication();
        boolean single =
                edition.kind() == Edition.Kind.SINGLE && edition.issues().size() == 1;
        List<String> people = distinct(edition.issues().stream().flatMap(issue -> issue.authors().stream()));
        Optional<String> publisher = publication.publisher().filter(name -> !name.isBlank());
        Optional<String> responsible = publisher.or(
                () -> Optional.of(publication.title(edition.language())).filter(name -> !name.isBlank()));
        Optional<String> summary = single ? edition.issues().getFirst().summary() : Optional.empty();
        return new BookMetadata(
                publication.urn(edition.fileName("epub")),
                title(edition, messages),
                edition.language(),
                single ? people : List.of(),
                single && !people.isEmpty() ? Optional.empty() : responsible,
                contributors(edition, single ? people : responsible.stream().toList()),
                publication.title(edition.language()),
                edition.period() instanceof Period.OfYear(var year)
                        ? OptionalInt.of(year.getValue())
                        : OptionalInt.empty(),
                distinct(edition.issues().stream()
                        .flatMap(issue -> Stream.concat(issue.categories().stream(), issue.tags().stream()))),
                summary.or(publication::description).filter(text -> !text.isBlank()),
                publisher,
                publication.licence().filter(text -> !text.isBlank()),
                source(edition, single),
                lastDate(edition),
                modified(edition),
                accessibility,
                options.conformsTo()
                        .map(standard -> new Conformance(
                                standard,
                                options.certifiedBy().or(() -> responsible).orElse(title(edition, messages)))),
                Optional.of(edition.fileName("pdf")).filter(_ -> accessibility.pages()),
                options.vertical() && VERTICAL.contains(edition.language().primary()));
    }

    /// The words of a title page and a cover: a single issue's own title, or the publication's and the
    /// period.
    static String title(Edition edition, Messages messages) {
        String title = Titles.of(edition);
        String period = edition.kind() == Edition.Kind.SINGLE ? "" : messages.period(edition.period());
        if (period.isEmpty() || title.contains(period)) {
            return title;
        }
        return edition.period() instanceof Period.OfYear ? title + " " + period : title + " (" + period + ")";
    }

    private static Optional<String> source(Edition edition, boolean single) {
        Optional<String> address = single
                ? edition.issues().getFirst().address()
                : edition.publication().home();
        return address.filter(LinkRules::isValid);
    }

    private static Optional<LocalDate> lastDate(Edition edition) {
        return edition.issues().stream()
                .map(Issue::date)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    /// Where the input tells no time at all, the beginning of zip's own: any fixed moment will do, and no
    /// clock.
    private static Instant modified(Edition edition) {
        Instant modified = edition.modified()
                .or(() -> lastDate(edition).map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC)))
                .orElse(FIRST_IN_ZIP)
                .truncatedTo(ChronoUnit.SECONDS);
        if (modified.isBefore(FIRST_IN_ZIP)) {
            return FIRST_IN_ZIP;
        }
        return modified.isAfter(LAST_IN_ZIP) ? LAST_IN_ZIP : modified;
    }

    /// @param creators who are not named once more for having written it
    private static Map<String, List<Contributor.Role>> contributors(Edition edition, List<String> creators) {
        Map<String, List<Contributor.Role>> contributors = new LinkedHashMap<>();
        edition.contributors().stream()
                .filter(one -> one.role() != Contributor.Role.AUTHOR || !creators.contains(one.name()))
                .forEach(one -> contributors
                        .computeIfAbsent(one.name(), _ -> new ArrayList<>())
                        .add(one.role()));
        return contributors;
    }

    private static List<String> distinct(Stream<String> names) {
        List<String> all = new ArrayList<>();
        names.map(String::strip)
                .filter(name -> !name.isEmpty() && !all.contains(name))
                .forEach(all::add);
        return all;
    }
}
