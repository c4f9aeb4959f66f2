package octavo.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Language;

/// Unites the credits of a section that recurs with other names in other issues.
///
/// A credit is known again by its label and by the labels of the list items around it, so that
/// `Translators` under `French` and under `Italian` stay apart.
final class Credits {
    private static final String SEPARATOR = "\u0000";

    /// A list item that may be missing in another wording.
    ///
    /// @param names of each credit in it
    private record Entry(String key, Block.Item item, List<Set<String>> names) {}

    private final Language language;
    private final String and;

    Credits(Language language) {
        this.language = language;
        this.and = Credit.conjunction(language);
    }

    /// The newer wording, with the names that only the older one has. List items of the older one with
    /// emphasised names are added where the newer one has none of that label, unless a credit of the
    /// newer one is the same under another label.
    List<Block> united(List<Block> newer, List<Block> older) {
        Map<String, Credit> credits = new HashMap<>();
        Walk old = new Walk((key, credit) -> {
            credits.putIfAbsent(key, credit);
            return credit;
        });
        old.blocks(older, "");
        if (credits.isEmpty()) {
            return newer;
        }
        Walk walk = new Walk((key, credit) -> {
            Credit same = credits.get(key);
            return same == null ? credit : credit.with(same, language);
        });
        List<Block> united = walk.blocks(newer, "");
        Map<String, List<Block.Item>> missing = new LinkedHashMap<>();
        old.lists.forEach((parent, entries) -> {
            List<Block.Item> items = missing(entries, walk.lists.getOrDefault(parent, List.of()), walk.names);
            if (!items.isEmpty()) {
                missing.put(parent, items);
            }
        });
        return missing.isEmpty() ? united : new Walk(missing).blocks(united, "");
    }

    private static List<Block.Item> missing(List<Entry> older, List<Entry> newer, List<Set<String>> credited) {
        Set<String> keys = new HashSet<>();
        newer.forEach(entry -> keys.add(entry.key()));
        return older.stream()
                .filter(entry -> !keys.contains(entry.key()))
                .filter(entry -> entry.names().stream().anyMatch(names -> !isCredited(names, credited)))
                .map(Entry::item)
                .toList();
    }

    /// One name alone may well stand in some longer list for another reason; several hardly do.
    private static boolean isCredited(Set<String> names, List<Set<String>> credited) {
        return credited.stream().anyMatch(known -> names.size() == 1 ? known.equals(names) : known.containsAll(names));
    }

    /// One way through a section that knows the labels around each line.
    private final class Walk {
        private final BiFunction<String, Credit, Credit> change;
        private final Map<String, List<Block.Item>> missing;
        private final Map<String, List<Entry>> lists = new LinkedHashMap<>();
        private final Map<String, Integer> repeated = new HashMap<>();
        private List<Set<String>> names = new ArrayList<>();

        Walk(BiFunction<String, Credit, Credit> change) {
            this.change = change;
            this.missing = Map.of();
        }

        Walk(Map<String, List<Block.Item>> missing) {
            this.change = (_, credit) -> credit;
            this.missing = missing;
        }

        List<Block> blocks(List<Block> blocks, String parent) {
            List<Block> walked = new ArrayList<>(blocks.size());
            int lastList = -1;
            for (Block block : blocks) {
                List<Set<String>> outer = names;
                names = new ArrayList<>();
                walked.add(block(block, parent));
                if (!names.isEmpty() && (block instanceof Block.BulletList || block instanceof Block.OrderedList)) {
                    lastList = walked.size() - 1;
                }
                outer.addAll(names);
                names = outer;
            }
            List<Block.Item> more = missing.getOrDefault(parent, List.of());
            if (lastList >= 0 && !more.isEmpty()) {
                walked.set(lastList, extended(walked.get(lastList), more));
            }
            return walked;
        }

        private Block extended(Block list, List<Block.Item> more) {
            return switch (list) {
                case Block.BulletList bullets ->
                    new Block.BulletList(bullets.tight(), joined(bullets.items(), more), bullets.location());
                case Block.OrderedList numbers ->
                    new Block.OrderedList(
                            numbers.start(), numbers.tight(), joined(numbers.items(), more), numbers.location());
                default -> list;
            };
        }

        private Block block(Block block, String parent) {
            return switch (block) {
                case Block.Paragraph(var content, var location) -> new Block.Paragraph(line(content, parent), location);
                case Block.BulletList list ->
                    new Block.BulletList(list.tight(), items(list.items(), parent), list.location());
                case Block.OrderedList list ->
                    new Block.OrderedList(list.start(), list.tight(), items(list.items(), parent), list.location());
                case Block.Quote(var body, var location) -> new Block.Quote(blocks(body, parent), location);
                default -> block;
            };
        }

        private List<Block.Item> items(List<Block.Item> items, String parent) {
            List<Block.Item> walked = new ArrayList<>(items.size());
            for (Block.Item item : items) {
                List<Set<String>> outer = names;
                names = new ArrayList<>();
                String label = item.body().isEmpty() || !(item.body().getFirst() instanceof Block.Paragraph first)
                        ? ""
                        : Credit.label(first.content());
                String key = parent + SEPARATOR + label;
                List<Block> body = item(item.body(), parent, key);
                Block.Item changed = new Block.Item(item.done(), body, item.location());
                walked.add(changed);
                lists.computeIfAbsent(parent, _ -> new ArrayList<>()).add(new Entry(key, changed, names));
                outer.addAll(names);
                names = outer;
            }
            return walked;
        }

        private List<Block> item(List<Block> body, String parent, String key) {
            if (body.isEmpty() || !(body.getFirst() instanceof Block.Paragraph first)) {
                return blocks(body, key);
            }
            List<Block> walked = new ArrayList<>();
            walked.add(block(first, parent));
            walked.addAll(blocks(body.subList(1, body.size()), key));
            return walked;
        }

        private List<Inline> line(List<Inline> content, String parent) {
            Optional<Credit> read = Credit.of(content, and);
            if (read.isEmpty()) {
                return content;
            }
            String base = parent + SEPARATOR + read.get().label();
            int count = repeated.merge(base, 1, Integer::sum);
            Credit changed = change.apply(base + SEPARATOR + count, read.get());
            if (changed.style() != Credit.Style.PLAIN) {
                names.add(changed.nameKeys());
            }
            return changed.names().size() == read.get().names().size() ? content : changed.inlines(comma());
        }

        private String comma() {
            return switch (language.primary()) {
                case "ar", "fa", "ur" -> "، ";
                case "ja", "zh" -> "、";
                default -> ", ";
            };
        }
    }

    private static List<Block.Item> joined(List<Block.Item> items, List<Block.Item> more) {
        List<Block.Item> all = new ArrayList<>(items);
        all.addAll(more);
        return all;
    }
}
