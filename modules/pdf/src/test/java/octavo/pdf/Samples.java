package octavo.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import octavo.model.Block;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Edition;
import octavo.model.Footnote;
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
import octavo.render.OutputSink;
import octavo.render.RenderContext;
import octavo.render.picture.PictureSpec;
import octavo.render.picture.Pictures;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Theme;
import octavo.render.theme.ThemeFiles;

/// Editions made by hand, and a run of the renderer that keeps what comes out.
final class Samples {
    private Samples() {}

    /// What a run made and said.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Made(byte[] pdf, List<Diagnostic> diagnostics) {}

    static Made render(Edition edition) {
        return render(edition, Map.of(), new NoPictures());
    }

    static Made render(Edition edition, Map<String, String> options, Pictures pictures) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Map<String, byte[]> files = files(edition, context(options, pictures, diagnostics::add));
        return new Made(Objects.requireNonNull(files.get(edition.fileName("pdf"))), diagnostics);
    }

    /// All files of a run, by name.
    static Map<String, byte[]> files(Edition edition, RenderContext context) {
        Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();
        OutputSink sink = new OutputSink() {
            @Override
            public OutputStream file(String name, MediaType type) {
                return files.computeIfAbsent(name, key -> new ByteArrayOutputStream());
            }
        };
        try {
            new PdfRenderer().render(edition, context, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> written = new LinkedHashMap<>();
        files.forEach((name, file) -> written.put(name, file.toByteArray()));
        return written;
    }

    static RenderContext context(Map<String, String> options, Pictures pictures, Diagnostics diagnostics) {
        return new RenderContext(new Theme(new ThemeFiles(List.of())), pictures, diagnostics, options);
    }

    static Edition compilation(Language language, Issue... issues) {
        return edition(Edition.Kind.COMPILATION, language, List.of(issues), List.of());
    }

    static Edition single(Issue issue) {
        return edition(Edition.Kind.SINGLE, issue.language(), List.of(issue), List.of());
    }

    static Edition edition(
            Edition.Kind kind, Language language, List<Issue> issues, List<Edition.BackMatter> backMatter) {
        Publication publication = new Publication(
                "The Harbour Letter",
                Map.of(),
                Optional.of("News from the quay & the <sheds>"),
                Optional.of("Harbour Society"),
                Optional.of("CC-BY-4.0"),
                Optional.of("https://harbour.example/"),
                Optional.empty(),
                Language.ENGLISH);
        return new Edition(
                kind,
                publication,
                "the-harbour-letter-2025",
                kind == Edition.Kind.SINGLE ? issues.getFirst().title() : publication.title(),
                language,
                new Period.OfYear(Year.of(2025)),
                issues,
                backMatter,
                Optional.of(Instant.parse("2025-06-01T10:15:30Z")));
    }

    static Issue issue(String anchor, String title, Block... body) {
        return issue(Language.ENGLISH, anchor, title, List.of(body), List.of());
    }

    static Issue issue(Language language, String anchor, String title, List<Block> body, List<Footnote> footnotes) {
        return new Issue(
                new IssueId("letters/" + anchor),
                anchor,
                language,
                Optional.of(LocalDate.of(2025, 5, 1)),
                Optional.empty(),
                Optional.empty(),
                title,
                Optional.of("What happened in " + title),
                List.of("Ada", "Brian"),
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                body,
                footnotes,
                Location.of("content/" + anchor + ".md"));
    }

    static Block heading(int level, String id, String text) {
        return new Block.Heading(level, id, text(text), Location.NONE);
    }

    static Block paragraph(String text) {
        return new Block.Paragraph(text(text), Location.NONE);
    }

    static Block paragraph(Inline... content) {
        return new Block.Paragraph(List.of(content), Location.NONE);
    }

    static Inline link(String text, String address) {
        return new Inline.Link(new Target.Web(address), Optional.empty(), text(text), Location.NONE);
    }

    static Inline internal(String text, String anchor) {
        return new Inline.Link(new Target.Internal(anchor), Optional.empty(), text(text), Location.NONE);
    }

    static Block bullets(List<Inline> first, List<Inline> second) {
        return new Block.BulletList(true, List.of(item(first), item(second)), Location.NONE);
    }

    private static Block.Item item(List<Inline> content) {
        return new Block.Item(Optional.empty(), List.of(new Block.Paragraph(content, Location.NONE)), Location.NONE);
    }

    static Picture picture(String name, String alt) {
        return new Picture(
                new Picture.Source.Local(name, "/" + name),
                alt,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Location.NONE);
    }

    static List<Inline> text(String text) {
        return List.of(new Inline.Text(text));
    }

    /// An archive without pictures.
    static final class NoPictures implements Pictures {
        @Override
        public Map<Picture.Source, PreparedPicture> prepare(
                java.util.Collection<Picture.Source> sources, PictureSpec spec) {
            Map<Picture.Source, PreparedPicture> none = new HashMap<>();
            sources.forEach(source -> none.put(source, new PreparedPicture.Unavailable("none")));
            return none;
        }
    }
}
