package octavo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import octavo.model.Language;
import octavo.model.Picture;
import octavo.model.Target;
import octavo.reader.markdown.Dialect;
import octavo.reader.markdown.MarkdownReader;
import octavo.render.theme.Messages;
import octavo.render.theme.Theme;
import octavo.render.theme.ThemeFiles;
import octavo.render.xhtml.Presentation;
import octavo.render.xhtml.XhtmlWriter;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every example of the CommonMark specification through the reader, the model and the writer.
class CommonMarkSpecTest {
    /// Examples that come out otherwise, by number, with the reason. None does.
    private static final Map<Integer, String> EXCEPTIONS = new TreeMap<>();

    private static final List<Example> EXAMPLES = ExampleReader.readExamples(TestResources.getSpec());
    private static final Messages MESSAGES = new Theme(new ThemeFiles(List.of())).messages(Language.ENGLISH);

    @Test
    void allExamplesAreThere() {
        assertThat(EXAMPLES).hasSizeGreaterThanOrEqualTo(652);
    }

    @TestFactory
    Stream<DynamicTest> example() {
        return IntStream.rangeClosed(1, EXAMPLES.size())
                .filter(number -> !EXCEPTIONS.containsKey(number))
                .mapToObj(number -> DynamicTest.dynamicTest(
                        number + " " + EXAMPLES.get(number - 1).getSection(), () -> check(EXAMPLES.get(number - 1))));
    }

    private static void check(Example example) {
        String html = XhtmlWriter.verbatim(
                MarkdownReader.blocks(example.getSource(), Dialect.commonMark()), new AsWritten(), MESSAGES);
        assertThat(normal(html)).as(example.getSource()).isEqualTo(normal(withTabs(example.getHtml())));
    }

    /// The specification shows tabs as arrows; the reader of its examples replaces them only in their
    /// source.
    private static String withTabs(String html) {
        return html.replace('→', '\t');
    }

    /// What a browser makes of it, so that `<br>` equals `<br />` and spaces between blocks do not count.
    private static String normal(String html) {
        return Jsoup.parseBodyFragment(html).body().html();
    }

    /// Addresses as the specification's examples write them.
    private static final class AsWritten implements Presentation {
        @Override
        public Optional<String> href(Target target) {
            return target instanceof Target.Written(String href) ? Optional.of(encoded(href)) : Optional.empty();
        }

        @Override
        public Optional<Shown> picture(Picture picture) {
            return Optional.of(new Shown(encoded(picture.source().address()), 0, 0));
        }

        private static String encoded(String address) {
            StringBuilder out = new StringBuilder();
            for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
                boolean isSafe = b > ' ' && b < 127 && "\"<>[\\]^`{|}".indexOf(b) < 0;
                out.append(isSafe ? String.valueOf((char) b) : String.format("%%%02X", b));
            }
            return out.toString();
        }
    }
}
