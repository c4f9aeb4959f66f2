package octavo.render.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import octavo.model.Diagnostic;
import octavo.model.Picture;
import octavo.render.MediaType;
import octavo.render.picture.PictureSpec.Animation;
import octavo.render.picture.PreparedPicture.Ready;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgTest {
    private static final String OPEN =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='40' height='20'>";

    @TempDir
    private Path root;

    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private static SvgDocument clean(String svg) throws PictureProblem {
        return SvgCleaner.clean(svg.getBytes(UTF_8));
    }

    private static String cleaned(String content) throws PictureProblem {
        return new String(clean(OPEN + content + "</svg>").bytes(), UTF_8);
    }

    private PreparedPicture prepare(byte[] bytes, MediaType... types) throws IOException {
        Files.write(root.resolve("a.svg"), bytes);
        PictureStore store = PictureStore.of(root, root.resolve("cache"), RemotePolicy.NONE, diagnostics::add);
        Picture.Source source = new Picture.Source.Local("a.svg", "/a.svg");
        PictureSpec spec = new PictureSpec(Set.of(types), 300, 300, 90_000, 0.8, false, Animation.STILL);
        return Objects.requireNonNull(store.prepare(List.of(source), spec).get(source));
    }

    private Ready drawn(String svg) throws IOException {
        PreparedPicture prepared = prepare(svg.getBytes(UTF_8), MediaType.PNG);
        assertThat(prepared).as("%s", diagnostics).isInstanceOf(Ready.class);
        return (Ready) prepared;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('FORBIDDEN')</script>",
                "<script xlink:href='http://FORBIDDEN/a.js'/>",
                "<rect width='9' height='9' onclick='FORBIDDEN()'/>",
                "<rect width='9' height='9' ONLOAD='FORBIDDEN()'/>",
                "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>FORBIDDEN</p></foreignObject>",
                "<image xlink:href='http://FORBIDDEN/a.png' width='9' height='9'/>",
                "<image href='file:///etc/FORBIDDEN' width='9' height='9'/>",
                "<image href='FORBIDDEN.png' width='9' height='9'/>",
                "<use xlink:href='FORBIDDEN.svg#a'/>",
                "<a href='javascript:FORBIDDEN()'><rect width='9' height='9'/></a>",
                "<image width='8' height='8' href='data:image/svg+xml;base64,FORBIDDEN'/>",
                "<image width='8' height='8' href='data:text/html;base64,FORBIDDEN'/>",
                "<style>@import url(http://FORBIDDEN/a.css);</style>",
                "<style>@import 'http://FORBIDDEN/a.css';</style>",
                "<style>@IMPORT/**/'http://FORBIDDEN/a.css'</style>",
                "<style>rect { fill: url(http://FORBIDDEN/a.svg#b) }</style>",
                "<style>rect { fill: url( 'http://FORBIDDEN/a.svg#b' ) }</style>",
                "<style>rect { fill: url(http://FORBIDDEN/a.svg</style>",
                "<style>rect { fill: u\\72l(http://FORBIDDEN/a.svg) }</style>",
                "<style>@font-face { font-family: a; src: url('http://FORBIDDEN/a.woff') }</style>",
                "<style>rect { background: image-set('http://FORBIDDEN/a.png' 1x) }</style>",
                "<style><![CDATA[ rect { fill: url(//FORBIDDEN/a.svg) } ]]></style>",
                "<rect width='9' height='9' style='fill:url(http://FORBIDDEN/a)'/>",
                "<rect width='9' height='9' fill=\"url('http://FORBIDDEN/a')\"/>",
                "<rect width='9' height='9' filter='url(FORBIDDEN.svg#f)'/>",
                "<rect width='9' height='9' xml:base='http://FORBIDDEN/'/>",
                "<rect id='r'><animate attributeName='href' to='javascript:FORBIDDEN()'/></rect>",
                "<set attributeName='onload' to='FORBIDDEN()'/>",
                "<x:evil xmlns:x='urn:FORBIDDEN'>FORBIDDEN</x:evil>",
                "<?xml-stylesheet href='http://FORBIDDEN/a.css'?>",
                "<!-- FORBIDDEN -->",
                "<metadata>FORBIDDEN</metadata>",
                "<iframe src='http://FORBIDDEN/'/>",
            })
    void nothingActiveAndNothingFromOutsideIsLeft(String content) throws PictureProblem {
        assertThat(cleaned(content + "<circle r='5'/>"))
                .doesNotContain("FORBIDDEN")
                .contains("<circle r=\"5\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<defs><linearGradient id=\"g\"><stop offset=\"0\"></stop></linearGradient></defs><rect width=\"1\" height=\"1\" fill=\"url(#g)\"></rect>",
                "<symbol id=\"s\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1\"></path></symbol><use xlink:href=\"#s\"></use>",
                "<style>.a{fill:red;stroke:url(#g)}</style>",
                "<text x=\"1\" font-family=\"serif\" xml:lang=\"de\">Grüße &amp; &lt;Küsse&gt;</text>",
                "<path d=\"M0 0h1\" style=\"fill:#abc;transform:translate(1px)\"></path>",
            })
    void whatDrawsStays(String content) throws PictureProblem {
        assertThat(cleaned(content)).contains(content);
    }

    @Test
    void embeddedPicturesStayIfTheyAreSmall() throws PictureProblem {
        String small = data(Samples.write(Samples.screenshot(8, 8), "png"));
        assertThat(cleaned("<image width='8' height='8' xlink:href='" + small + "'/>"))
                .contains(small);
        assertThat(cleaned("<image width='8' height='8' xlink:href='" + data(Samples.bomb()) + "'/>"))
                .doesNotContain("<image");
        assertThat(cleaned("<image width='8' height='8' xlink:href='" + data("no picture".getBytes(UTF_8)) + "'/>"))
                .doesNotContain("<image");
    }

    private static String data(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    @Test
    void whatWasTakenOutIsSaid() throws PictureProblem {
        assertThat(clean(OPEN + "<script/></svg>").notes())
                .singleElement()
                .asString()
                .contains("scripts");
        assertThat(clean(OPEN + "<image href='http://example.org/a.png'/></svg>")
                        .notes())
                .singleElement()
                .asString()
                .contains("outside");
        assertThat(clean(OPEN + "<a href='http://example.org/'><path/></a></svg>")
                        .notes())
                .isEmpty();
    }

    @Test
    void documentTypeIsSkippedAndNothingOfItRead() throws PictureProblem {
        String plain =
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://localhost:1/svg11.dtd'>" + OPEN + "</svg>";
        assertThat(clean(plain).natural()).isEqualTo(new Size(40, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE svg [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;'><!ENTITY e '&b;&b;&b;'>]>",
                "<!DOCTYPE svg [<!ENTITY % p SYSTEM 'http://localhost:1/x'> %p;]>",
            })
    void entitiesAreNotExpanded(String doctype) {
        try {
            String text = new String(
                    clean(doctype + OPEN + "<text>x&e;y</text></svg>").bytes(), UTF_8);
            assertThat(text).contains("<text>xy</text>").doesNotContain("root:", "haha");
        } catch (PictureProblem e) {
            assertThat(e.code()).isEqualTo(PictureProblem.BROKEN);
        }
    }

    @Test
    void referencesThatMultiplyAreRefused() {
        StringBuilder svg = new StringBuilder(OPEN).append("<g id='g0'><path d='M0 0h1'/></g>");
        for (int i = 1; i < 12; i++) {
            svg.append("<g id='g")
                    .append(i)
                    .append("'>")
                    .append(("<use href='#g" + (i - 1) + "'/>").repeat(10))
                    .append("</g>");
        }
        assertThatThrownBy(() -> clean(svg + "</svg>"))
                .isInstanceOfSatisfying(
                        PictureProblem.class, e -> assertThat(e.code()).isEqualTo(PictureProblem.TOO_LARGE));
    }

    @Test
    void referenceToItselfIsRefused() {
        assertThatThrownBy(() -> clean(OPEN + "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></svg>"))
                .isInstanceOf(PictureProblem.class)
                .hasMessageContaining("itself");
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> clean(OPEN + "<g>".repeat(20_000))).isInstanceOf(PictureProblem.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width='40' height='20' | 40 | 20",
                "width='1in' height='2.54cm' | 96 | 96",
                "width='30pt' height='3pc' | 40 | 48",
                "viewBox='0 0 120 80' | 120 | 80",
                "viewBox='0,0,120,80' width='60' | 60 | 40",
                "viewBox='0 0 120 80' height='160px' width='100%' | 240 | 160",
                "'' | 300 | 150",
                "width='1e99' height='nonsense' | 20000 | 150",
                "width='-5' height='0' | 300 | 150",
            })
    void naturalSizeIsThatOfBrowsers(String attributes, int width, int height) throws PictureProblem {
        String plain = attributes.equals("''") ? "" : attributes;
        assertThat(clean("<svg xmlns='http://www.w3.org/2000/svg' " + plain + "/>")
                        .natural())
                .isEqualTo(new Size(width, height));
    }

    @Test
    void vectorIsKeptWhereItIsTaken() throws IOException {
        Ready ready = (Ready) prepare((OPEN + "<circle r='5'/></svg>").getBytes(UTF_8), MediaType.SVG, MediaType.PNG);
        assertThat(ready.type()).isEqualTo(MediaType.SVG);
        assertThat(List.of(ready.width(), ready.height())).containsExactly(40, 20);
        assertThat(new String(ready.bytes(), UTF_8)).contains("<circle r=\"5\">");
    }

    @Test
    void vectorIsDrawnAtTwiceItsSizeUpToTheMaximum() throws IOException {
        Ready ready = drawn(OPEN + "<rect width='20' height='20' fill='#00f'/></svg>");
        assertThat(List.of(ready.width(), ready.height(), ready.naturalWidth())).containsExactly(80, 40, 40);
        assertThat(new Color(Samples.read(ready.bytes()).getRGB(10, 10), true)).isEqualTo(Color.BLUE);
        assertThat(new Color(Samples.read(ready.bytes()).getRGB(60, 10), true).getAlpha())
                .isZero();
        Ready large = drawn("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1000 500'><rect width='9'/></svg>");
        assertThat(List.of(large.width(), large.height())).containsExactly(300, 150);
    }

    @Test
    void textAndEmbeddedPicturesAreDrawn() throws IOException {
        assertThat(ink(drawn(OPEN + "<text y='15' font-family='Arial, sans-serif'>Wind</text></svg>")))
                .isGreaterThan(50);
        assertThat(ink(drawn(OPEN + "<text y='15' font-family='No Such Font'>港だ</text></svg>")))
                .isGreaterThan(50);
        String picture = data(Samples.write(Samples.plain(4, 4, Color.RED), "png"));
        assertThat(ink(drawn(OPEN + "<image width='20' height='20' xlink:href='" + picture + "'/></svg>")))
                .isGreaterThan(1000);
    }

    private static long ink(Ready ready) {
        Bitmap bitmap = new ImageRows(Samples.read(ready.bytes())).bitmap();
        return java.util.Arrays.stream(bitmap.argb())
                .filter(pixel -> pixel >>> 24 > 128)
                .count();
    }

    @Test
    void gzippedIsTheSame() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((OPEN + "<circle r='5'/></svg>").getBytes(UTF_8));
        }
        Ready ready = (Ready) prepare(bytes.toByteArray(), MediaType.SVG);
        assertThat(new String(ready.bytes(), UTF_8)).contains("<circle r=\"5\">");
    }

    @Test
    void gzipBombIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(OPEN.getBytes(UTF_8));
            for (int i = 0; i < 30; i++) {
                gzip.write(new byte[1_000_000]);
            }
        }
        assertThat(prepare(bytes.toByteArray(), MediaType.SVG)).isInstanceOf(PreparedPicture.Unavailable.class);
        assertThat(diagnostics).singleElement().extracting(Diagnostic::code).isEqualTo(PictureProblem.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<svg", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "<svg><rect x='1' x='2'/></svg>"})
    void brokenXmlIsReported(String svg) throws IOException {
        assertThat(prepare(svg.getBytes(UTF_8), MediaType.SVG)).isInstanceOf(PreparedPicture.Unavailable.class);
        assertThat(diagnostics).singleElement().extracting(Diagnostic::code).isEqualTo(PictureProblem.BROKEN);
    }

    @Test
    void pageWithAnSvgInsideIsNoPicture() throws IOException {
        byte[] page = "<!DOCTYPE html><html><body><svg></svg></body></html>".getBytes(UTF_8);
        assertThat(prepare(page, MediaType.SVG)).isInstanceOf(PreparedPicture.Unavailable.class);
        assertThat(diagnostics).singleElement().extracting(Diagnostic::code).isEqualTo(PictureProblem.UNKNOWN);
    }
}
