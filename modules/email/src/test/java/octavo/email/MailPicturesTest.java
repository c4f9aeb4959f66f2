package octavo.email;

import static octavo.email.Samples.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import octavo.email.MailPictures.Fitted;
import octavo.email.MailPictures.Placed;
import octavo.model.Diagnostic;
import octavo.model.OctavoException;
import octavo.model.Picture;
import octavo.render.MediaType;
import octavo.render.picture.PictureSpec;
import octavo.render.picture.PictureSpec.Animation;
import octavo.render.picture.Pictures;
import octavo.render.picture.PreparedPicture;
import octavo.render.theme.Messages;
import octavo.render.xhtml.XhtmlWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailPicturesTest {
    private static final PictureHosting ASSETS = new PictureHosting.Assets("https://pictures.example/mail/");

    private final List<Diagnostic> found = new ArrayList<>();
    private final List<PictureSpec> asked = new ArrayList<>();

    @Test
    void aPictureIsTwiceAsWideAsItIsShown() {
        fitted(ASSETS, jpeg(1200, 600, 9_000), picture(OptionalInt.empty(), OptionalInt.empty()));
        Fitted narrow = fitted(ASSETS, jpeg(1200, 600, 9_000), picture(OptionalInt.of(150), OptionalInt.empty()));
        Fitted low = fitted(ASSETS, jpeg(1200, 600, 9_000), picture(OptionalInt.empty(), OptionalInt.of(50)));

        assertThat(asked).extracting(PictureSpec::maxWidth).contains(1104, 300, 200);
        assertThat(narrow.width()).isEqualTo(150);
        assertThat(narrow.height()).isEqualTo(75);
        assertThat(low.width()).isEqualTo(100);
    }

    @Test
    void aHeavyPictureIsLoweredUntilItIsLight() {
        Fitted fitted = fitted(ASSETS, jpeg(1200, 600, 3_000_000), picture(OptionalInt.empty(), OptionalInt.empty()));

        assertThat(fitted.placed())
                .isInstanceOfSatisfying(
                        Placed.Hosted.class,
                        hosted -> assertThat(hosted.picture().bytes()).hasSizeLessThan(3_000_000));
        assertThat(asked).extracting(PictureSpec::fidelity).contains(0.988, 0.97, 0.95, 0.92);
    }

    @Test
    void aSmallAnimationMovesAndALargeOneStandsStill() {
        Fitted small = fitted(ASSETS, gif(200_000), picture(OptionalInt.empty(), OptionalInt.empty()));
        assertThat(asked).extracting(PictureSpec::animation).doesNotContain(Animation.STILL);
        assertThat(small.placed().stilled()).isFalse();

        Fitted large = fitted(ASSETS, gif(2_000_000), picture(OptionalInt.empty(), OptionalInt.empty()));
        assertThat(asked.getLast().animation()).isEqualTo(Animation.STILL);
        assertThat(large.placed().stilled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Waves", ""})
    void aStillLeadsToTheMovingPictureAndSaysSo(String caption) {
        MailPresentation presentation = new MailPresentation(
                Samples.edition(Samples.english()).issues().getFirst(), pictures(ASSETS, gif(2_000_000)));
        Messages messages = Samples.THEME.messages(Samples.english().language());
        Document document =
                Jsoup.parse(XhtmlWriter.blocks(List.of(Samples.figure("a.gif", caption)), presentation, messages));
        MailMarkup.adapt(document, true, messages, presentation);

        Element figure = document.expectFirst(".figure");
        assertThat(figure.select("a").eachAttr("href"))
                .containsExactly("https://news.example/a.gif", "https://news.example/a.gif");
        assertThat(figure.select("a > img").eachAttr("alt")).containsExactly("A picture");
        assertThat(figure.select(".caption a").text()).isEqualTo("Moving picture: see it online");
    }

    @Test
    void aHeavyPictureOfTheSiteIsReportedOnce() {
        MailPictures pictures = pictures(new PictureHosting.Site(), jpeg(3000, 2000, 4_000_000));
        Picture picture = picture(OptionalInt.empty(), OptionalInt.empty());
        pictures.fitted(picture);
        Fitted fitted = pictures.fitted(picture).orElseThrow();

        assertThat(fitted.placed()).isEqualTo(new Placed.OnSite("https://news.example/a", MediaType.JPEG));
        assertThat(found).extracting(Diagnostic::code).containsExactly("email-picture-size");
    }

    @Test
    void whatClientsCannotShowIsHostedAsPng() throws Exception {
        Map<String, String> options = new HashMap<>(Samples.OPTIONS);
        options.put("assets", "www");
        options.put("assets-url", "https://pictures.example/mail");
        MessageTemplate template =
                Samples.template(Samples.english().with(Samples.figure("b.svg", "Two")), options, found);
        byte[] message = template.forRecipient(Recipient.STAND_IN);

        assertThat(Parsed.tree(message)).containsExactly("multipart/alternative", "text/plain", "text/html");
        assertThat(template.hosted()).singleElement().satisfies(hosted -> {
            assertThat(hosted.type()).isEqualTo(MediaType.PNG);
            assertThat(Jsoup.parse(Parsed.html(message)).select("img").attr("src"))
                    .isEqualTo("https://pictures.example/mail/" + hosted.name());
        });
    }

    @Test
    void aPictureThatIsNotThereIsItsWords() throws Exception {
        MailPictures pictures = pictures(ASSETS, (_, _) -> new PreparedPicture.Unavailable("missing"));

        assertThat(pictures.fitted(picture(OptionalInt.empty(), OptionalInt.empty())))
                .isEmpty();
    }

    @Test
    void insideAndHostedAtOnceIsRefused() {
        Map<String, String> options = new HashMap<>(Samples.OPTIONS);
        options.put("assets", "www");
        options.put("assets-url", "https://pictures.example/mail");
        options.put("inline-images", "true");
        assertThatThrownBy(() -> Samples.template(Samples.english(), options, found))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("inline-images");
        options.remove("inline-images");
        options.put("assets-url", "https://pictures.example/mail?size=1");
        assertThatThrownBy(() -> Samples.template(Samples.english(), options, found))
                .isInstanceOf(OctavoException.class)
                .hasMessageContaining("assets-url");
    }

    private interface Source {
        PreparedPicture prepare(Picture.Source source, PictureSpec spec);
    }

    private Fitted fitted(PictureHosting hosting, Source source, Picture picture) {
        return pictures(hosting, source).fitted(picture).orElseThrow();
    }

    private MailPictures pictures(PictureHosting hosting, Source source) {
        Pictures store = new Pictures() {
            @Override
            public Map<Picture.Source, PreparedPicture> prepare(Collection<Picture.Source> sources, PictureSpec spec) {
                asked.add(spec);
                Map<Picture.Source, PreparedPicture> prepared = new HashMap<>();
                sources.forEach(one -> prepared.put(one, source.prepare(one, spec)));
                return prepared;
            }
        };
        return new MailPictures(store, hosting, "news.example", found::add);
    }

    private static Picture picture(OptionalInt width, OptionalInt height) {
        return new Picture(
                new Picture.Source.Local("static/a", "https://news.example/a"),
                "",
                Optional.empty(),
                width,
                height,
                HERE);
    }

    /// As large as it is at full fidelity, and a fifth less with each step down.
    private static Source jpeg(int width, int height, int bytes) {
        return (_, spec) -> ready(MediaType.JPEG, width, height, (int) (bytes * Math.pow(spec.fidelity(), 8)), false);
    }

    private static Source gif(int bytes) {
        return (_, spec) -> ready(MediaType.GIF, 400, 300, bytes, spec.animation() == Animation.KEEP);
    }

    private static PreparedPicture ready(MediaType type, int width, int height, int bytes, boolean animated) {
        return new PreparedPicture.Ready(
                type,
                new byte[bytes],
                width,
                height,
                width,
                height,
                animated,
                type.equals(MediaType.GIF),
                Hashes.hex(64, type.value(), String.valueOf(bytes)));
    }
}
