package octavo.compile;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.model.Archive;
import octavo.model.Block;
import octavo.model.Contributor;
import octavo.model.Diagnostic;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.PlainText;
import octavo.model.Publication;
import octavo.model.Target;

/// Small issues made by hand.
final class Documents {
    static final Language EN = Language.ENGLISH;
    static final Language DE = new Language("de");
    static final String HOME = "https://letter.example/";

    private Documents() {}

    static Publication publication(Optional<String> home) {
        return new Publication(
                "The Harbour Letter",
                Map.of(DE, "Der Hafenbrief"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                home,
                Optional.empty(),
                EN);
    }

    static Archive archive(Issue... issues) {
        return new Archive(Path.of("archive"), publication(Optional.of(HOME)), List.of(issues));
    }

    /// An issue with the id `news/<slug>` and the file `content/news/<slug>.md`, at
    /// `https://letter.example/<slug>/`.
    static Issue issue(String slug, Block... body) {
        return issue(slug, EN, body);
    }

    static Issue issue(String slug, Language language, Block... body) {
        String suffix = language.equals(EN) ? "" : "." + language.key();
        String site = language.equals(EN) ? "" : language.key() + "/";
        Optional<LocalDate> date = slug.matches("\\d{4}-\\d\\d-\\d\\d.*")
                ? Optional.of(LocalDate.parse(slug.substring(0, 10)))
                : Optional.empty();
        return new Issue(
                new IssueId("news/" + slug),
                "top",
                language,
                date,
                Optional.empty(),
                Optional.empty(),
                "Letter of " + slug,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of("News"),
                List.of(),
                false,
                Optional.of(HOME + site + slug + "/"),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(body),
                List.of(),
                Location.of("content/news/" + slug + suffix + ".md"));
    }

    static Issue withNotes(Issue issue, Footnote... notes) {
        return issue.withBody(issue.body(), List.of(notes));
    }

    static Issue withAliases(Issue issue, String... aliases) {
        return with(
                issue,
                issue.address(),
                List.of(aliases),
                issue.title(),
                issue.draft(),
                issue.authors(),
                issue.contributors());
    }

    static Issue withAddress(Issue issue, Optional<String> address) {
        return with(
                issue, address, issue.aliases(), issue.title(), issue.draft(), issue.authors(), issue.contributors());
    }

    static Issue withTitle(Issue issue, String title) {
        return with(
                issue, issue.address(), issue.aliases(), title, issue.draft(), issue.authors(), issue.contributors());
    }

    static Issue asDraft(Issue issue) {
        return with(
                issue, issue.address(), issue.aliases(), issue.title(), true, issue.authors(), issue.contributors());
    }

    static Issue withPeople(Issue issue, List<String> authors, Contributor... contributors) {
        return with(
                issue, issue.address(), issue.aliases(), issue.title(), issue.draft(), authors, List.of(contributors));
    }

    private static Issue with(
            Issue issue,
            Optional<String> address,
            List<String> aliases,
            String title,
            boolean draft,
            List<String> authors,
            List<Contributor> contributors) {
        return new Issue(
                issue.id(),
                issue.anchor(),
                issue.language(),
                issue.date(),
                issue.modified(),
                issue.covers(),
                title,
                issue.summary(),
                authors,
                contributors,
                issue.categories(),
                issue.tags(),
                draft,
                address,
                aliases,
                issue.cover(),
                issue.translations(),
                issue.body(),
                issue.footnotes(),
                issue.origin());
    }

    /// A heading whose id is its text in lower case with hyphens.
    static Block.Heading h(int level, String text) {
        String id = text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return new Block.Heading(level, id, List.of(new Inline.Text(text)), Location.of("h.md"));
    }

    static Block.Paragraph p(String text) {
        return p(new Inline.Text(text));
    }

    static Block.Paragraph p(Inline... content) {
        return new Block.Paragraph(List.of(content), Location.of("p.md"));
    }

    static Inline.Text t(String text) {
        return new Inline.Text(text);
    }

    static Inline.Emphasis em(String text) {
        return new Inline.Emphasis(List.of(t(text)));
    }

    static Inline.Link a(String href, Inline... content) {
        return new Inline.Link(
                new Target.Written(href),
                Optional.empty(),
                content.length == 0 ? List.of(t(href)) : List.of(content),
                new Location("a.md", 3, 7));
    }

    static Block.BulletList ul(Block.Item... items) {
        return new Block.BulletList(true, List.of(items), Location.NONE);
    }

    static Block.Item li(Block... body) {
        return new Block.Item(Optional.empty(), List.of(body), Location.NONE);
    }

    static Inline.NoteReference mark(String id) {
        return new Inline.NoteReference(id, 99, 1, Location.NONE);
    }

    static Footnote note(String id, Block... body) {
        return new Footnote(id, 99, List.of(body), Location.NONE);
    }

    /// The targets of all links, in order.
    static List<Target> targets(List<Block> blocks) {
        List<Target> targets = new ArrayList<>();
        new DocumentMapper() {
            @Override
            Target target(Target target, Location location) {
                targets.add(target);
                return target;
            }
        }.blocks(blocks);
        return targets;
    }

    /// `2 first`, `3 second` …: level and id of all headings.
    static List<String> headings(List<Block> blocks) {
        List<String> headings = new ArrayList<>();
        new DocumentMapper() {
            @Override
            Block.Heading heading(Block.Heading heading) {
                headings.add(heading.level() + " " + heading.id());
                return heading;
            }
        }.blocks(blocks);
        return headings;
    }

    /// All words, one paragraph or list item a line.
    static String words(List<Block> blocks) {
        StringBuilder words = new StringBuilder();
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph paragraph ->
                    words.append(PlainText.of(paragraph.content())).append('\n');
                case Block.Heading heading ->
                    words.append("# ").append(PlainText.of(heading.content())).append('\n');
                case Block.BulletList list -> list.items().forEach(item -> words.append(indented(words(item.body()))));
                default -> words.append(block.getClass().getSimpleName()).append('\n');
            }
        }
        return words.toString();
    }

    private static String indented(String lines) {
        return Arrays.stream(lines.split("\n")).map(line -> "- " + line + "\n").reduce("", String::concat);
    }

    /// Collects what is reported.
    static final class Reports implements octavo.model.Diagnostics {
        final List<Diagnostic> all = new ArrayList<>();

        @Override
        public void report(Diagnostic diagnostic) {
            all.add(diagnostic);
        }

        List<String> codes() {
            return all.stream().map(Diagnostic::code).toList();
        }
    }
}
