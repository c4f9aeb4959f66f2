package octavo.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import octavo.model.Block;
import octavo.model.Diagnostics;
import octavo.model.Edition.BackMatter;
import octavo.model.IndexEntry;
import octavo.model.IndexRules;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.PlainText;

/// The content of one edition: first every id is settled, then every link.
final class Compilation {
    private static final String BACK_MATTER = "back-";
    private static final Diagnostics UNHEARD = _ -> {};

    private final Language language;
    private final Diagnostics diagnostics;
    private final Links links;
    private final Anchors anchors = new Anchors();

    Compilation(Language language, ArchiveIndex index, Diagnostics diagnostics) {
        this.language = language;
        this.diagnostics = diagnostics;
        this.links = new Links(index);
    }

    /// What an edition holds.
    ///
    /// @param names that several of its issues talk about
    record Content(List<Issue> issues, List<BackMatter> backMatter, List<IndexEntry> names) {}

    /// One issue as it stands, with the ids of its web page.
    Content single(Issue issue) {
        Map<String, String> fragments = new LinkedHashMap<>();
        List<Block> body = withoutTitle(issue.body(), issue, fragments);
        Piece piece =
                Piece.of(HeadingLevels.belowTitle(body), issue.footnotes()).identified(anchors, "", fragments);
        Place place = placed(issue, anchors.take(issue.anchor()), fragments, Set.of());
        return new Content(List.of(finished(piece, place)), List.of(), List.of());
    }

    /// An issue on its way into a compilation.
    ///
    /// @param fragments by an id of the issue, the id in the edition; empty for the issue's beginning
    private record Part(RecurringSections.Split split, String anchor, Piece piece, Map<String, String> fragments) {
        Issue issue() {
            return split.issue();
        }
    }

    /// Issues compiled into one work.
    Content compiled(List<Issue> issues, RecurringSections recurring, IndexRules rules) {
        List<Part> parts =
                issues.stream().map(issue -> part(recurring.split(issue))).toList();
        IdentityHashMap<Issue, Map<String, String>> fragments = new IdentityHashMap<>();
        parts.forEach(part -> fragments.put(part.issue(), part.fragments()));
        List<Once> once = recurring.groups(parts.stream().map(Part::split).toList()).stream()
                .map(group -> once(group, fragments))
                .toList();
        IdentityHashMap<Issue, Place> places = new IdentityHashMap<>();
        for (Part part : parts) {
            places.put(part.issue(), placed(part.issue(), part.anchor(), part.fragments(), omitted(part.split())));
        }
        List<Issue> finished = parts.stream()
                .map(part -> finished(part.piece(), Objects.requireNonNull(places.get(part.issue()))))
                .toList();
        // The index needs nothing but the issues, and takes as long as the rest.
        CompletableFuture<List<IndexEntry>> names =
                CompletableFuture.supplyAsync(() -> new NameIndex(language, rules).of(finished));
        List<BackMatter> backMatter =
                once.stream().map(section -> backMatter(section, places)).toList();
        return new Content(finished, backMatter, names.join());
    }

    private Part part(RecurringSections.Split split) {
        Issue issue = split.issue();
        String anchor = anchors.take(prefix(issue));
        Map<String, String> fragments = new LinkedHashMap<>();
        List<Block> body = HeadingLevels.belowTitle(withoutTitle(split.body(), issue, fragments));
        Piece piece = Piece.of(body, issue.footnotes()).identified(anchors, anchor + "-", fragments);
        return new Part(split, anchor, piece, fragments);
    }

    private Place placed(Issue issue, String anchor, Map<String, String> fragments, Set<String> omitted) {
        fragments.replaceAll((_, id) -> id.isEmpty() ? anchor : id);
        fragments.putIfAbsent(issue.anchor(), anchor);
        Place place = new Place(issue, anchor, fragments, omitted);
        links.add(place);
        return place;
    }

    private Issue finished(Piece piece, Place place) {
        Finisher.Finished done = new Finisher(piece, place, links, diagnostics).finished();
        return place.issue().withAnchor(place.anchor()).withBody(done.body(), done.notes());
    }

    private static String prefix(Issue issue) {
        String slug = issue.id().slug();
        return Character.isLetter(slug.codePointAt(0)) ? slug : "issue-" + slug;
    }

    /// Takes out headings that only repeat the issue's title; what leads to them leads to the issue's
    /// beginning.
    private static List<Block> withoutTitle(List<Block> blocks, Issue issue, Map<String, String> fragments) {
        String title = Titles.key(issue.title());
        List<Block> rest = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading
                    && (heading.level() == 1 || rest.isEmpty())
                    && !title.isEmpty()
                    && title(heading).equals(title)) {
                fragments.putIfAbsent(heading.id(), "");
            } else {
                rest.add(block);
            }
        }
        return rest;
    }

    /// A section that stands once, its ids settled.
    ///
    /// @param piece of the newest wording, the heading first
    private record Once(List<RecurringSections.Section> wordings, Piece piece) {}

    private Once once(
            List<RecurringSections.Section> wordings, IdentityHashMap<Issue, Map<String, String>> fragmentsOf) {
        RecurringSections.Section newest = wordings.getLast();
        Map<String, String> own = new LinkedHashMap<>();
        Piece piece = Piece.of(
                        HeadingLevels.fromTop(newest.blocks()), newest.issue().footnotes())
                .identified(anchors, BACK_MATTER, own);
        String id = ((Block.Heading) piece.body().getFirst()).id();
        Map<String, String> idsByTitle = new HashMap<>();
        for (Block.Heading inner : headings(newest.body())) {
            idsByTitle.putIfAbsent(title(inner), own.getOrDefault(inner.id(), id));
        }
        for (RecurringSections.Section wording : wordings) {
            Map<String, String> fragments = fragmentsOf.getOrDefault(wording.issue(), new HashMap<>());
            fragments.putIfAbsent(wording.heading().id(), id);
            for (Block.Heading inner : headings(wording.body())) {
                fragments.putIfAbsent(inner.id(), idsByTitle.getOrDefault(title(inner), id));
            }
        }
        return new Once(wordings, piece);
    }

    private static String title(Block.Heading heading) {
        return Titles.key(PlainText.of(heading.content()));
    }

    private static Set<String> omitted(RecurringSections.Split split) {
        Set<String> ids = new HashSet<>();
        for (RecurringSections.Section section : split.omitted()) {
            ids.add(section.heading().id());
            headings(section.body()).forEach(heading -> ids.add(heading.id()));
        }
        return ids;
    }

    private static List<Block.Heading> headings(List<Block> blocks) {
        List<Block.Heading> headings = new ArrayList<>();
        new DocumentMapper() {
            @Override
            Block.Heading heading(Block.Heading heading) {
                headings.add(heading);
                return heading;
            }
        }.blocks(blocks);
        return headings;
    }

    private BackMatter backMatter(Once once, IdentityHashMap<Issue, Place> places) {
        Place place =
                Objects.requireNonNull(places.get(once.wordings().getLast().issue()));
        Finisher.Finished done = new Finisher(once.piece(), place, links, diagnostics).finished();
        List<Block> body = done.body().subList(1, done.body().size());
        if (once.wordings().size() > 1) {
            body = withCredits(body, once.wordings(), places);
        }
        return new BackMatter((Block.Heading) done.body().getFirst(), body, done.notes(), place.anchor());
    }

    /// The newest wording with the credits of the older ones.
    private List<Block> withCredits(
            List<Block> newest, List<RecurringSections.Section> wordings, IdentityHashMap<Issue, Place> places) {
        Credits credits = new Credits(language);
        List<Block> body = newest;
        for (RecurringSections.Section older : wordings.reversed().subList(1, wordings.size())) {
            Place there = Objects.requireNonNull(places.get(older.issue()));
            Piece piece = Piece.of(older.body(), List.of());
            body = credits.united(
                    body, new Finisher(piece, there, links, UNHEARD).finished().body());
        }
        return body;
    }
}
