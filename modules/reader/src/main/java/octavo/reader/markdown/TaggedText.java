package octavo.reader.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;

/// A text in which each shortcode tag is replaced by a sign that the Markdown parser takes for a word.
///
/// Hugo does the same, for the same reason: tags may stand anywhere, in addresses and in code too, and what they
/// hold is not Markdown. The body between two tags stays where it is, so that its links and notes work.
final class TaggedText {
    /// How deep shortcodes may stand in each other; below that, what they hold stands in the outermost of these.
    private static final int MAX_DEPTH = 20;

    /// Their bodies are no Markdown.
    private static final Set<String> VERBATIM = Set.of("highlight", "comment");

    private final String source;
    private final Map<String, String> rules;
    private final StringBuilder text = new StringBuilder();
    private final List<Tag> tags = new ArrayList<>();
    private final List<Integer> replaced = new ArrayList<>();
    private final List<Integer> original = new ArrayList<>();
    private final Offsets sourceOffsets;

    private TaggedText(String source, String file, int firstLine, Map<String, String> rules) {
        this.source = source;
        this.rules = rules;
        this.sourceOffsets = new Offsets(source, file, firstLine);
    }

    /// @param firstLine the line of the file on which the source begins
    /// @param rules from shortcodes to `drop` or `body`
    static TaggedText of(
            String source, String file, int firstLine, Map<String, String> rules, Diagnostics diagnostics) {
        TaggedText tagged = new TaggedText(source, file, firstLine, rules);
        List<Integer> unfinished = new ArrayList<>();
        tagged.replace(new TagScanner(source).scan(unfinished), diagnostics);
        for (int index : unfinished) {
            diagnostics.report(Diagnostic.warning(
                    tagged.sourceOffsets.ofSource(index),
                    "shortcode-syntax",
                    "this shortcode never ends; close it with >}} or %}}"));
        }
        return tagged;
    }

    /// A text in which nothing is a shortcode.
    static TaggedText plain(String source, String file, int firstLine) {
        TaggedText tagged = new TaggedText(source, file, firstLine, Map.of());
        tagged.copy(0, source.length());
        return tagged;
    }

    String text() {
        return text.toString();
    }

    Tag tag(int number) {
        return tags.get(number);
    }

    int tagCount() {
        return tags.size();
    }

    /// Positions in [#text()] as places in the file.
    Offsets offsets() {
        return sourceOffsets.over(
                replaced.stream().mapToInt(Integer::intValue).toArray(),
                original.stream().mapToInt(Integer::intValue).toArray());
    }

    private void replace(List<TagScanner.Raw> raw, Diagnostics diagnostics) {
        Map<Integer, Integer> closes = pairs(raw, diagnostics);
        Map<Integer, Tag.Call> openCalls = new HashMap<>();
        int from = 0;
        for (int i = 0; i < raw.size(); i++) {
            TagScanner.Raw tag = raw.get(i);
            copy(from, tag.start());
            from = tag.end();
            switch (tag.kind()) {
                case ESCAPED -> put(new Tag.Literal(tag.shown()));
                case CLOSE -> {
                    Tag.Call call = openCalls.get(i);
                    if (call != null) {
                        put(new Tag.Close(call));
                    }
                }
                case SELF_CLOSING -> put(new Tag.Single(call(tag, "")));
                case OPEN -> {
                    Integer close = closes.get(i);
                    if (close == null) {
                        put(new Tag.Single(call(tag, "")));
                    } else if (isVerbatim(tag.name())) {
                        TagScanner.Raw end = raw.get(close);
                        put(new Tag.Single(call(tag, source.substring(tag.end(), end.start()))));
                        from = end.end();
                        i = close;
                    } else {
                        Tag.Call call = call(tag, "");
                        openCalls.put(close, call);
                        put(new Tag.Open(call));
                    }
                }
            }
        }
        copy(from, source.length());
    }

    private boolean isVerbatim(String name) {
        return VERBATIM.contains(name) || "drop".equals(rules.get(name));
    }

    /// The closing tag of each opening one that has one.
    private Map<Integer, Integer> pairs(List<TagScanner.Raw> raw, Diagnostics diagnostics) {
        Map<Integer, Integer> closes = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>();
        Map<String, Integer> openByName = new HashMap<>();
        for (int i = 0; i < raw.size(); i++) {
            TagScanner.Raw tag = raw.get(i);
            if (tag.kind() == TagScanner.Kind.OPEN) {
                open.push(i);
                openByName.merge(tag.name(), 1, Integer::sum);
            } else if (tag.kind() == TagScanner.Kind.CLOSE) {
                if (openByName.getOrDefault(tag.name(), 0) == 0) {
                    diagnostics.report(Diagnostic.warning(
                            sourceOffsets.ofSource(tag.start()),
                            "shortcode-syntax",
                            "the shortcode '" + tag.name() + "' is closed here but was not opened"));
                    continue;
                }
                int opened;
                do {
                    opened = open.pop();
                    openByName.merge(raw.get(opened).name(), -1, Integer::sum);
                } while (!raw.get(opened).name().equals(tag.name()));
                closes.put(opened, i);
            }
        }
        dropDeep(closes, raw.size());
        return closes;
    }

    private static void dropDeep(Map<Integer, Integer> closes, int count) {
        Deque<Integer> ends = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            while (!ends.isEmpty() && ends.element() <= i) {
                ends.pop();
            }
            Integer end = closes.get(i);
            if (end != null && ends.size() >= MAX_DEPTH) {
                closes.remove(i);
            } else if (end != null) {
                ends.push(end);
            }
        }
    }

    private Tag.Call call(TagScanner.Raw tag, String body) {
        Location location = sourceOffsets.ofSource(tag.start());
        return new Tag.Call(tag.name(), tag.arguments(), body, source.substring(tag.start(), tag.end()), location);
    }

    private void put(Tag tag) {
        text.append(Signs.TAG_START).append(tags.size()).append(Signs.TAG_END);
        tags.add(tag);
    }

    private void copy(int from, int to) {
        replaced.add(text.length());
        original.add(from);
        text.append(source, from, to);
    }
}
