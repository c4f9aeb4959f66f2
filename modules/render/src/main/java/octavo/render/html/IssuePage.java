package octavo.render.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Location;
import octavo.model.Outline;
import octavo.model.Picture;
import octavo.model.Publication;
import octavo.render.theme.Messages;
import octavo.render.xhtml.PictureSources;
import octavo.render.xhtml.Presentation;
import octavo.render.xhtml.XhtmlWriter;

/// What the template `web/issue.html` is given.
record IssuePage(Edition edition, Issue issue, Messages messages, Presentation presentation) {
    /// A page: strings that may be empty, and lists.
    Map<String, Object> data() {
        Publication publication = edition.publication();
        Map<String, Object> data = new HashMap<>();
        data.put("title", issue.title());
        data.put("publication", publication.title(edition.language()));
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
        data.put("description", issue.summary().or(publication::description).orElse(""));
        data.put("summary", issue.summary().orElse(""));
        data.put("authors", messages.list(issue.authors()));
        data.put("covers", issue.covers().map(messages::month).orElse(""));
        data.put("date", issue.date().map(messages::date).orElse(""));
        data.put("isoDate", issue.date().map(Object::toString).orElse(""));
        data.put("address", issue.address().orElse(""));
        data.put("anchor", issue.anchor());
        data.put("translations", translations());
        data.put("sections", sections());
        data.put("cover", cover());
        data.put("body", XhtmlWriter.blocks(issue.body(), presentation, messages));
        data.put("notes", XhtmlWriter.footnotes(issue.footnotes(), presentation, messages));
        return data;
    }

    private List<Map<String, String>> translations() {
        List<Map<String, String>> all = new ArrayList<>();
        for (Issue.Translation other : issue.translations()) {
            other.address()
                    .ifPresent(address -> all.add(Map.of(
                            "address", address,
                            "language", other.language().tag(),
                            "direction", other.language().direction().name().toLowerCase(Locale.ROOT),
                            "name", other.language().nativeName())));
        }
        return all;
    }

    private List<Map<String, String>> sections() {
        return issue.outline().entries().stream()
                .map(Outline.Entry::heading)
                .filter(heading -> !heading.id().isEmpty())
                .map(heading -> Map.of("id", heading.id(), "title", XhtmlWriter.label(heading.content(), messages)))
                .toList();
    }

    /// The picture that stands for the issue, unless its text shows it anyway.
    private String cover() {
        Optional<Picture> cover = issue.cover()
                .filter(picture -> presentation.picture(picture).isPresent())
                .filter(picture -> !PictureSources.of(issue.withCover(Optional.empty()), messages)
                        .contains(picture.source()));
        return cover.map(picture -> XhtmlWriter.blocks(
                        List.of(new Block.Figure(picture, List.of(), List.of(), Optional.empty(), Location.NONE)),
                        presentation,
                        messages))
                .orElse("");
    }
}
