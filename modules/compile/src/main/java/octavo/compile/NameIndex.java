package octavo.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import octavo.model.IndexEntry;
import octavo.model.IndexRules;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.PlainText;
import octavo.model.Target;

/// Finds what the issues of an edition talk about: names that more than one of them links.
///
/// Links that lead to the same [WebIdentity] mean one thing, which bears their commonest text; things of the same name
/// are one. A paragraph that stands word for word in another issue as well brings no news, and its links do not count.
/// What only one issue links, such as a report, belongs to the name with which its text begins.
final class NameIndex {
    private static final int FEWEST_ISSUES = 2;
    /// In words.
    private static final int LONGEST_BEGINNING = 4;

    private final NameTexts texts;
    private final Alphabet alphabet;
    private final IndexRules rules;
    private final Map<String, Optional<String>> identities = new HashMap<>();
    private final Map<String, String> namesByIdentity = new HashMap<>();
    private final Map<String, String> namesByKey = new HashMap<>();
    private final Set<String> omitted = new HashSet<>();

    NameIndex(Language language, IndexRules rules) {
        this.texts = new NameTexts(language);
        this.alphabet = new Alphabet(language);
        this.rules = rules;
        rules.aliases().forEach((name, others) -> {
            namesByKey.put(Titles.key(name), name);
            others.forEach(other -> WebIdentity.of(other)
                    .ifPresentOrElse(
                            identity -> namesByIdentity.put(identity, name),
                            () -> namesByKey.put(Titles.key(other), name)));
        });
        rules.omit().forEach(other -> omitted.add(WebIdentity.of(other).orElseGet(() -> Titles.key(other))));
    }

    /// A paragraph with links, and the anchor of the issue in which it stands.
    private record Place(String issue, LinkedParagraphs.Linked paragraph) {}

    /// A name in the making: how it is spelt how often, and the links.
    private static final class Entry {
        private final Tally spellings = new Tally();
        private final List<IndexEntry.Occurrence> occurrences = new ArrayList<>();

        boolean isTalkedAbout() {
            return occurrences.stream()
                            .map(IndexEntry.Occurrence::issue)
                            .distinct()
                            .count()
                    >= FEWEST_ISSUES;
        }
    }

    /// @param issues of an edition, ready for renderers
    /// @return in the order of the alphabet
    List<IndexEntry> of(List<Issue> issues) {
        if (!rules.wanted()) {
            return List.of();
        }
        List<Place> places = news(issues);
        Map<String, String> names = names(places);
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Place place : places) {
            Set<Entry> here = new HashSet<>();
            for (Inline.Link link : place.paragraph().links()) {
                identity(link).map(names::get).ifPresent(name -> {
                    Entry entry = entries.computeIfAbsent(Titles.key(name), _ -> new Entry());
                    entry.spellings.add(name);
                    if (here.add(entry)) {
                        entry.occurrences.add(new IndexEntry.Occurrence(place.issue(), link));
                    }
                });
            }
        }
        return entries.values().stream()
                .filter(Entry::isTalkedAbout)
                .flatMap(entry -> entry.spellings.commonest().stream()
                        .map(name -> new IndexEntry(name, alphabet.initial(name), entry.occurrences)))
                .sorted(alphabet.order())
                .toList();
    }

    /// All paragraphs with links but those that stand in several issues.
    private static List<Place> news(List<Issue> issues) {
        List<Place> places = new ArrayList<>();
        Map<String, Set<String>> issuesByText = new HashMap<>();
        for (Issue issue : issues) {
            for (LinkedParagraphs.Linked paragraph : LinkedParagraphs.of(issue)) {
                places.add(new Place(issue.anchor(), paragraph));
                issuesByText
                        .computeIfAbsent(paragraph.text(), _ -> new HashSet<>())
                        .add(issue.anchor());
            }
        }
        return places.stream()
                .filter(place -> issuesByText
                                .getOrDefault(place.paragraph().text(), Set.of())
                                .size()
                        == 1)
                .toList();
    }

    /// What links of one identity lead to.
    private static final class Thing {
        private final Tally names = new Tally();
        private final Set<String> texts = new TreeSet<>();
        private final Set<String> issues = new HashSet<>();
    }

    /// By identity, the name of what it is.
    private Map<String, String> names(List<Place> places) {
        Map<String, Thing> things = things(places);
        Map<String, String> names = new HashMap<>();
        Map<String, String> known = new HashMap<>(namesByKey);
        things.forEach((identity, thing) -> Optional.ofNullable(namesByIdentity.get(identity))
                .or(() -> thing.names.commonest().map(name -> namesByKey.getOrDefault(Titles.key(name), name)))
                .ifPresent(name -> {
                    names.put(identity, name);
                    known.merge(Titles.key(name), name, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                }));
        things.forEach((identity, thing) -> {
            if (thing.issues.size() < FEWEST_ISSUES && !namesByIdentity.containsKey(identity)) {
                thing.texts.stream()
                        .flatMap(text -> beginning(text, known).stream())
                        .findFirst()
                        .ifPresent(name -> names.put(identity, name));
            }
        });
        names.entrySet()
                .removeIf(name -> omitted.contains(name.getKey()) || omitted.contains(Titles.key(name.getValue())));
        return names;
    }

    private Map<String, Thing> things(List<Place> places) {
        Map<String, Thing> things = new LinkedHashMap<>();
        for (Place place : places) {
            for (Inline.Link link : place.paragraph().links()) {
                identity(link).ifPresent(identity -> {
                    Thing thing = things.computeIfAbsent(identity, _ -> new Thing());
                    String text = NameTexts.cleaned(PlainText.of(link.content()), identity);
                    thing.texts.add(text);
                    thing.issues.add(place.issue());
                    if (texts.isName(text)) {
                        thing.names.add(text);
                    }
                });
            }
        }
        return things;
    }

    /// The longest known name with which a text begins and goes on.
    private static Optional<String> beginning(String text, Map<String, String> known) {
        List<Integer> ends = new ArrayList<>();
        for (int i = text.indexOf(' '); i >= 0 && ends.size() < LONGEST_BEGINNING; i = text.indexOf(' ', i + 1)) {
            ends.add(i);
        }
        return ends.reversed().stream()
                .flatMap(end -> Optional.ofNullable(known.get(Titles.key(text.substring(0, end)))).stream())
                .findFirst();
    }

    private Optional<String> identity(Inline.Link link) {
        return link.target() instanceof Target.Web(var address)
                ? identities.computeIfAbsent(address, WebIdentity::of)
                : Optional.empty();
    }

    /// How often each of some texts was met.
    private static final class Tally {
        private static final Pattern NUMBER = Pattern.compile("\\p{Lu}+[ -]?\\d+");

        private final Map<String, Integer> counts = new HashMap<>();

        void add(String text) {
            counts.merge(text, 1, Integer::sum);
        }

        /// Of those met equally often the shortest. A mere number, such as `RFC 6120`, gives way to the commonest that
        /// goes on with a title.
        Optional<String> commonest() {
            Optional<String> commonest = commonestAfter("");
            return commonest
                    .filter(name -> NUMBER.matcher(name).matches())
                    .flatMap(this::commonestAfter)
                    .or(() -> commonest);
        }

        private Optional<String> commonestAfter(String beginning) {
            return counts.entrySet().stream()
                    .filter(count -> count.getKey().startsWith(beginning)
                            && count.getKey().length() > beginning.length())
                    .min(Comparator.comparingInt((Map.Entry<String, Integer> count) -> -count.getValue())
                            .thenComparingInt(count -> count.getKey().length())
                            .thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey);
        }
    }
}
