package octavo.render.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Outline;
import octavo.model.Picture;
import octavo.model.Publication;
import octavo.render.MediaType;
import octavo.render.picture.PictureSpec;
import octavo.render.theme.Messages;
import octavo.render.xhtml.PictureSources;
import octavo.render.xhtml.Presentation;
import octavo.render.xhtml.XhtmlWriter;

/// What the template `web/issue.html` is given, for an edition of one issue.
public record IssuePage(Edition edition, Messages messages, Presentation presentation) {
    public static final String TEMPLATE = "web/issue.html";

    /// Sharp in a column of 640 CSS pixels on a screen with twice as many.
    private static final int WIDEST = 1280;

    /// What every browser shows in an `img`; a picture inside one runs no script.
    public static final PictureSpec PICTURES = new PictureSpec(
            Set.of(MediaType.PNG, MediaType.JPEG, MediaType.GIF, MediaType.WEBP, MediaType.SVG),
            WIDEST,
            2 * WIDEST,
            Long.MAX_VALUE,
            PictureSpec.FIDELITY,
            false,
            PictureSpec.Animation.KEEP);

    /// The pictures that the page of an edition shows.
    public static Set<Picture.Source> pictures(Edition edition, Messages messages) {
        Set<Picture.Source> sources =
                new LinkedHashSet<>(PictureSources.of(edition.issues().getFirst(), messages));
        edition.publication().logo().map(Picture::source).ifPresent(sources::add);
        return sources;
    }

    /// What to call an issue, also one without a title: by its date, else as its file.
    public static String heading(Edition edition, Messages messages) {
        Issue issue = edition.issues().getFirst();
        return issue.title().isBlank()
                ? issue.date()
                        .map(date -> messages.text("issue-of", messages.date(date)))
                        .orElse(edition.name())
                : issue.title();
    }

    /// What pages of a publication in a language have in common: strings that may be empty.
    public static Map<String, Object> common(Publication publication, Language language, Presentation presentation) {
        Map<String, Object> data = new HashMap<>();
        Language spoken = publication.titleLanguage(language);
        data.put("publication", publication.title(language));
        data.put("publicationLanguage", spoken.equals(language) ? "" : spoken.tag());
        data.put("publicationDirection", direction(spoken));
        data.put("home", publication.home().orElse(""));
        data.put(
                "logo",
                publication
                        .logo()
                        .flatMap(presentation::picture)
                        .map(Presentation.Shown::src)
                        .orElse(""));
        data.put("publisher", publication.publisher().orElse(""));
        data.put("licence", publication.licence().orElse(""));
        return data;
    }

    /// A page: strings that may be empty, and lists.
    public Map<String, Object> data() {
        Issue issue = issue();
        Map<String, Object> data = common(edition.publication(), edition.language(), presentation);
        data.put("title", heading(edition, messages));
        data.put(
                "description",
                issue.summary().or(() -> edition.publication().description()).orElse(""));
        data.put("summary", issue.summary().orElse(""));
        data.put("authors", messages.list(issue.authors()));
        data.put("covers", issue.covers().map(messages::month).orElse(""));
        data.put("date", issue.date().map(messages::date).orElse(""));
        data.put("isoDate", issue.date().map(Object::toString).orElse(""));
        data.put("address", issue.address().orElse(""));
        data.put("canonical", issue.address().orElse(""));
        data.put("anchor", issue.anchor());
        data.put("translations", translations());
        data.put("sections", sections());
        data.put("cover", cover());
        data.put("body", XhtmlWriter.blocks(issue.body(), presentation, messages));
        data.put("notes", XhtmlWriter.footnotes(issue.footnotes(), presentation, messages));
        return data;
    }

    /// A link to a page in another language.
    public static Map<String, String> translation(Language language, String address) {
        return Map.of(
                "address", address,
                "language", language.tag(),
                "direction", direction(language),
                "name", language.nativeName());
    }

    /// As the attribute `dir` has it.
    public static String direction(Language language) {
        return language.direction().name().toLowerCase(Locale.ROOT);
    }

    private Issue issue() {
        return edition.issues().getFirst();
    }

    private List<Map<String, String>> translations() {
        List<Map<String, String>> all = new ArrayList<>();
        for (Issue.Translation other : issue().translations()) {
            other.address().ifPresent(address -> all.add(translation(other.language(), address)));
        }
        return all;
    }

    private List<Map<String, String>> sections() {
        return issue().outline().entries().stream()
                .map(Outline.Entry::heading)
                .filter(heading -> !heading.id().isEmpty())
                .map(heading -> Map.of("id", heading.id(), "title", XhtmlWriter.label(heading.content(), messages)))
                .toList();
    }

    /// The picture that stands for the issue, unless its text shows it anyway.
    private String cover() {
        Optional<Picture> cover = issue().cover()
                .filter(picture -> presentation.picture(picture).isPresent())
                .filter(picture -> !PictureSources.of(issue().withCover(Optional.empty()), messages)
                        .contains(picture.source()));
        return cover.map(picture -> XhtmlWriter.blocks(
                        List.of(new Block.Figure(picture, List.of(), List.of(), Optional.empty(), Location.NONE)),
                        presentation,
                        messages))
                .orElse("");
    }
}
