package octavo.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import octavo.model.Block;
import octavo.model.CompilationRules;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Outline;
import octavo.model.PlainText;
import octavo.model.Target;

/// Takes the sections out of issues that their language's rules name, and finds which of them are the
/// same section.
final class RecurringSections {
    /// A section that was taken out of an issue.
    ///
    /// @param title which of the configured titles it bears
    record Section(int title, Issue issue, Block.Heading heading, List<Block> body) {
        /// Heading and body.
        List<Block> blocks() {
            return Stream.concat(Stream.of(heading), body.stream()).toList();
        }
    }

    /// An issue taken apart.
    ///
    /// @param body what stays
    /// @param once sections that stand once in a compilation
    /// @param omitted sections that do not stand in it at all
    record Split(Issue issue, List<Block> body, List<Section> once, List<Section> omitted) {}

    private static final String CONFIGURATION = "octavo.toml";
    private static final int MIN_SHARED_LINKS = 3;

    private final List<String> titles = new ArrayList<>();
    private final List<String> keys;
    private final int onceCount;
    private final Diagnostics diagnostics;
    private final Set<Integer> found = new HashSet<>();
    private final Set<String> headings = new LinkedHashSet<>();

    RecurringSections(Language language, CompilationRules rules, Diagnostics diagnostics) {
        titles.addAll(of(rules.once(), language));
        onceCount = titles.size();
        titles.addAll(of(rules.omit(), language));
        keys = titles.stream().map(Titles::key).toList();
        this.diagnostics = diagnostics;
    }

    private static List<String> of(Map<Language, List<String>> rules, Language language) {
        List<String> own = rules.get(language);
        return own != null ? own : rules.getOrDefault(new Language(language.primary()), List.of());
    }

    /// Takes an issue apart. Sections under a named one go with it, unless they are named themselves.
    Split split(Issue issue) {
        List<Block> blocks = issue.body();
        Outline outline = issue.outline();
        Map<Integer, Integer> named = named(outline, blocks);
        List<Section> sections = new ArrayList<>();
        List<List<Block>> bodies = new ArrayList<>();
        int[] owners = new int[blocks.size()];
        own(outline.entries(), named, owners, 0, new int[] {0});
        List<Block> rest = new ArrayList<>();
        Map<Integer, Integer> sectionOf = new HashMap<>();
        for (int i = 0; i < owners.length; i++) {
            if (owners[i] == 0) {
                rest.add(blocks.get(i));
            } else if (!sectionOf.containsKey(owners[i]) && blocks.get(i) instanceof Block.Heading heading) {
                sectionOf.put(owners[i], sections.size());
                sections.add(new Section(named.getOrDefault(i, 0), issue, heading, List.of()));
                bodies.add(new ArrayList<>());
            } else {
                bodies.get(sectionOf.getOrDefault(owners[i], 0)).add(blocks.get(i));
            }
        }
        List<Section> once = new ArrayList<>();
        List<Section> omitted = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            Section full = new Section(section.title(), issue, section.heading(), bodies.get(i));
            (full.title() < onceCount ? once : omitted).add(full);
        }
        return new Split(issue, rest, once, omitted);
    }

    /// By the index of its block, the title that a heading bears.
    private Map<Integer, Integer> named(Outline outline, List<Block> blocks) {
        Map<Integer, String> candidates = new LinkedHashMap<>();
        collect(outline.entries(), candidates);
        Map<Integer, Integer> named = new HashMap<>();
        for (int title = 0; title < keys.size(); title++) {
            List<Integer> places = places(title, candidates);
            if (!places.isEmpty()) {
                found.add(title);
                // Where one issue has several, the last is the one that recurs.
                List<Integer> taken = title < onceCount ? places.subList(places.size() - 1, places.size()) : places;
                for (int place : taken) {
                    named.putIfAbsent(place, title);
                    if (!candidates.getOrDefault(place, "").equals(keys.get(title))) {
                        reportSlip(titles.get(title), (Block.Heading) blocks.get(place));
                    }
                }
            }
        }
        return named;
    }

    private void reportSlip(String title, Block.Heading heading) {
        diagnostics.report(Diagnostic.note(
                heading.location(),
                "section-title",
                "“" + PlainText.of(heading.content()) + "” was taken for the recurring section “" + title + "”"));
    }

    private List<Integer> places(int title, Map<Integer, String> candidates) {
        String key = keys.get(title);
        List<Integer> exact = candidates.entrySet().stream()
                .filter(candidate -> candidate.getValue().equals(key))
                .map(Map.Entry::getKey)
                .toList();
        return !exact.isEmpty()
                ? exact
                : candidates.entrySet().stream()
                        .filter(candidate ->
                                !keys.contains(candidate.getValue()) && Titles.nearlyEqual(candidate.getValue(), key))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private void collect(List<Outline.Entry> entries, Map<Integer, String> candidates) {
        for (Outline.Entry entry : entries) {
            String text = PlainText.of(entry.heading().content());
            headings.add(text);
            candidates.put(entry.from(), Titles.key(text));
            collect(entry.children(), candidates);
        }
    }

    private static void own(
            List<Outline.Entry> entries, Map<Integer, Integer> named, int[] owners, int owner, int[] last) {
        for (Outline.Entry entry : entries) {
            int own = named.containsKey(entry.from()) ? ++last[0] : owner;
            for (int i = entry.from(); i < entry.to(); i++) {
                owners[i] = own;
            }
            own(entry.children(), named, owners, own, last);
        }
    }

    /// The sections that stand once, each with all its wordings from the oldest to the newest.
    ///
    /// Two titles that never meet in one issue and whose newest sections share most of their links are
    /// one section that changed its name.
    List<List<Section>> groups(List<Split> splits) {
        List<List<Section>> byTitle = new ArrayList<>();
        for (int title = 0; title < onceCount; title++) {
            byTitle.add(new ArrayList<>());
        }
        splits.forEach(split ->
                split.once().forEach(section -> byTitle.get(section.title()).add(section)));
        List<List<Section>> groups = new ArrayList<>();
        for (List<Section> sections : byTitle) {
            if (!sections.isEmpty()) {
                groups.stream()
                        .filter(group -> isSame(group, sections))
                        .findFirst()
                        .ifPresentOrElse(group -> group.addAll(sections), () -> groups.add(sections));
            }
        }
        IdentityHashMap<Issue, Integer> order = new IdentityHashMap<>();
        splits.forEach(split -> order.put(split.issue(), order.size()));
        groups.forEach(group -> group.sort(Comparator.comparing(section -> order.getOrDefault(section.issue(), 0))));
        return groups;
    }

    private static boolean isSame(List<Section> a, List<Section> b) {
        Set<Issue> issues = Collections.newSetFromMap(new IdentityHashMap<>());
        a.forEach(section -> issues.add(section.issue()));
        if (b.stream().anyMatch(section -> issues.contains(section.issue()))) {
            return false;
        }
        Set<String> linksOfA = links(a.getLast());
        Set<String> linksOfB = links(b.getLast());
        int smaller = Math.min(linksOfA.size(), linksOfB.size());
        linksOfA.retainAll(linksOfB);
        return linksOfA.size() >= MIN_SHARED_LINKS && linksOfA.size() * 2 >= smaller;
    }

    private static Set<String> links(Section section) {
        Set<String> links = new HashSet<>();
        new DocumentMapper() {
            @Override
            Target target(Target target, Location location) {
                if (target instanceof Target.Written(var href)) {
                    links.add(href);
                }
                return target;
            }
        }.blocks(section.body());
        return links;
    }

    /// Names the configured titles that no issue has (`section-unknown`).
    void reportUnknown(Language language) {
        for (int title = 0; title < titles.size(); title++) {
            if (!found.contains(title)) {
                String nearest = Titles.nearest(titles.get(title), headings)
                        .map(heading -> "; the nearest heading is “" + heading + "”")
                        .orElse("");
                diagnostics.report(Diagnostic.note(
                        Location.of(CONFIGURATION),
                        "section-unknown",
                        "no chosen issue in the language " + language + " has the section “" + titles.get(title) + "”"
                                + nearest));
            }
        }
    }
}
