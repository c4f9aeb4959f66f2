package octavo.email;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import octavo.model.Block;
import octavo.model.Direction;
import octavo.model.Edition;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Outline;
import octavo.model.PlainText;
import octavo.model.Publication;
import octavo.render.theme.Messages;
import octavo.render.theme.Theme;
import octavo.render.xhtml.Presentation;
import octavo.render.xhtml.XhtmlWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/// The HTML of a message: the theme's `email/message.html` filled in, with `email/email.css` moved into it.
final class MailPage {
    /// A logo of a shape this long is the name written out.
    private static final int WORDMARK = 3;

    /// A longer list of sections helps nobody.
    private static final int MOST_SECTIONS = 50;

    private final Edition edition;
    private final Issue issue;
    private final Theme theme;
    private final Messages messages;
    private final MailPresentation presentation;

    MailPage(Edition edition, Theme theme, MailPresentation presentation) {
        this.edition = edition;
        this.issue = edition.issues().getFirst();
        this.theme = theme;
        this.messages = theme.messages(edition.language());
        this.presentation = presentation;
    }

    /// @param excerpt as much of the issue as the message holds
    /// @param unsubscribe address with the mark of the recipient's token
    /// @param greeting the mark of the greeting
    /// @param postal the publisher's address on paper
    /// @param sheets turns a style sheet's text into a sheet
    /// @return with LF
    String html(
            Excerpt excerpt,
            String unsubscribe,
            String greeting,
            Optional<String> postal,
            Function<String, StyleSheet> sheets) {
        Map<String, Object> data = data(excerpt);
        data.put("unsubscribe", unsubscribe);
        data.put("greeting", greeting);
        data.put("postal", postal.orElse(""));
        Document document = Jsoup.parse(theme.render("email/message.html", edition.language(), data));
        document.outputSettings()
                .prettyPrint(false)
                .charset(StandardCharsets.UTF_8)
                .escapeMode(Entities.EscapeMode.base);
        MailMarkup.adapt(document, issue.address().isPresent(), messages, presentation);
        StyleSheet sheet = sheets.apply(theme.render("email/email.css", edition.language(), directions()));
        CssInliner.inline(sheet, document);
        MailMarkup.dropUnusedClasses(document);
        return document.outerHtml().replace("\r", "") + "\n";
    }

    private Map<String, String> directions() {
        boolean rightToLeft = edition.language().direction() == Direction.RTL;
        return Map.of("start", rightToLeft ? "right" : "left", "end", rightToLeft ? "left" : "right");
    }

    private Map<String, Object> data(Excerpt excerpt) {
        Language language = edition.language();
        Publication publication = edition.publication();
        String title = publication.title(language);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("lang", language.tag());
        data.put("dir", dir(language));
        data.put("title", issue.title());
        data.put("publication", title);
        Language spoken = publication.titleLanguage(language);
        data.put("publicationLang", spoken.equals(language) ? "" : spoken.tag());
        data.put("publicationDir", dir(spoken));
        publication.logo().flatMap(presentation::logo).ifPresent(logo -> data.put("logo", logo(logo)));
        data.put("date", issue.date().map(messages::date).orElse(""));
        data.put("preheader", preheader());
        data.put("standfirst", standfirst().orElse(""));
        data.put("address", issue.address().orElse(""));
        data.put("sections", sections());
        data.put("body", XhtmlWriter.blocks(excerpt.body(), presentation, messages));
        data.put("notes", XhtmlWriter.footnotes(excerpt.notes(), presentation, messages));
        excerpt.rest().ifPresent(rest -> data.put("rest", rest(rest)));
        data.put("translations", translations());
        data.put("why", messages.text("why-you-get-this", title));
        data.put(
                "licence",
                publication
                        .licence()
                        .map(licence -> messages.text("licence-is", licence))
                        .orElse(""));
        data.put("publisher", publication.publisher().orElse(""));
        return data;
    }

    private Optional<String> standfirst() {
        return issue.summary()
                .map(String::strip)
                .filter(summary -> !summary.isEmpty() && !summary.equals(issue.title()));
    }

    private static Map<String, Object> logo(Presentation.Shown logo) {
        return Map.of(
                "src", logo.src(),
                "width", logo.width(),
                "height", logo.height(),
                "wordmark", logo.width() >= WORDMARK * logo.height());
    }

    /// What mailboxes show beside the subject: the summary, or the first words.
    private String preheader() {
        String words = standfirst()
                .or(() -> issue.body().stream()
                        .filter(Block.Paragraph.class::isInstance)
                        .map(block -> PlainText.of(((Block.Paragraph) block).content()))
                        .filter(text -> !text.isEmpty())
                        .findFirst())
                .orElse("");
        return Preheader.of(words, edition.language());
    }

    private List<Map<String, String>> sections() {
        return Outline.of(issue.body()).entries().stream()
                .map(Outline.Entry::heading)
                .filter(heading -> !heading.id().isEmpty())
                .map(heading ->
                        Map.of("title", PlainText.of(heading.content()), "href", presentation.page(heading.id())))
                .filter(section -> !section.getOrDefault("title", "").isEmpty())
                .limit(MOST_SECTIONS)
                .toList();
    }

    /// Where reading goes on, and what is there.
    private Map<String, Object> rest(Excerpt.Rest rest) {
        return Map.of(
                "href",
                presentation.page(rest.anchor()),
                "sections",
                rest.sections().stream()
                        .limit(MOST_SECTIONS)
                        .map(section -> Map.of(
                                "title",
                                section.begun()
                                        ? section.title() + " (" + messages.text("continued") + ")"
                                        : section.title(),
                                "href",
                                presentation.page(section.begun() ? rest.anchor() : section.anchor())))
                        .toList());
    }

    private List<Map<String, String>> translations() {
        return issue.translations().stream()
                .filter(other -> other.address().isPresent())
                .map(other -> Map.of(
                        "lang", other.language().tag(),
                        "dir", dir(other.language()),
                        "name", other.language().nativeName(),
                        "href", other.address().orElse("")))
                .toList();
    }

    private static String dir(Language language) {
        return language.direction() == Direction.RTL ? "rtl" : "ltr";
    }
}
