package octavo.compile;

import static octavo.compile.Documents.a;
import static octavo.compile.Documents.h;
import static octavo.compile.Documents.issue;
import static octavo.compile.Documents.li;
import static octavo.compile.Documents.mark;
import static octavo.compile.Documents.note;
import static octavo.compile.Documents.p;
import static octavo.compile.Documents.t;
import static octavo.compile.Documents.ul;
import static octavo.compile.Documents.withNotes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import octavo.model.Archive;
import octavo.model.Block;
import octavo.model.CompilationRules;
import octavo.model.CompilationRules.YearBasis;
import octavo.model.Edition;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Target;
import org.junit.jupiter.api.Test;

/// What must hold for every edition, whatever the archive is like.
class EditionInvariantsTest {
    private static final List<String> TITLES =
            List.of("News", "Licence", "Help", "Unsubscribe", "People", "n", "n-ref", "Letter of 2025-01-05", "🎉");
    private static final List<String> LINKS = List.of(
            "#news",
            "#licence",
            "#unsubscribe",
            "#nothing",
            "#n",
            "#",
            "",
            "2025-01-05.md",
            "2025-01-05.md#people",
            "/2025-02-05/#help",
            "https://letter.example/2025-03-05#news",
            "/about",
            "javascript:x",
            "x.example/y");
    private static final CompilationRules RULES = new CompilationRules(
            YearBasis.PUBLISHED,
            Map.of(Language.ENGLISH, List.of("Licence", "Help")),
            Map.of(Language.ENGLISH, List.of("Unsubscribe")));

    private Random random = new Random(0);

    @Test
    void everyEditionIsSound() {
        for (int seed = 0; seed < 100; seed++) {
            random = new Random(seed);
            Archive archive = Documents.archive(issues());
            List<Edition> editions = new ArrayList<>();
            editions.addAll(Editions.compilations(archive, Selection.ALL, RULES, _ -> {}));
            editions.addAll(Editions.singles(archive, Selection.ALL, RULES, _ -> {}));
            for (Edition edition : editions) {
                checkIds(edition, seed);
                checkNotes(edition, seed);
                edition.issues().forEach(issue -> checkLevels(issue.body(), 2));
                edition.backMatter().forEach(matter -> checkLevels(matter.body(), 2));
            }
            assertThat(editions.equals(Stream.concat(
                                    Editions.compilations(archive, Selection.ALL, RULES, _ -> {}).stream(),
                                    Editions.singles(archive, Selection.ALL, RULES, _ -> {}).stream())
                            .toList()))
                    .isTrue();
        }
    }

    private static void checkIds(Edition edition, int seed) {
        List<String> ids = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        edition.issues().forEach(issue -> ids.add(issue.anchor()));
        edition.backMatter().forEach(matter -> ids.add(matter.heading().id()));
        for (List<Block> part : parts(edition)) {
            Documents.headings(part).forEach(heading -> ids.add(heading.substring(2)));
            targets.addAll(Documents.targets(part));
        }
        notes(edition).forEach(notes -> notes.forEach(note -> ids.add(note.id())));
        for (List<Inline.NoteReference> marks : marks(edition)) {
            marks.forEach(
                    mark -> ids.add(mark.id() + "-ref" + (mark.occurrence() == 1 ? "" : "-" + mark.occurrence())));
        }

        assertThat(ids).as("ids of %s, seed %d", edition.name(), seed).doesNotHaveDuplicates();
        assertThat(ids).allMatch(id -> id.matches("[\\p{L}_][\\p{L}\\p{N}._-]*"));
        Set<String> known = new HashSet<>(ids);
        assertThat(targets).as("targets, seed %d", seed).allSatisfy(target -> {
            assertThat(target).isNotInstanceOf(Target.Written.class);
            if (target instanceof Target.Internal(var anchor)) {
                assertThat(known).contains(anchor);
            }
        });
    }

    private static void checkNotes(Edition edition, int seed) {
        List<List<Footnote>> notes = notes(edition);
        List<List<Inline.NoteReference>> marks = marks(edition);
        for (int i = 0; i < notes.size(); i++) {
            assertThat(notes.get(i))
                    .extracting(Footnote::number)
                    .isEqualTo(upTo(notes.get(i).size()));
            assertThat(marks.get(i).stream()
                            .map(mark -> mark.id() + " " + mark.number())
                            .distinct())
                    .as("marks, seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(notes.get(i).stream()
                            .map(note -> note.id() + " " + note.number())
                            .toList());
        }
    }

    private static List<Integer> upTo(int last) {
        return Stream.iterate(1, i -> i <= last, i -> i + 1).toList();
    }

    private static void checkLevels(List<Block> blocks, int top) {
        int last = top - 1;
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                assertThat(heading.level()).isBetween(top, Math.min(6, last + 1));
                last = heading.level();
            }
        }
    }

    private static List<List<Block>> parts(Edition edition) {
        List<List<Block>> parts = new ArrayList<>();
        edition.issues().forEach(issue -> parts.add(withNotesBodies(issue.body(), issue.footnotes())));
        edition.backMatter().forEach(matter -> parts.add(withNotesBodies(matter.body(), matter.footnotes())));
        return parts;
    }

    private static List<Block> withNotesBodies(List<Block> body, List<Footnote> notes) {
        List<Block> all = new ArrayList<>(body);
        notes.forEach(note -> all.addAll(note.body()));
        return all;
    }

    private static List<List<Footnote>> notes(Edition edition) {
        List<List<Footnote>> notes = new ArrayList<>();
        edition.issues().forEach(issue -> notes.add(issue.footnotes()));
        edition.backMatter().forEach(matter -> notes.add(matter.footnotes()));
        return notes;
    }

    private static List<List<Inline.NoteReference>> marks(Edition edition) {
        List<List<Inline.NoteReference>> all = new ArrayList<>();
        for (List<Block> part : parts(edition)) {
            List<Inline.NoteReference> marks = new ArrayList<>();
            new DocumentMapper() {
                @Override
                List<Inline> reference(Inline.NoteReference reference) {
                    marks.add(reference);
                    return List.of(reference);
                }

                @Override
                List<Inline> link(Inline.Link link) {
                    assertThat(link.content()).noneMatch(part -> part instanceof Inline.Link);
                    return super.link(link);
                }
            }.blocks(part);
            all.add(marks);
        }
        return all;
    }

    private Issue[] issues() {
        Issue[] issues = new Issue[1 + random.nextInt(4)];
        for (int i = 0; i < issues.length; i++) {
            String slug = random.nextInt(8) == 0 ? "undated" : "2025-0" + (1 + random.nextInt(4)) + "-05";
            Issue issue = issue(slug, blocks(12, 2).toArray(Block[]::new));
            issues[i] = withNotes(
                    random.nextInt(5) == 0 ? Documents.withTitle(issue, "") : issue,
                    note("n", blocks(2, 0).toArray(Block[]::new)),
                    note("fn:1", p("again"), p(mark("n"), mark("fn:1"))),
                    note("unused", p("never")));
        }
        return issues;
    }

    private List<Block> blocks(int most, int depth) {
        return Stream.generate(() -> block(depth))
                .limit(random.nextInt(most + 1))
                .toList();
    }

    private Block block(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0, 1 -> h(1 + random.nextInt(6), one(TITLES));
            case 2 -> p(t("See "), a(one(LINKS), t("x"), a(one(LINKS)), mark("n")));
            case 3 -> p(mark(random.nextBoolean() ? "n" : "fn:1"), mark(random.nextBoolean() ? "n" : "gone"));
            case 4 -> ul(li(blocks(3, depth - 1).toArray(Block[]::new)));
            default -> new Block.Quote(blocks(3, depth - 1), Location.NONE);
        };
    }

    private String one(List<String> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
