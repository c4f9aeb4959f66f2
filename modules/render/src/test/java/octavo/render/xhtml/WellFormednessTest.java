package octavo.render.xhtml;

import static octavo.render.xhtml.Documents.EVERYTHING;
import static octavo.render.xhtml.Documents.HERE;
import static octavo.render.xhtml.Documents.messages;
import static octavo.render.xhtml.Documents.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import octavo.model.Block;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Picture;
import octavo.model.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// Whatever stands in a document, what is written is XML, and no link holds a link. The documents are random, with
/// fixed seeds, and made of strings that break careless writers.
class WellFormednessTest {
    private static final List<String> HOSTILE = List.of(
            "plain",
            "",
            "<script>alert(1)</script>",
            "]]>",
            "<!--",
            "&amp; & &#0;",
            "\"'`",
            "\u0000\u0001\u001F\uFFFE\uFFFF",
            "\uD800",
            "𝔘𝔫𝔦 🏳️‍🌈",
            "שלום \u202E evil",
            "{{< x >}} ${x} <#if>");

    private static final List<String> RAW = List.of(
            "<b>",
            "</b>",
            "</div></p></section>",
            "<div><p",
            "<table><tr><p>",
            "<a href='https://e.example/'>",
            "<a href=javascript:x>",
            "<svg><![CDATA[x]]>",
            "<x:y z:a='1' 1=2 \"=3>",
            "<img src=x onerror=y>",
            "<textarea>",
            "<plaintext>",
            "<select><option>",
            "&#1;&bogus;\u0003",
            "<?php x ?><!DOCTYPE y>");

    static IntStream seeds() {
        return IntStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsXml(int seed) throws Exception {
        Maker maker = new Maker(new Random(seed), seed % 2 == 0);
        String language = List.of("en", "ar", "ja").get(seed % 3);
        String body = XhtmlWriter.blocks(maker.blocks(4), EVERYTHING, messages(language));
        String notes = XhtmlWriter.footnotes(
                List.of(new Footnote("note", 1, maker.blocks(2), HERE)), EVERYTHING, messages(language));
        for (String fragment : List.of(body, notes, XhtmlWriter.label(maker.inlines(3), messages(language)))) {
            assertThatCode(() -> parse(fragment)).as(fragment).doesNotThrowAnyException();
            Document document = parse(fragment);
            assertThat(document.getElementsByTagName("script").getLength()).isZero();
            NodeList links = document.getElementsByTagName("a");
            for (int i = 0; i < links.getLength(); i++) {
                org.w3c.dom.Element link = (org.w3c.dom.Element) links.item(i);
                assertThat(link.getElementsByTagName("a").getLength())
                        .as(fragment)
                        .isZero();
                assertThat(link.getAttribute("href")).doesNotStartWithIgnoringCase("javascript");
            }
            assertThat(fragment).doesNotContain(OwnMarks.ATTRIBUTE);
        }
    }

    private static Document parse(String fragment) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(
                new StringReader("<body xmlns:epub=\"http://www.idpf.org/2007/ops\">" + fragment + "</body>")));
    }

    /// Random documents, with an author's raw HTML or without.
    private record Maker(Random random, boolean raw) {
        List<Block> blocks(int depth) {
            List<Block> blocks = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                blocks.add(block(depth));
            }
            return blocks;
        }

        private Block block(int depth) {
            return switch (random.nextInt(depth > 0 ? 12 : 5)) {
                case 0 -> new Block.Heading(1 + random.nextInt(6), any(HOSTILE), inlines(2), HERE);
                case 1 -> new Block.CodeBlock(any(HOSTILE), any(HOSTILE), HERE);
                case 2 -> raw ? new Block.Html(any(RAW), HERE) : new Block.Rule(HERE);
                case 3 -> new Block.Figure(picture(), inlines(1), inlines(2), target(), HERE);
                case 4 -> table();
                case 5 -> new Block.BulletList(random.nextBoolean(), items(depth - 1), HERE);
                case 6 -> new Block.OrderedList(random.nextInt(9), random.nextBoolean(), items(depth - 1), HERE);
                case 7 -> new Block.Quote(blocks(depth - 1), HERE);
                case 8 -> new Block.Callout(Block.Callout.Kind.TIP, inlines(1), blocks(depth - 1), HERE);
                case 9 -> new Block.Shortcode("x", Map.of("a", any(HOSTILE)), blocks(depth - 1), HERE);
                default -> new Block.Paragraph(inlines(3), HERE);
            };
        }

        private Block table() {
            List<List<Inline>> row = List.of(inlines(1), List.of());
            Block.Table.Alignment alignment =
                    random.nextBoolean() ? Block.Table.Alignment.NONE : Block.Table.Alignment.RIGHT;
            return new Block.Table(Collections.nCopies(2, alignment), row, List.of(row), HERE);
        }

        private List<Block.Item> items(int depth) {
            List<Block.Item> items = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                Optional<Boolean> done = random.nextBoolean() ? Optional.empty() : Optional.of(random.nextBoolean());
                items.add(new Block.Item(done, blocks(depth), HERE));
            }
            return items;
        }

        List<Inline> inlines(int depth) {
            List<Inline> inlines = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                inlines.add(inline(depth));
            }
            return inlines;
        }

        private Inline inline(int depth) {
            return switch (random.nextInt(depth > 0 ? 12 : 7)) {
                case 0 -> new Inline.SoftBreak();
                case 1 -> new Inline.LineBreak();
                case 2 -> new Inline.Code(any(HOSTILE));
                case 3 -> new Inline.Image(picture());
                case 4 -> new Inline.NoteReference(any(HOSTILE), 1, 1 + random.nextInt(3), HERE);
                case 5 -> raw ? new Inline.Html(any(RAW), HERE) : new Inline.Text(any(HOSTILE));
                case 6 -> new Inline.Text(any(HOSTILE));
                case 7 -> new Inline.Emphasis(inlines(depth - 1));
                case 8 -> new Inline.Strong(inlines(depth - 1));
                case 9 -> new Inline.Strikethrough(inlines(depth - 1));
                case 10 -> new Inline.Shortcode("x", Map.of(), inlines(depth - 1), HERE);
                default ->
                    new Inline.Link(
                            new Target.Web("https://e.example/" + any(HOSTILE)),
                            Optional.of(any(HOSTILE)),
                            inlines(depth - 1),
                            HERE);
            };
        }

        private Picture picture() {
            return random.nextBoolean() ? Documents.picture("a.png", any(HOSTILE)) : missing(any(HOSTILE));
        }

        private Optional<Target> target() {
            return random.nextBoolean() ? Optional.empty() : Optional.of(new Target.Web("https://e.example/"));
        }

        private String any(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }
}
