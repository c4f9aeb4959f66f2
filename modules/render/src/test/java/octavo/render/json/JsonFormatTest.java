package octavo.render.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import octavo.model.Block;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.OctavoException;
import octavo.model.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormatTest {
    private static final Location ORIGIN = Location.of("content/a.md");

    private static final String SAMPLE = JsonFormat.write(issue(
            new Block.Heading(2, "h", List.of(new Inline.Text("News")), new Location("content/a.md", 3, 1)),
            new Block.Paragraph(
                    List.of(
                            new Inline.Text("See "),
                            new Inline.Link(
                                    new Target.Web("https://x.example/"),
                                    Optional.empty(),
                                    List.of(new Inline.Text("x")),
                                    new Location("b.md", 5, 5))),
                    new Location("content/a.md", 5, 1))));

    private static Issue issue(Block... body) {
        return new Issue(
                new IssueId("a"),
                "top",
                Language.ENGLISH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "A",
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
                List.of(body),
                List.of(),
                ORIGIN);
    }

    @Test
    void anyModelComesBackAsItWas() {
        Set<String> types = new HashSet<>();
        for (int seed = 0; seed < 400; seed++) {
            Issue issue = new RandomModel(seed).issue();
            String json = JsonFormat.write(issue);
            Matcher type = Pattern.compile("\"type\": \"(\\w+)\"").matcher(json);
            while (type.find()) {
                types.add(type.group(1));
            }

            assertThat(JsonFormat.read(json)).as("seed %d", seed).isEqualTo(issue);
            assertThat(JsonFormat.write(JsonFormat.read(json))).isEqualTo(json);
        }
        int nodes = Block.class.getPermittedSubclasses().length + Inline.class.getPermittedSubclasses().length;
        // Text is a plain string; html, code and shortcode are both a block and an inline.
        assertThat(types).hasSize(nodes - 4);
    }

    @Test
    void isReadable() {
        assertThat(SAMPLE).isEqualTo("""
                        {
                          "octavo": 1,
                          "id": "a",
                          "anchor": "top",
                          "language": "en",
                          "title": "A",
                          "draft": false,
                          "origin": "content/a.md:0:0",
                          "body": [
                            {
                              "type": "heading",
                              "level": 2,
                              "id": "h",
                              "content": [
                                "News"
                              ],
                              "at": "3:1"
                            },
                            {
                              "type": "paragraph",
                              "content": [
                                "See ",
                                {
                                  "type": "link",
                                  "target": {
                                    "web": "https://x.example/"
                                  },
                                  "content": [
                                    "x"
                                  ],
                                  "at": "b.md:5:5"
                                }
                              ],
                              "at": "5:1"
                            }
                          ]
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "octavo": 1       | "octavo": 2                     | The document: it has the schema version 2
            "octavo": 1,      |                                 | this is no Octavo document, for it lacks "octavo": 1
            "level": 2        | "level": 7                      | body[0].level: a level from 1 to 6 is expected here, not 7
            "level": 2        | "level": "two"                  | body[0].level: a whole number is expected here, not the text “two”
            "level": 2        | "level": 2.5                    | in line 12, column
            "level": 2        | "level": null                   | in line 12, column
            "level": 2        | "level": 99999999999            | in line 12, column
            "level": 2,       |                                 | body[0]: “level” is missing
            "level": 2        | "level": 2, "lebel": 2          | body[0]: “lebel” is no key that belongs here; known are type, level
            "draft": false    | "draft": 0                      | draft: true or false is expected here, not the number 0
            "draft": false    | "draft": false, "x": 1          | The document: “x” is no key that belongs here
            "draft": false    | "draft": false, "draft": false  | Duplicate
            "language": "en"  | "language": "e n"               | language: a language tag such as pt-BR is expected here, not the text “e n”
            "at": "3:1"       | "at": "here"                    | body[0].at: a location such as 12:5 is expected here
            "type": "link"    | "type": "lnk"                   | body[1].content[1].type: “lnk” is no running text; known are
            "type": "heading" | "type": "title"                 | body[0].type: “title” is no block; known are
            "web":            | "wep":                          | body[1].content[1].target: one of the keys written, web, internal, dead
            "content": [      | "content": [[],                 | body[0].content[0]: an object is expected here, not an array
            "title": "A",     | "title": "A"                    | in line 7, column 3
            """)
    void errorsNameThePlaceAndWhatBelongsThere(String good, @Nullable String bad, String message) {
        String broken =
                SAMPLE.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(Objects.requireNonNullElse(bad, "")));
        assertThat(broken).isNotEqualTo(SAMPLE);

        assertThatExceptionOfType(OctavoException.class)
                .isThrownBy(() -> JsonFormat.read(broken))
                .withMessageContaining(message);
    }

    @Test
    void noInputEndsInAnythingButASentence() {
        for (String text : List.of("", " ", "null", "[]", "{", "\u0000", "[".repeat(100_000), SAMPLE + "{}")) {
            assertThatExceptionOfType(OctavoException.class).isThrownBy(() -> JsonFormat.read(text));
        }
        for (int end = 0; end < SAMPLE.length() - 2; end += 7) {
            String cut = SAMPLE.substring(0, end);
            assertThatExceptionOfType(OctavoException.class).isThrownBy(() -> JsonFormat.read(cut));
        }
    }

    /// In a thread with half of the usual stack, as a user's machine may give it.
    @Test
    void deepNestingIsReadOrRefusedButNeverOverflows() throws InterruptedException, ExecutionException {
        FutureTask<Void> work = new FutureTask<>(
                () -> {
                    Issue deepest = nested(ModelWriter.DEEPEST - 1);
                    String json = JsonFormat.write(deepest);
                    assertThat(JsonFormat.write(JsonFormat.read(json))).isEqualTo(json);
                    for (int depth : List.of(ModelWriter.DEEPEST, 20_000)) {
                        assertThatExceptionOfType(OctavoException.class)
                                .isThrownBy(() -> JsonFormat.write(nested(depth)))
                                .withMessageStartingWith("content/a.md: This document cannot be written as JSON");
                    }
                    assertThatExceptionOfType(OctavoException.class)
                            .isThrownBy(() -> JsonFormat.read(json.replace(
                                    "\"type\": \"rule\"", "\"x\": " + "[".repeat(20_000) + "]".repeat(20_000))))
                            .withMessageContaining("nesting depth");
                },
                null);
        Thread thread = new Thread(null, work, "small stack", 512 * 1024);
        thread.start();
        work.get();
    }

    private static Issue nested(int depth) {
        Block block = new Block.Rule(ORIGIN);
        for (int i = 0; i < depth; i++) {
            block = new Block.Quote(List.of(block), ORIGIN);
        }
        return issue(block);
    }
}
