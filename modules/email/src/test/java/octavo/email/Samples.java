package octavo.email;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import octavo.model.Block;
import octavo.model.Diagnostic;
import octavo.model.Edition;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Period;
import octavo.model.Picture;
import octavo.model.Publication;
import octavo.model.Target;
import octavo.render.MediaType;
import octavo.render.RenderContext;
import octavo.render.picture.PictureSpec;
import octavo.render.picture.Pictures;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Theme;
import octavo.render.theme.ThemeFiles;

/// Issues made by hand, and what is needed to render them without an archive.
final class Samples {
    static final Location HERE = new Location("content/one.md", 3, 1);
    static final Theme THEME = new Theme(new ThemeFiles(List.of()));

    static final Map<String, String> OPTIONS = Map.of(
            "from", "The Letter <letter@news.example>",
            "list-id", "letter.news.example",
            "unsubscribe", "https://lists.news.example/u/{token}",
            "unsubscribe-mailto", "letter-leave@news.example");

    /// One for all tests, as in a run: it keeps style sheets, which are slow to parse.
    private static final EmailRenderer RENDERER = new EmailRenderer();

    private Samples() {}

    /// What a test changes of the issue, with everything else as in an everyday one.
    record Draft(Language language, String title, String summary, List<Block> body) {
        Draft titled(String newTitle) {
            return new Draft(language, newTitle, summary, body);
        }

        Draft with(Block... blocks) {
            List<Block> longer = new ArrayList<>(body);
            longer.addAll(List.of(blocks));
            return new Draft(language, title, summary, longer);
        }
    }

    static Draft english() {
        return new Draft(
                Language.ENGLISH,
                "The letter of May",
                "What grew in May.",
                List.of(
                        heading("Garden", "garden"),
                        paragraph("Roses — and “weeds”."),
                        heading("Kitchen", "kitchen"),
                        new Block.BulletList(
                                true,
                                List.of(item(link("Soup", "https://soup.example/a?b=1&c=2"), text(" is hot."))),
                                HERE)));
    }

    static Draft japanese() {
        String words = "港の便りをお届けします。今月は庭の話です。".repeat(8);
        return new Draft(
                new Language("ja"),
                "五月の便り",
                words.substring(0, 20),
                List.of(heading("庭", "niwa"), paragraph(words), heading("台所", "daidokoro"), paragraph(words)));
    }

    static Draft arabic() {
        return new Draft(
                new Language("ar"),
                "رسالة أيار",
                "ما نما في أيار.",
                List.of(heading("الحديقة", "garden"), paragraph("ورود كثيرة."), heading("المطبخ", "kitchen")));
    }

    static Edition edition(Draft draft) {
        return edition(draft, "The Letter");
    }

    static Edition edition(Draft draft, String publicationTitle) {
        return edition(draft, publicationTitle, Optional.of(LocalDate.of(2025, 5, 5)));
    }

    static Edition edition(Draft draft, String publicationTitle, Optional<LocalDate> date) {
        Issue issue = new Issue(
                new IssueId("letter/2025-05-05"),
                "issue-2025-05-05",
                draft.language(),
                date,
                Optional.empty(),
                Optional.empty(),
                draft.title(),
                Optional.of(draft.summary()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.of("https://news.example/2025/05/letter/"),
                List.of(),
                Optional.empty(),
                List.of(new Issue.Translation(
                        new Language("de"), "Der Mai", Optional.of("https://news.example/de/2025/05/letter/"))),
                draft.body(),
                List.of(),
                HERE);
        Publication publication = new Publication(
                publicationTitle,
                Map.of(),
                Optional.empty(),
                Optional.of("Letter Society"),
                Optional.of("CC-BY-4.0"),
                Optional.of("https://news.example/"),
                Optional.empty(),
                Language.ENGLISH);
        return new Edition(
                Edition.Kind.SINGLE,
                publication,
                "2025-05-05",
                draft.title(),
                draft.language(),
                new Period.Chosen(issue.date(), issue.date()),
                List.of(issue),
                List.of(),
                Optional.empty());
    }

    /// The same with another issue, which is on the web at an address.
    static Edition edition(Edition edition, Issue issue, Optional<String> address) {
        Issue placed = new Issue(
                issue.id(),
                issue.anchor(),
                issue.language(),
                issue.date(),
                issue.modified(),
                issue.covers(),
                issue.title(),
                issue.summary(),
                issue.authors(),
                issue.contributors(),
                issue.categories(),
                issue.tags(),
                issue.draft(),
                address,
                issue.aliases(),
                issue.cover(),
                issue.translations(),
                issue.body(),
                issue.footnotes(),
                issue.origin());
        return new Edition(
                edition.kind(),
                edition.publication(),
                edition.name(),
                edition.title(),
                edition.language(),
                edition.period(),
                List.of(placed),
                List.of(),
                edition.modified());
    }

    static byte[] message(Draft draft) {
        return message(draft, OPTIONS, new ArrayList<>());
    }

    static byte[] message(Draft draft, Map<String, String> options, List<Diagnostic> diagnostics) {
        return template(draft, options, diagnostics).forRecipient(Recipient.STAND_IN);
    }

    static MessageTemplate template(Draft draft, Map<String, String> options, List<Diagnostic> diagnostics) {
        return template(edition(draft), options, diagnostics);
    }

    static MessageTemplate template(Edition edition, Map<String, String> options, List<Diagnostic> diagnostics) {
        RenderContext context = new RenderContext(THEME, new FakePictures(), diagnostics::add, options);
        return RENDERER.template(edition, context);
    }

    static Map<String, byte[]> rendered(Draft draft) throws java.io.IOException {
        Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
        RenderContext context = new RenderContext(THEME, new FakePictures(), _ -> {}, OPTIONS);
        new EmailRenderer()
                .render(
                        edition(draft),
                        context,
                        (name, _) -> files.computeIfAbsent(name, _ -> new ByteArrayOutputStream()));
        Map<String, byte[]> contents = new LinkedHashMap<>();
        files.forEach((name, out) -> contents.put(name, out.toByteArray()));
        return contents;
    }

    static Block.Heading heading(String words, String id) {
        return new Block.Heading(2, id, List.of(text(words)), HERE);
    }

    static Block.Paragraph paragraph(String words) {
        return new Block.Paragraph(List.of(text(words)), HERE);
    }

    static Inline.Text text(String words) {
        return new Inline.Text(words);
    }

    static Inline.Link link(String words, String address) {
        return new Inline.Link(new Target.Web(address), Optional.empty(), List.of(text(words)), HERE);
    }

    static Block.Item item(Inline... inlines) {
        return new Block.Item(Optional.empty(), List.of(new Block.Paragraph(List.of(inlines), HERE)), HERE);
    }

    /// A figure of a local picture; [FakePictures] takes its kind from the ending.
    static Block.Figure figure(String file, String caption) {
        Picture picture = new Picture(
                new Picture.Source.Local("static/" + file, "https://news.example/" + file),
                "A picture",
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                HERE);
        return new Block.Figure(picture, List.of(), List.of(text(caption)), Optional.empty(), HERE);
    }

    /// Local pictures of 1200 by 600 pixels, kept where the output takes their kind, else “converted” to PNG.
    static final class FakePictures implements Pictures {
        @Override
        public Map<Picture.Source, PreparedPicture> prepare(
                java.util.Collection<Picture.Source> sources, PictureSpec spec) {
            Map<Picture.Source, PreparedPicture> prepared = new HashMap<>();
            for (Picture.Source source : sources) {
                prepared.put(
                        source,
                        source instanceof Picture.Source.Local local
                                ? ready(local, spec)
                                : new PreparedPicture.Unavailable("remote"));
            }
            return prepared;
        }

        private static PreparedPicture ready(Picture.Source.Local local, PictureSpec spec) {
            MediaType kind = local.path().endsWith(".svg") ? MediaType.SVG : MediaType.JPEG;
            MediaType type = spec.types().contains(kind) ? kind : MediaType.PNG;
            byte[] bytes = local.path().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return new PreparedPicture.Ready(
                    type, bytes, 1200, 600, 1200, 600, false, false, Hashes.hex(64, local.path(), type.value()));
        }
    }
}
