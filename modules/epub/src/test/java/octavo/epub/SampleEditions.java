package octavo.epub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import octavo.model.Block;
import octavo.model.Contributor;
import octavo.model.Edition;
import octavo.model.Footnote;
import octavo.model.IndexEntry;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Period;
import octavo.model.Picture;
import octavo.model.Publication;
import octavo.model.Target;

/// Editions as compiling would make them, written by hand.
final class SampleEditions {
    static final Location HERE = new Location("content/letter.md", 7, 1);

    private SampleEditions() {}

    /// A year with every kind of block and inline in it.
    static Edition year() {
        Language english = Language.ENGLISH;
        Issue january = issue("letters/2025-01", "january", english, "The Harbour Letter, January", bodyOfAll("jan"))
                .withBody(
                        bodyOfAll("jan"),
                        List.of(
                                new Footnote(
                                        "jan-fn-1", 1, List.of(words("A note with "), link("#jan-h2", "a link")), HERE),
                                new Footnote("jan-fn-2", 2, List.of(words("Another.")), HERE)));
        Issue february = issue(
                "letters/2025-02",
                "february",
                english,
                "February: <Tides> & \"quotes\"",
                List.of(
                        heading(2, "feb-h1", "News"),
                        new Block.Paragraph(
                                List.of(
                                        text("See "),
                                        new Inline.Link(
                                                new Target.Internal("january"),
                                                Optional.empty(),
                                                List.of(text("January")),
                                                HERE),
                                        text(" and "),
                                        new Inline.Link(
                                                new Target.Internal("jan-h2"),
                                                Optional.of("a \"title\""),
                                                List.of(text("a section")),
                                                HERE),
                                        text(" and "),
                                        new Inline.Link(
                                                new Target.Dead("#gone"),
                                                Optional.empty(),
                                                List.of(text("nothing")),
                                                HERE)),
                                HERE),
                        figure(
                                new Picture.Source.Local("static/harbour.png", "https://example.org/harbour.png"),
                                "The harbour"),
                        heading(3, "feb-h2", "Item"),
                        words("Words.")));
        return edition(
                Edition.Kind.COMPILATION,
                "the-harbour-letter-2025",
                "The Harbour Letter",
                english,
                List.of(january, february));
    }

    /// Two issues of different years that both link a name, with people of several roles.
    static Edition collected() {
        Inline.Link first = webLink("https://dinghy.example/", "Dinghy");
        Inline.Link second = webLink("https://dinghy.example/news", "Dinghy");
        Issue old = issue(
                LocalDate.of(2024, 2, 5),
                "letters/2024-12",
                "december",
                Language.ENGLISH,
                "December",
                List.of(heading(2, "dec-h1", "News"), new Block.Paragraph(List.of(first), HERE)));
        Issue young = issue(
                LocalDate.of(2025, 2, 5),
                "letters/2025-01",
                "january",
                Language.ENGLISH,
                "January",
                List.of(heading(2, "jan-h1", "News"), new Block.Paragraph(List.of(second), HERE)));
        Edition edition = edition(Edition.Kind.COMPILATION, "letter", "Letter", Language.ENGLISH, List.of(old, young));
        return new Edition(
                edition.kind(),
                edition.publication(),
                edition.name(),
                edition.title(),
                edition.language(),
                new Period.Chosen(old.date(), young.date()),
                edition.issues(),
                edition.backMatter(),
                List.of(new IndexEntry(
                        "Dinghy",
                        "D",
                        List.of(
                                new IndexEntry.Occurrence("december", first),
                                new IndexEntry.Occurrence("january", second)))),
                List.of(
                        new Contributor("Ada Quay", Contributor.Role.AUTHOR),
                        new Contributor("Ada Quay", Contributor.Role.EDITOR),
                        new Contributor("Britta Kai", Contributor.Role.TRANSLATOR)),
                edition.modified());
    }

    static Edition single(Language language, String title, List<Block> body) {
        return edition(
                Edition.Kind.SINGLE,
                "letter",
                title,
                language,
                List.of(issue("letters/one", "one", language, title, body)));
    }

    static Edition edition(Edition.Kind kind, String name, String title, Language language, List<Issue> issues) {
        Edition.BackMatter licence = new Edition.BackMatter(
                heading(1, "licence", "Licence"), List.of(words("Free to share.")), List.of(), "january");
        return new Edition(
                kind,
                publication(),
                name,
                title,
                language,
                kind == Edition.Kind.COMPILATION
                        ? new Period.OfYear(Year.of(2025))
                        : new Period.Chosen(Optional.empty(), Optional.empty()),
                issues,
                kind == Edition.Kind.COMPILATION ? List.of(licence) : List.of(),
                Optional.of(Instant.parse("2025-12-05T10:20:31.5Z")));
    }

    static Issue issue(String id, String anchor, Language language, String title, List<Block> body) {
        return issue(LocalDate.of(2025, 2, 5), id, anchor, language, title, body);
    }

    private static Issue issue(
            LocalDate date, String id, String anchor, Language language, String title, List<Block> body) {
        return new Issue(
                new IssueId(id),
                anchor,
                language,
                Optional.of(date),
                Optional.empty(),
                Optional.empty(),
                title,
                Optional.of("What happened at the <harbour>."),
                List.of("Ada Quay", "עדה רציף", "Ada Quay"),
                List.of(),
                List.of("Newsletter"),
                List.of("harbour", "news"),
                false,
                Optional.of("https://example.org/" + id + "/"),
                List.of(),
                Optional.empty(),
                List.of(),
                body,
                List.of(),
                HERE);
    }

    static Publication publication() {
        return new Publication(
                "The Harbour Letter",
                Map.of(),
                Optional.of("News from the quay & beyond."),
                Optional.of("Harbour Press"),
                Optional.of("CC-BY-SA-4.0"),
                Optional.of("https://example.org/"),
                Optional.empty(),
                Language.ENGLISH);
    }

    static List<Block> bodyOfAll(String prefix) {
        List<Block> body = new ArrayList<>();
        body.add(words("Before the first heading."));
        body.add(heading(2, prefix + "-h1", "Articles"));
        body.add(new Block.Paragraph(
                List.of(
                        text("Plain, "),
                        new Inline.Emphasis(List.of(text("emphasis"))),
                        new Inline.SoftBreak(),
                        new Inline.Strong(List.of(text("strong"))),
                        new Inline.LineBreak(),
                        new Inline.Strikethrough(List.of(text("struck"))),
                        new Inline.Code("a < b"),
                        new Inline.NoteReference(prefix + "-fn-1", 1, 1, HERE),
                        new Inline.NoteReference(prefix + "-fn-1", 1, 2, HERE),
                        new Inline.NoteReference(prefix + "-fn-2", 2, 1, HERE),
                        new Inline.Shortcode("kbd", Map.of(), List.of(text("body")), HERE)),
                HERE));
        body.add(heading(2, prefix + "-h2", "Software news"));
        body.add(heading(3, prefix + "-h3", "Clients & servers"));
        body.add(new Block.BulletList(
                true,
                List.of(
                        item(new Block.Paragraph(
                                List.of(webLink("https://example.org/a?b=c&d", "Dinghy"), text(" 2.0 is out.")), HERE)),
                        item(new Block.Paragraph(
                                List.of(text("Also "), webLink("xmpp:room@example.org?join", "a room")), HERE))),
                HERE));
        body.add(new Block.OrderedList(
                3,
                false,
                List.of(
                        new Block.Item(Optional.of(true), List.of(words("done"), words("more")), HERE),
                        new Block.Item(Optional.of(false), List.of(words("open")), HERE)),
                HERE));
        body.add(heading(4, prefix + "-h4", "Deep"));
        body.add(new Block.Quote(List.of(words("Quoted."), heading(5, prefix + "-h5", "Inside")), HERE));
        body.add(new Block.Callout(Block.Callout.Kind.TIP, List.of(), List.of(words("Mind the tide.")), HERE));
        body.add(new Block.CodeBlock("java", "int a = 1;\n<b>", HERE));
        body.add(new Block.Table(
                List.of(Block.Table.Alignment.LEFT, Block.Table.Alignment.RIGHT),
                List.of(List.of(text("Name")), List.of(text("Number"))),
                List.of(List.of(List.of(text("a")), List.of(text("1")))),
                HERE));
        body.add(figure(
                new Picture.Source.Local("static/harbour.png", "https://example.org/harbour.png"), "The harbour"));
        body.add(figure(new Picture.Source.Local("static/moving.gif", "https://example.org/moving.gif"), "Waves"));
        body.add(figure(new Picture.Source.Remote("https://example.net/far.png"), "Far away"));
        body.add(figure(new Picture.Source.Missing("https://example.org/gone.png"), ""));
        body.add(new Block.Paragraph(
                List.of(new Inline.Image(new Picture(
                        new Picture.Source.Local("static/copy.png", "https://example.org/copy.png"),
                        "A copy of the harbour",
                        Optional.of("Hovering"),
                        OptionalInt.of(120),
                        OptionalInt.empty(),
                        HERE))),
                HERE));
        body.add(new Block.Rule(HERE));
        body.add(new Block.Shortcode("unknown", Map.of("0", "x"), List.of(words("Inside a shortcode.")), HERE));
        return body;
    }

    static Block.Figure figure(Picture.Source source, String alt) {
        return new Block.Figure(
                Picture.of(source, alt, HERE),
                List.of(),
                List.of(text("A caption by A. Quay")),
                Optional.empty(),
                HERE);
    }

    static Block.Item item(Block block) {
        return new Block.Item(Optional.empty(), List.of(block), HERE);
    }

    static Block.Heading heading(int level, String id, String words) {
        return new Block.Heading(level, id, List.of(text(words)), HERE);
    }

    static Block.Paragraph words(String words) {
        return new Block.Paragraph(List.of(text(words)), HERE);
    }

    static Inline.Text text(String text) {
        return new Inline.Text(text);
    }

    static Block.Paragraph link(String anchor, String words) {
        return new Block.Paragraph(
                List.of(new Inline.Link(
                        new Target.Internal(anchor.substring(1)), Optional.empty(), List.of(text(words)), HERE)),
                HERE);
    }

    static Inline.Link webLink(String address, String words) {
        return new Inline.Link(new Target.Web(address), Optional.empty(), List.of(text(words)), HERE);
    }
}
