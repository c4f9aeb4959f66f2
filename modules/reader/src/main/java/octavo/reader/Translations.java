package octavo.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;

/// Finds the issues that are the same one in several languages: those of one base name, those of one
/// `translationKey`, and, where file names differ, those of one date in one folder.
final class Translations {
    /// @param folder the file's folder in the archive, without what a language's own content folder adds
    record Found(Issue issue, Optional<String> key, String folder) {
        boolean isIn(Language language) {
            return issue.language().equals(language);
        }
    }

    private final Language mainLanguage;

    private Translations(Language mainLanguage) {
        this.mainLanguage = mainLanguage;
    }

    /// The same issues; each one knows its translations and has the id of the original.
    static List<Issue> pair(List<Found> found, Language mainLanguage) {
        Translations translations = new Translations(mainLanguage);
        Map<IssueId, List<Found>> groups = new TreeMap<>();
        found.forEach(one ->
                groups.computeIfAbsent(one.issue().id(), _ -> new ArrayList<>()).add(one));
        translations.joinByKey(groups);
        translations.joinByDate(groups);
        List<Issue> paired = new ArrayList<>();
        groups.forEach((id, group) -> group.forEach(one -> paired.add(named(one.issue(), id, group))));
        return paired;
    }

    private static Issue named(Issue issue, IssueId id, List<Found> group) {
        List<Issue.Translation> others = group.stream()
                .map(Found::issue)
                .filter(other -> !other.language().equals(issue.language()))
                .sorted(Comparator.comparing(Issue::language))
                .map(other -> new Issue.Translation(other.language(), other.title(), other.address()))
                .toList();
        Issue identified = issue.withIdentity(id, others);
        return identified.withAnchor(IssueReader.anchor(id.slug()));
    }

    private void joinByKey(Map<IssueId, List<Found>> groups) {
        Map<String, IssueId> originals = new LinkedHashMap<>();
        groups.forEach((id, group) -> group.forEach(one -> one.key().ifPresent(key -> {
            if (one.isIn(mainLanguage) || !originals.containsKey(key)) {
                originals.put(key, id);
            }
        })));
        for (IssueId id : List.copyOf(groups.keySet())) {
            List<Found> group = groups.getOrDefault(id, List.of());
            group.stream()
                    .flatMap(one -> one.key().stream())
                    .map(originals::get)
                    .filter(original -> !original.equals(id))
                    .findFirst()
                    .ifPresent(original -> join(groups, id, original));
        }
    }

    /// Issues without an original join the only one of their date and folder that lacks their language.
    private void joinByDate(Map<IssueId, List<Found>> groups) {
        for (IssueId id : List.copyOf(groups.keySet())) {
            List<Found> group = groups.get(id);
            if (group == null || hasLanguage(group, mainLanguage)) {
                continue;
            }
            List<IssueId> originals = groups.entrySet().stream()
                    .filter(entry -> isOriginal(entry.getValue(), group.getFirst()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (originals.size() == 1) {
                join(groups, id, originals.getFirst());
            }
        }
    }

    private boolean isOriginal(List<Found> candidates, Found translation) {
        return !hasLanguage(candidates, translation.issue().language())
                && translation.issue().date().isPresent()
                && candidates.stream()
                        .anyMatch(one -> one.isIn(mainLanguage)
                                && one.folder().equals(translation.folder())
                                && one.issue().date().equals(translation.issue().date()));
    }

    private static boolean hasLanguage(List<Found> group, Language language) {
        return group.stream().anyMatch(one -> one.isIn(language));
    }

    /// Moves a group's issues to another one, those left out whose language that one has already.
    private static void join(Map<IssueId, List<Found>> groups, IssueId from, IssueId to) {
        List<Found> target = groups.get(to);
        List<Found> source = groups.get(from);
        if (target == null || source == null) {
            return;
        }
        List<Found> moved = source.stream()
                .filter(one -> !hasLanguage(target, one.issue().language()))
                .toList();
        target.addAll(moved);
        source.removeAll(moved);
        if (source.isEmpty()) {
            groups.remove(from);
        }
    }
}
