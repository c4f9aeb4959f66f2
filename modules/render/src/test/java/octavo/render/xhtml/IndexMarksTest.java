package octavo.render.xhtml;

import static octavo.render.xhtml.Documents.EVERYTHING;
import static octavo.render.xhtml.Documents.HERE;
import static octavo.render.xhtml.Documents.html;
import static octavo.render.xhtml.Documents.link;
import static octavo.render.xhtml.Documents.messages;
import static octavo.render.xhtml.Documents.paragraph;
import static octavo.render.xhtml.Documents.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.IndexEntry;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Period;
import octavo.model.Picture;
import octavo.model.Publication;
import octavo.model.Target;
import org.junit.jupiter.api.Test;

class IndexMarksTest {
    private static final Inline.Link FERRY = (Inline.Link) link("https://ferry.example/", text("The Ferry"));
    private static final Inline.Link TIMETABLE = (Inline.Link) link("https://ferry.example/t", text("The Ferry 2"));
    private static final Inline.Link PIER = (Inline.Link) link("https://pier.example/", text("The Pier"));
    private static final Inline.Link OTHER = (Inline.Link) link("https://other.example/", text("other"));

    private static Edition edition(String... anchors) {
        Period period = new Period.Chosen(Optional.<LocalDate>empty(), Optional.empty());
        Publication publication = new Publication(
                "Letter",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Language.ENGLISH);
        List<IndexEntry> index = List.of(
                new IndexEntry(
                        "The Ferry",
                        "T",
                        List.of(
                                new IndexEntry.Occurrence(anchors[0], FERRY),
                                new IndexEntry.Occurrence(anchors[1], TIMETABLE))),
                new IndexEntry("The Pier", "T", List.of(new IndexEntry.Occurrence(anchors[1], PIER))));
        return new Edition(
                Edition.Kind.COMPILATION,
                publication,
                "letter",
                "Letter",
                Language.ENGLISH,
                period,
                Stream.of(anchors).map(IndexMarksTest::issue).toList(),
                List.of(),
                index,
                List.of(),
                Optional.empty());
    }

    private static Issue issue(String anchor) {
        return new Issue(
                new IssueId(anchor),
                anchor,
                Language.ENGLISH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                anchor,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                HERE);
    }

    private static String written(IndexMarks marks, Block... blocks) {
        Presentation presentation = new Presentation() {
            @Override
            public Optional<String> href(Target target) {
                return EVERYTHING.href(target);
            }

            @Override
            public Optional<Shown> picture(Picture picture) {
                return EVERYTHING.picture(picture);
            }

            @Override
            public Optional<String> linkId(Inline.Link link) {
                return marks.id(link);
            }
        };
        return XhtmlWriter.blocks(List.of(blocks), presentation, messages("en"));
    }

    @Test
    void linksOfTheIndexHaveIdsEachOnce() {
        IndexMarks marks = new IndexMarks(edition("january", "february"));

        assertThat(written(marks, paragraph(FERRY, OTHER, FERRY)))
                .isEqualTo("<p><a id=\"name-1-1\" href=\"https://ferry.example/\">The Ferry</a>"
                        + "<a href=\"https://other.example/\">other</a>"
                        + "<a href=\"https://ferry.example/\">The Ferry</a></p>\n");
        assertThat(written(marks, paragraph(TIMETABLE))).contains("<a id=\"name-1-2\" href");
        assertThat(marks.entries())
                .as("the pier was not written")
                .containsExactly(new IndexMarks.Entry(
                        "The Ferry",
                        "T",
                        List.of(
                                new IndexMarks.Mark("name-1-1", "january"),
                                new IndexMarks.Mark("name-1-2", "february"))));
    }

    @Test
    void idsOutliveRawHtmlAndMeetNoOthers() {
        IndexMarks marks = new IndexMarks(edition("name", "namex-1"));

        assertThat(written(marks, paragraph(html("<b id=\"namexx-1-1\">"), FERRY, html("</b>"))))
                .isEqualTo("<p><b><a id=\"namexx-1-1\" href=\"https://ferry.example/\">The Ferry</a></b></p>\n");
    }
}
