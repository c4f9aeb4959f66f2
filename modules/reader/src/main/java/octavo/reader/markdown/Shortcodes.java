package octavo.reader.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Location;
import octavo.model.Target;

/// Shortcodes: those that Hugo has built in become what they mean, those that the archive names in its settings are
/// dropped or opened, and what nobody has taught Octavo is reported and keeps its body.
final class Shortcodes {
    private final Reading reading;
    private final Figures figures;
    private final RunningText markdown;

    /// @param markdown reads running text, for captions
    Shortcodes(Reading reading, RunningText markdown) {
        this.reading = reading;
        this.markdown = markdown;
        this.figures = new Figures(reading, markdown);
    }

    /// What a shortcode becomes on lines of its own.
    ///
    /// @param body what stands between its tags
    List<Block> blocks(Tag.Call call, List<Block> body) {
        if (isRule(call, "drop") || isDropped(call)) {
            return List.of();
        }
        if (isRule(call, "body")) {
            return body;
        }
        return switch (call.name()) {
            case "figure" -> joined(List.of(figures.figure(call)), body);
            case "highlight" ->
                List.of(new Block.CodeBlock(
                        call.argument("lang", 0), call.body().strip() + "\n", call.location()));
            case "details" -> details(call, body);
            default -> {
                List<Inline> text = known(call).orElse(null);
                if (text != null) {
                    yield text.isEmpty() ? body : joined(List.of(new Block.Paragraph(text, call.location())), body);
                }
                reportUnknown(call);
                yield List.of(new Block.Shortcode(call.name(), call.arguments(), body, call.location()));
            }
        };
    }

    private static List<Block> joined(List<Block> first, List<Block> second) {
        List<Block> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private List<Block> details(Tag.Call call, List<Block> body) {
        String summary = call.argument("summary", 0);
        return summary.isEmpty()
                ? body
                : joined(
                        List.of(new Block.Paragraph(
                                List.of(new Inline.Strong(markdown.read(summary, call.location()))), call.location())),
                        body);
    }

    /// Pieces as running text; tags in them that do not belong together leave nothing behind.
    List<Inline> inlines(List<Piece> pieces) {
        Set<Tag.Call> paired = paired(pieces);
        List<List<Inline>> open = new ArrayList<>();
        open.add(new ArrayList<>());
        for (Piece piece : pieces) {
            List<Inline> current = open.getLast();
            switch (piece) {
                case Piece.OfInline(Inline inline) -> current.add(inline);
                case Piece.OfBlock _ -> throw new IllegalStateException("a block inside running text");
                case Piece.OfTag(Tag.Literal(String text)) -> current.add(new Inline.Text(text));
                case Piece.OfTag(Tag.Single(Tag.Call call)) -> current.addAll(inlines(call, List.of()));
                case Piece.OfTag(Tag.Open(Tag.Call call)) -> {
                    if (paired.contains(call)) {
                        open.add(new ArrayList<>());
                    } else {
                        reportUnpaired(call);
                    }
                }
                case Piece.OfTag(Tag.Close(Tag.Call call)) -> {
                    if (paired.contains(call)) {
                        List<Inline> body = open.removeLast();
                        open.getLast().addAll(inlines(call, body));
                    }
                }
            }
        }
        return open.getFirst();
    }

    /// The shortcodes that both begin and end in a list of pieces.
    static Set<Tag.Call> paired(List<Piece> pieces) {
        Set<Tag.Call> opened = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Tag.Call> paired = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Piece piece : pieces) {
            if (piece instanceof Piece.OfTag(Tag.Open(Tag.Call call))) {
                opened.add(call);
            } else if (piece instanceof Piece.OfTag(Tag.Close(Tag.Call call)) && opened.contains(call)) {
                paired.add(call);
            }
        }
        return paired;
    }

    private List<Inline> inlines(Tag.Call call, List<Inline> body) {
        if (isRule(call, "drop") || isDropped(call)) {
            return List.of();
        }
        if (isRule(call, "body")) {
            return body;
        }
        List<Inline> known = switch (call.name()) {
            case "figure" -> figures.inline(call);
            case "highlight" -> List.of(new Inline.Code(call.body().strip()));
            case "details" -> markdown.read(call.argument("summary", 0), call.location());
            default -> known(call).orElse(null);
        };
        if (known == null) {
            reportUnknown(call);
            return List.of(new Inline.Shortcode(call.name(), call.arguments(), body, call.location()));
        }
        List<Inline> all = new ArrayList<>(known);
        all.addAll(body);
        return all;
    }

    /// Built-in shortcodes that are running text wherever they stand.
    private Optional<List<Inline>> known(Tag.Call call) {
        String id = call.argument("id", 0);
        return switch (call.name()) {
            case "youtube" -> link(call, "https://www.youtube.com/watch?v=" + id);
            case "vimeo" -> link(call, "https://vimeo.com/" + id);
            case "instagram" -> link(call, "https://www.instagram.com/p/" + id + "/");
            case "gist" ->
                link(call, "https://gist.github.com/" + call.argument("user", 0) + "/" + call.argument("id", 1));
            case "x", "tweet", "x_simple", "twitter", "twitter_simple" -> link(call, post(call));
            case "qr" -> {
                String text = call.argument("text", 0);
                yield text.contains("://") ? link(call, text) : Optional.of(text.isEmpty() ? List.of() : text(text));
            }
            default -> textOf(call).map(Shortcodes::text);
        };
    }

    private static List<Inline> text(String text) {
        return List.of(new Inline.Text(text));
    }

    private static String post(Tag.Call call) {
        String user = call.argument("user", -1);
        return user.isEmpty()
                ? "https://x.com/i/status/" + call.argument("id", 0)
                : "https://x.com/" + user + "/status/" + call.argument("id", -1);
    }

    private static Optional<List<Inline>> link(Tag.Call call, String address) {
        String title = call.argument("title", -1);
        return Optional.of(List.of(new Inline.Link(
                new Target.Written(address),
                Optional.empty(),
                text(title.isEmpty() ? address : title),
                call.location())));
    }

    /// What a shortcode that stands for mere characters yields: `param`, `ref`, `relref`.
    private Optional<String> textOf(Tag.Call call) {
        return switch (call.name()) {
            case "param" -> {
                Optional<String> value = reading.surroundings.parameter(call.argument("name", 0));
                if (value.isEmpty()) {
                    reading.warn(
                            call.location(),
                            "shortcode-param",
                            "neither front matter nor site configuration has '" + call.argument("name", 0) + "'");
                }
                yield Optional.of(value.orElse(""));
            }
            case "ref", "relref" -> {
                String path = call.argument("path", 0);
                Optional<String> found = reading.surroundings.reference(path);
                if (found.isEmpty()) {
                    reading.warn(call.location(), "shortcode-ref", "no page '" + path + "' is known");
                }
                yield Optional.of(found.orElse(path));
            }
            default -> Optional.empty();
        };
    }

    /// An address in which tags may stand.
    String address(String written, Location location) {
        return replace(written, call -> {
            Optional<String> text = textOf(call);
            if (text.isEmpty()) {
                reading.warn(location, "shortcode-place", "the shortcode '" + call.name() + "' cannot be an address");
            }
            return text.orElse("");
        });
    }

    /// Code in which tags may stand: those that mean characters are replaced, others are shown, for in code they are
    /// most likely an example.
    String code(String written, Location location) {
        return replace(written, call -> {
            Optional<String> text = textOf(call);
            if (text.isEmpty()) {
                reading.note(
                        location,
                        "shortcode-place",
                        "the shortcode '" + call.name() + "' in code is shown as it is; write {{</* … */>}} for that");
            }
            return text.orElse(call.source());
        });
    }

    /// A title or a piece of HTML in which tags may stand.
    String plain(String written) {
        return replace(written, call -> textOf(call).orElse(""));
    }

    private String replace(String written, Function<Tag.Call, String> of) {
        if (!Reading.hasTags(written)) {
            return written;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        int start;
        while ((start = written.indexOf(Signs.TAG_START, from)) >= 0) {
            out.append(written, from, start);
            out.append(
                    switch (reading.tagAt(written, start)) {
                        case Tag.Literal(String text) -> text;
                        case Tag.Single(Tag.Call call) -> of.apply(call);
                        case Tag.Open(Tag.Call call) -> of.apply(call);
                        case Tag.Close(Tag.Call call) -> textOf(call).isPresent() ? "" : closing(call, of);
                    });
            from = Reading.tagEnd(written, start);
        }
        return out.append(written, from, written.length()).toString();
    }

    /// The closing tag as it would be written, where the opening one is shown as written.
    private static String closing(Tag.Call call, Function<Tag.Call, String> of) {
        if (!of.apply(call).equals(call.source())) {
            return "";
        }
        String mark = call.source().substring(2, 3);
        return "{{" + mark + " /" + call.name() + " " + (mark.equals("<") ? ">" : mark) + "}}";
    }

    private boolean isRule(Tag.Call call, String rule) {
        return rule.equals(reading.dialect.shortcodeRules().get(call.name()));
    }

    private static boolean isDropped(Tag.Call call) {
        return call.name().equals("comment");
    }

    void reportUnpaired(Tag.Call call) {
        reading.warn(
                call.location(),
                "shortcode-span",
                "the shortcode '" + call.name() + "' begins in one block and ends in another; what it holds is kept");
    }

    private void reportUnknown(Tag.Call call) {
        reading.warn(
                call.location(),
                "shortcode-unknown",
                "nobody has taught Octavo the shortcode '" + call.name()
                        + "'; name it under [shortcodes] in octavo.toml (\"drop\" or \"body\")");
    }
}
