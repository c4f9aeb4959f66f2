package octavo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {
    private static Block.Heading heading(int level, String text) {
        return new Block.Heading(level, text, List.of(new Inline.Text(text)), Location.NONE);
    }

    private static String outline(List<Outline.Entry> entries) {
        StringBuilder text = new StringBuilder();
        for (Outline.Entry entry : entries) {
            text.append(entry.heading().id()).append(entry.from()).append('-').append(entry.to());
            text.append('(').append(outline(entry.children())).append(')');
        }
        return text.toString();
    }

    @Test
    void theOutlineFollowsLevelsWhateverTheirGaps() {
        List<Block> blocks = List.of(
                new Block.Rule(Location.NONE),
                heading(3, "a"),
                heading(6, "b"),
                new Block.Rule(Location.NONE),
                heading(4, "c"),
                heading(2, "d"),
                new Block.Quote(List.of(heading(1, "quoted")), Location.NONE));

        assertThat(outline(Outline.of(blocks).entries())).isEqualTo("a1-5(b2-4()c4-5())d5-7()");
        assertThat(Outline.of(List.of()).entries()).isEmpty();
    }

    @Test
    void aLongIssueHasAnOutlineToo() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            blocks.add(heading(1 + i % 6, "h"));
        }

        assertThat(Outline.of(blocks).entries()).hasSize(16_667);
    }

    @Test
    void plainTextIsWhatAReaderWouldReadAloud() {
        Picture picture = Picture.of(new Picture.Source.Remote("https://x.example/a.png"), "a boat", Location.NONE);
        List<Inline> inlines = List.of(
                new Inline.Text(" See "),
                new Inline.Strong(List.of(new Inline.Emphasis(List.of(new Inline.Text("this"))))),
                new Inline.SoftBreak(),
                new Inline.Image(picture),
                new Inline.LineBreak(),
                new Inline.Link(new Target.Dead("x"), Optional.empty(), List.of(new Inline.Code("<b>")), Location.NONE),
                new Inline.NoteReference("n", 1, 1, Location.NONE),
                new Inline.Html("<i>", Location.NONE),
                new Inline.Shortcode("s", Map.of(), List.of(new Inline.Text("!")), Location.NONE));

        assertThat(PlainText.of(inlines)).isEqualTo("See this a boat <b>!");
    }

    @ParameterizedTest
    @CsvSource({"EN,en,LTR,en", "pt-br,pt-BR,LTR,pt", "zh_hant,zh-Hant,LTR,zh", "ar,ar,RTL,ar", "az-Arab,az-Arab,RTL,az"
    })
    void languagesKnowTheirCanonicalTagAndDirection(String tag, String canonical, Direction direction, String primary) {
        Language language = new Language(tag);

        assertThat(language.tag()).isEqualTo(canonical);
        assertThat(language.direction()).isEqualTo(direction);
        assertThat(language.primary()).isEqualTo(primary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e n", "englishlanguage", "../x", "en\r\nX: y"})
    void whatIsNoLanguageTagIsRefused(String tag) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Language(tag));
    }

    @Test
    void aPublicationFallsBackFromRegionToLanguageToItsOwnTitle() {
        Publication publication = new Publication(
                "The Letter",
                Map.of(new Language("pt"), "A Carta"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Language.ENGLISH);

        assertThat(publication.title(new Language("pt-BR"))).isEqualTo("A Carta");
        assertThat(publication.title(new Language("de"))).isEqualTo("The Letter");
    }

    @Test
    void diagnosticsReadAsEditorsExpectThem() {
        assertThat(Diagnostic.warning(new Location("content/a.md", 12, 5), "link-scheme", "no scheme"))
                .hasToString("content/a.md:12:5: warning: [link-scheme] no scheme");
        assertThat(Diagnostic.error(Location.of("a.md"), "x", "y")).hasToString("a.md: error: [x] y");
        assertThat(Diagnostic.note(Location.NONE, "x", "y")).hasToString("note: [x] y");
    }

    @Test
    void recordsDoNotChangeWithWhatTheyWereMadeFrom() {
        List<Inline> content = new ArrayList<>(List.of(new Inline.Text("a")));
        Map<String, String> arguments = new LinkedHashMap<>(Map.of("b", "1"));
        arguments.put("a", "2");
        Block.Paragraph paragraph = new Block.Paragraph(content, Location.NONE);
        Block.Shortcode shortcode = new Block.Shortcode("s", arguments, List.of(), Location.NONE);
        content.clear();
        arguments.clear();

        assertThat(paragraph.content()).hasSize(1);
        assertThat(shortcode.arguments().keySet()).containsExactly("b", "a");
    }

    @Test
    void aWorksUrnStaysWhenThePublicationIsRenamed() {
        assertThat(publication("Letter").urn("letter-2025.en.epub"))
                .isEqualTo(publication("New Letter").urn("letter-2025.en.epub"))
                .isNotEqualTo(publication("Letter").urn("letter-2024.en.epub"))
                .matches("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static Publication publication(String title) {
        return new Publication(
                title,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("https://letter.example/"),
                Optional.empty(),
                Language.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, -1})
    void headingsHaveLevelsFromOneToSix(int level) {
        assertThatIllegalArgumentException().isThrownBy(() -> heading(level, "x"));
    }

    @Test
    void theFirstWordOfACodeBlocksInfoIsItsLanguage() {
        assertThat(new Block.CodeBlock(" java  hl=1", "", Location.NONE).language())
                .isEqualTo("java");
        assertThat(new Block.CodeBlock("", "", Location.NONE).language()).isEmpty();
    }
}
