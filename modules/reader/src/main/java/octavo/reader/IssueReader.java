package octavo.reader;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import octavo.model.Block;
import octavo.model.Contributor;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.Location;
import octavo.model.Picture;
import octavo.model.PlainText;
import octavo.reader.data.Value;
import octavo.reader.markdown.Dialect;
import octavo.reader.markdown.Document;
import octavo.reader.markdown.MarkdownReader;
import octavo.reader.markdown.Surroundings;

/// A page to an issue.
final class IssueReader {
    private final Settings settings;
    private final Path root;
    private final Pages pages;

    /// @param root pictures outside it are not found
    IssueReader(Settings settings, Path root, Pages pages) {
        this.settings = settings;
        this.root = root;
        this.pages = pages;
    }

    /// @param whole whether to read the text too, asked with an issue that has only what the front matter says
    Issue read(Page page, Predicate<Issue> whole, Diagnostics diagnostics) {
        if (page.hasTitle()) {
            Issue front = frontMatter(page);
            if (!whole.test(front)) {
                return front;
            }
        }
        return read(page, diagnostics);
    }

    private Issue frontMatter(Page page) {
        Diagnostics nobody = diagnostic -> {};
        Document empty = new Document(List.of(), List.of(), OptionalInt.empty());
        String title = MarkdownReader.title(page.title(), dialect(page));
        return issue(page, title, empty, List.of(), pictures(page, nobody), nobody);
    }

    Issue read(Page page, Diagnostics diagnostics) {
        PictureFinder pictures = pictures(page, diagnostics);
        Dialect dialect = dialect(page);
        Document document = MarkdownReader.read(
                page.source().text(),
                new Location(page.file().name(), page.source().firstLine(), 0),
                dialect,
                surroundings(page, pictures),
                diagnostics);
        List<Block> body = document.body();
        String title = MarkdownReader.title(page.title(), dialect);
        // The heading that a text without front matter begins with is its title, and is not printed twice.
        if (!page.hasTitle()
                && !body.isEmpty()
                && body.getFirst() instanceof Block.Heading heading
                && heading.level() == 1) {
            title = PlainText.of(heading.content());
            body = body.subList(1, body.size());
        } else if (!page.hasTitle()) {
            diagnostics.report(Diagnostic.note(
                    Location.of(page.file().name()),
                    "title",
                    "there is no title; '" + title + "' is taken from the file's name"));
        }
        return issue(page, title, document, body, pictures, diagnostics);
    }

    private Issue issue(
            Page page,
            String title,
            Document document,
            List<Block> body,
            PictureFinder pictures,
            Diagnostics diagnostics) {
        Value.Mapping data = page.data();
        return new Issue(
                page.file().id(),
                anchor(page.file().id().slug()),
                page.file().language(),
                page.date(),
                modified(data),
                covers(data, diagnostics),
                title,
                summary(data, document, dialect(page)),
                people(data, "author"),
                contributors(data),
                data.texts("categories").isEmpty() ? data.texts("category") : data.texts("categories"),
                data.texts("tags"),
                data.truth("draft").orElse(false),
                page.address(),
                data.texts("aliases"),
                cover(data, pictures),
                List.of(),
                body,
                document.footnotes(),
                Location.of(page.file().name()));
    }

    private Dialect dialect(Page page) {
        return new Dialect(
                true,
                true,
                settings.shortcodes(),
                settings.typography(),
                settings.site().emoji(),
                true,
                settings.rawHtml(),
                page.file().language());
    }

    private PictureFinder pictures(Page page, Diagnostics diagnostics) {
        String address = page.target().orElse("/");
        return new PictureFinder(root, settings.site(), diagnostics)
                .besidePage(page.file().folder(), address.endsWith("/") ? address : address + "/", diagnostics);
    }

    private Surroundings surroundings(Page page, PictureFinder pictures) {
        return new Surroundings() {
            @Override
            public Picture.Source picture(String written, Location location) {
                return pictures.find(written, location);
            }

            @Override
            public Optional<String> parameter(String name) {
                return parameter(page.data(), name)
                        .or(() -> parameter(page.data().mapping("params"), name))
                        .or(() -> parameter(settings.site().params(), name));
            }

            private Optional<String> parameter(Value.Mapping in, String name) {
                int dot = name.indexOf('.');
                return in.text(name)
                        .or(() -> dot < 0
                                ? Optional.empty()
                                : parameter(in.mapping(name.substring(0, dot)), name.substring(dot + 1)));
            }

            @Override
            public Optional<String> reference(String path) {
                return pages.reference(path, page);
            }
        };
    }

    static String anchor(String slug) {
        StringBuilder anchor = new StringBuilder("issue-");
        slug.codePoints()
                .map(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' ? c : '-')
                .forEach(anchor::appendCodePoint);
        return anchor.toString();
    }

    private static Optional<Instant> modified(Value.Mapping data) {
        return data.text("lastmod")
                .or(() -> data.text("modified"))
                .flatMap(Dates::parse)
                .map(Dates::instant);
    }

    private static Optional<YearMonth> covers(Value.Mapping data, Diagnostics diagnostics) {
        Optional<Value> value = data.get("covers").filter(v -> v.asText().isPresent());
        Optional<YearMonth> month = value.flatMap(Value::asText).flatMap(Dates::month);
        if (value.isPresent() && month.isEmpty()) {
            diagnostics.report(Diagnostic.warning(
                    value.get().location(), "date", "'covers' names a month, such as covers: 2023-12"));
        }
        return month;
    }

    private static Optional<String> summary(Value.Mapping data, Document document, Dialect dialect) {
        Optional<String> written = data.text("summary")
                .or(() -> data.text("description"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        return written.map(text -> plain(MarkdownReader.blocks(text, dialect)))
                .or(() -> document.summaryEnd().stream()
                        .mapToObj(end -> plain(document.body()
                                .subList(0, Math.min(end, document.body().size()))))
                        .filter(text -> !text.isEmpty())
                        .findFirst());
    }

    private static String plain(List<Block> blocks) {
        List<String> texts = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Paragraph(List<Inline> content, var _)) {
                texts.add(PlainText.of(content));
            }
        }
        return String.join(" ", texts);
    }

    /// Names, or tables with a name in each, under a key or its plural.
    private static List<String> people(Value.Mapping data, String key) {
        List<String> people = new ArrayList<>();
        for (String form : List.of(key, key + "s")) {
            data.get(form).ifPresent(value -> {
                List<Value> all = value instanceof Value.Sequence(List<Value> items, var _) ? items : List.of(value);
                for (Value one : all) {
                    (one instanceof Value.Mapping person ? person.text("name") : one.asText())
                            .map(String::strip)
                            .filter(name -> !name.isEmpty() && !people.contains(name))
                            .ifPresent(people::add);
                }
            });
        }
        return people;
    }

    /// `translators: [Ada]`, `editor: Ben`, `illustrator`, `contributors`.
    private static List<Contributor> contributors(Value.Mapping data) {
        return Stream.of(Contributor.Role.values())
                .filter(role -> role != Contributor.Role.AUTHOR)
                .flatMap(role -> people(data, role.name().toLowerCase(Locale.ROOT)).stream()
                        .map(name -> new Contributor(name, role)))
                .toList();
    }

    /// `cover` as a path or as a table with `image` and `alt`, else the first of `images`.
    private static Optional<Picture> cover(Value.Mapping data, PictureFinder pictures) {
        Value.Mapping table = data.mapping("cover");
        Optional<Value> value = table.get("image")
                .or(() -> table.get("src"))
                .or(() -> data.get("cover"))
                .or(() -> data.get("images"));
        return value.flatMap(v -> v.asTexts().stream().findFirst().map(path -> {
                    Picture.Source source = pictures.find(path, v.location());
                    return Picture.of(source, table.text("alt").orElse(""), v.location());
                }))
                .filter(picture -> !(picture.source() instanceof Picture.Source.Missing));
    }
}
