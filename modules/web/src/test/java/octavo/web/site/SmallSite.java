package octavo.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import octavo.model.Block;
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
import octavo.render.RenderContext;
import octavo.render.Run;
import octavo.render.picture.Hashes;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Theme;
import octavo.render.theme.ThemeFiles;

/// A letter with few issues, and the site that is made of it, in memory.
final class SmallSite {
    static final Language ARABIC = new Language("ar");

    static final Publication LETTER = new Publication(
            "The Harbour Letter",
            Map.of(),
            Optional.of("News from a small harbour."),
            Optional.of("Harbour Association"),
            Optional.of("CC-BY-SA-4.0"),
            Optional.of("https://harbour.example/"),
            Optional.empty(),
            Language.ENGLISH);

    private final List<Edition> editions = new ArrayList<>();
    private final Map<String, byte[]> written = new TreeMap<>();

    /// An issue; its name is that of its file.
    SmallSite with(String name, Language language, String date, String title, Block... body) {
        boolean dated = !date.isEmpty();
        Issue issue = new Issue(
                new IssueId("letters/" + name),
                "top",
                language,
                dated ? Optional.of(LocalDate.parse(date)) : Optional.empty(),
                name.equals("ice") ? Optional.of(Instant.parse("2025-01-20T08:30:00Z")) : Optional.empty(),
                Optional.empty(),
                title,
                dated ? Optional.of("What happened until " + date + ".") : Optional.empty(),
                dated ? List.of("Ada & Ben") : List.of(),
                List.of(),
                List.of(),
                List.of("harbour"),
                false,
                dated ? Optional.of(address(name, language)) : Optional.empty(),
                List.of(),
                Optional.empty(),
                translations(name, language),
                List.of(body),
                name.equals("ice")
                        ? List.of(new Footnote("fn-1", 1, List.of(words("On foot.")), Location.NONE))
                        : List.of(),
                Location.NONE);
        editions.add(new Edition(
                Edition.Kind.SINGLE,
                LETTER,
                name,
                title,
                language,
                new Period.Chosen(issue.date(), issue.date()),
                List.of(issue),
                List.of(),
                Optional.empty()));
        return this;
    }

    static String address(String name, Language language) {
        return "https://harbour.example/" + (language.equals(Language.ENGLISH) ? "" : language.key() + "/") + name
                + "/";
    }

    private static List<Issue.Translation> translations(String name, Language language) {
        Language other = language.equals(ARABIC) ? Language.ENGLISH : ARABIC;
        return name.equals("ice")
                ? List.of(new Issue.Translation(other, "", Optional.of(address(name, other))))
                : List.of();
    }

    /// The letter of the golden files: three issues, one of them in two languages and one without date and title.
    static SmallSite usual() {
        return new SmallSite()
                .with("someday", Language.ENGLISH, "", "", words("Nobody knows when."))
                .with(
                        "launch",
                        Language.ENGLISH,
                        "2024-12-05",
                        "The <launch> & \"after\"",
                        heading("band", "The band"),
                        words("It played."))
                .with(
                        "ice",
                        Language.ENGLISH,
                        "2025-01-09",
                        "The ice",
                        new Block.Paragraph(
                                List.of(
                                        new Inline.Text("The ferry stays in"),
                                        new Inline.NoteReference("fn-1", 1, 1, Location.NONE),
                                        new Inline.Text(", as "),
                                        link(address("launch", Language.ENGLISH) + "#band", "the band"),
                                        new Inline.Text(" knows, and "),
                                        link("https://ferry.example/", "the captain"),
                                        new Inline.Text(".")),
                                Location.NONE),
                        new Block.Figure(
                                Picture.of(new Picture.Source.Local("ice.svg", "/ice.svg"), "Ice floes", Location.NONE),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                Location.NONE))
                .with("ice", ARABIC, "2025-01-09", "الجليد", words("العبّارة في المرفأ."));
    }

    static Block words(String text) {
        return new Block.Paragraph(List.of(new Inline.Text(text)), Location.NONE);
    }

    static Block heading(String id, String text) {
        return new Block.Heading(2, id, List.of(new Inline.Text(text)), Location.NONE);
    }

    static Inline link(String address, String text) {
        return new Inline.Link(
                new Target.Web(address), Optional.empty(), List.of(new Inline.Text(text)), Location.NONE);
    }

    /// Makes the site.
    ///
    /// @return its files by their names in the folder `web`
    Map<String, byte[]> published(Map<String, String> options) throws IOException {
        RenderContext context = new RenderContext(
                new Theme(new ThemeFiles(List.of())),
                (sources, _) -> {
                    Map<Picture.Source, PreparedPicture> ready = new LinkedHashMap<>();
                    sources.forEach(source -> ready.put(source, drawing(source)));
                    return ready;
                },
                diagnostic -> {
                    throw new AssertionError(diagnostic);
                },
                options);
        new WebPublisher().publish(new Run(editions, List.of()), context, (name, _) -> kept(name));
        return written;
    }

    private static PreparedPicture drawing(Picture.Source source) {
        byte[] svg = ("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>" + source.address() + "</title></svg>")
                .getBytes(StandardCharsets.UTF_8);
        return new PreparedPicture.Ready(MediaType.SVG, svg, 640, 240, 640, 240, false, false, Hashes.of(svg));
    }

    private OutputStream kept(String name) {
        assertThat(name).startsWith("web/");
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                assertThat(written.put(name.substring("web/".length()), toByteArray()))
                        .as(name)
                        .isNull();
            }
        };
    }
}
