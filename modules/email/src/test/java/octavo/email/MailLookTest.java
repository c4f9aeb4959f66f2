package octavo.email;

import static octavo.email.Samples.HERE;
import static octavo.email.Samples.OPTIONS;
import static octavo.email.Samples.THEME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.Inline;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Picture;
import octavo.model.Publication;
import octavo.render.RenderContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// What a reader sees of a message, and what a mail client is made to load for it.
class MailLookTest {
    private static final Pattern LOADED_BY_CSS =
            Pattern.compile("url\\(\\s*['\"]?([^)'\"]*)|@import\\s+['\"]?([^'\";]*)", Pattern.CASE_INSENSITIVE);

    /// Attributes by which some element loads something.
    private static final List<String> LOADING =
            List.of("src", "srcset", "background", "poster", "data", "lowsrc", "dynsrc", "longdesc");

    @Test
    void nothingIsLoadedButFromTheSiteOrTheMessageItself() throws Exception {
        String html = """
                <p background="https://spy.example/1.gif" style="background: url(https://spy.example/2.gif)">A</p>
                <img src="https://spy.example/3.gif" srcset="https://spy.example/4.gif 2x" alt="x">
                <style>@import "https://spy.example/5.css"; p { background: url('https://spy.example/6.gif') }</style>
                <link rel="stylesheet" href="https://spy.example/7.css"><script src="https://spy.example/8.js"></script>
                <video poster="https://spy.example/9.png" src="https://spy.example/a.mp4"></video>
                <iframe src="https://spy.example/b"></iframe><object data="https://spy.example/c"></object>
                """;
        Block.Figure remote = new Block.Figure(
                picture(new Picture.Source.Remote("https://spy.example/d.png")),
                List.of(),
                List.of(),
                Optional.empty(),
                HERE);
        Samples.Draft draft = Samples.english()
                .with(
                        new Block.Html(html, HERE),
                        remote,
                        Samples.figure("a.jpg", "One"),
                        Samples.figure("b.svg", "Two"));

        List<String> loaded = loaded(page(draft));

        assertThat(loaded).contains("https://news.example/a.jpg").anyMatch(address -> address.startsWith("cid:"));
        assertThat(loaded)
                .allMatch(address -> address.startsWith("https://news.example/") || address.startsWith("cid:"));
    }

    private static List<String> loaded(String html) {
        List<String> addresses = new ArrayList<>();
        Document document = Jsoup.parse(html);
        for (Element element : document.getAllElements()) {
            LOADING.stream()
                    .map(element::attr)
                    .filter(value -> !value.isEmpty())
                    .forEach(addresses::add);
            if (element.nameIs("link")) {
                addresses.add(element.attr("href"));
            }
        }
        // The whole source, so that conditional comments for Outlook count as well.
        Matcher matcher = LOADED_BY_CSS.matcher(html);
        while (matcher.find()) {
            addresses.add(matcher.group().strip());
        }
        assertThat(document.select("script, iframe, object, embed, form, base")).isEmpty();
        return addresses;
    }

    @Test
    void aStrongLinkOnItsOwnIsAButton() throws Exception {
        Inline.Link link = Samples.link("Subscribe", "https://news.example/subscribe");
        Document page = Jsoup.parse(page(Samples.english()
                .with(
                        new Block.Paragraph(List.of(new Inline.Strong(List.of(link))), HERE),
                        new Block.Paragraph(List.of(new Inline.Strong(List.of(link)), Samples.text(" now.")), HERE),
                        new Block.BulletList(false, List.of(Samples.item(new Inline.Strong(List.of(link)))), HERE))));

        assertThat(page.select("table.button")).hasSize(1);
        Element cell = page.expectFirst("table.button td");
        assertThat(cell.attr("bgcolor")).isEqualTo(THEME.tokens().get("accent"));
        assertThat(cell.attr("style")).contains("mso-padding-alt:12px 24px");
        assertThat(cell.child(0).attr("href")).isEqualTo("https://news.example/subscribe");
        assertThat(cell.child(0).attr("style")).contains("padding:12px 24px").contains("text-decoration:none");
        assertThat(cell.text()).isEqualTo("Subscribe");
    }

    @Test
    void theLogoStandsInTheMastheadOnAPlate() throws Exception {
        Element logo = Jsoup.parse(page(withLogo("static/logo.svg"))).expectFirst("img");

        assertThat(logo.attr("src")).startsWith("cid:");
        // Twice as long as it is high: a mark, beside which the name stands.
        assertThat(logo.attr("width")).isEqualTo("64");
        assertThat(logo.attr("height")).isEqualTo("32");
        assertThat(logo.hasAttr("alt")).isTrue();
        assertThat(logo.attr("alt")).isEmpty();
        assertThat(logo.attr("style")).contains("linear-gradient(#ffffff,#ffffff)");
    }

    @Test
    void photographsNeedNoPlate() throws Exception {
        Document page = Jsoup.parse(
                page(Samples.english().with(Samples.figure("a.jpg", "One"), Samples.figure("b.svg", "Two"))));

        assertThat(page.select("img").eachAttr("style"))
                .satisfiesExactly(
                        style -> assertThat(style).doesNotContain("background"),
                        style -> assertThat(style).contains("linear-gradient").contains("border:1px solid"));
    }

    @Test
    void otherLanguagesAreNamedAtTheTopToo() throws Exception {
        Document page = Jsoup.parse(page(Samples.english()));

        assertThat(page.select("a[hreflang=de][lang=de]").eachText()).containsExactly("Deutsch", "Deutsch");
        assertThat(page.wholeText().indexOf("Deutsch"))
                .isLessThan(page.wholeText().indexOf("In this issue"));
    }

    @Test
    void headingsAreInOrder() throws Exception {
        Document page = Jsoup.parse(page(Samples.english()));

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("h1, h2, h3").eachText()).containsExactly("The letter of May", "Garden", "Kitchen");
    }

    @Test
    void aNameInAnotherLanguageSaysSo() throws Exception {
        Document page = Jsoup.parse(page(Samples.arabic()));

        assertThat(page.select("td[lang=en][dir=ltr]").eachText()).containsExactly("The Letter");
    }

    @Test
    void scriptsWithoutItalicsAreNotSlanted() throws Exception {
        Block emphasis = new Block.Paragraph(List.of(new Inline.Emphasis(List.of(Samples.text("x")))), HERE);

        assertThat(Jsoup.parse(page(Samples.arabic().with(emphasis)))
                        .expectFirst("em")
                        .attr("style"))
                .contains("font-style:normal")
                .contains("font-weight:700");
        assertThat(Jsoup.parse(page(Samples.english().with(emphasis)))
                        .expectFirst("em")
                        .hasAttr("style"))
                .isFalse();
    }

    @Test
    void aPreviewShowsTheSummaryOnce() {
        String words = Preheader.of(" What grew \n in May. ", Language.ENGLISH);

        assertThat(words).startsWith("What grew in May.").hasSizeGreaterThan(Preheader.LENGTH);
        assertThat(words.substring("What grew in May.".length())).matches("[\\u034f\\u200c\\u00a0]+");
        assertThat(Preheader.of(" ", Language.ENGLISH)).isEmpty();
    }

    @Test
    void aLongPreheaderIsCutWhereALineMayEnd() {
        assertThat(Preheader.of("seven, ".repeat(40), Language.ENGLISH)).endsWith("seven, seven…");
        // A full stop may not begin a line, so the character before it stays with it.
        assertThat(Preheader.of("港の便り。".repeat(60), new Language("ja"))).endsWith("港の便…");
        String families = "👨‍👩‍👧‍👦".repeat(40);
        String cut = Preheader.of(families, Language.ENGLISH);
        assertThat(families).startsWith(cut.substring(0, cut.length() - 1));
        assertThat((cut.length() - 1) % "👨‍👩‍👧‍👦".length()).isZero();
    }

    @Test
    void wordsOfATableThatFitsATelephoneAreNotBroken() throws Exception {
        Document page = Jsoup.parse(page(Samples.english().with(table("First", "Second"), table("F".repeat(60), "S"))));

        assertThat(page.select("table.data").eachAttr("style"))
                .satisfiesExactly(
                        style -> assertThat(style).contains("word-break:normal"),
                        style -> assertThat(style).doesNotContain("word-break"));
    }

    private static Block.Table table(String... heads) {
        return new Block.Table(
                List.of(),
                List.of(heads).stream()
                        .map(head -> List.<Inline>of(Samples.text(head)))
                        .toList(),
                List.of(),
                HERE);
    }

    private static String page(Samples.Draft draft) throws Exception {
        return Parsed.html(Samples.message(draft));
    }

    private static String page(Edition edition) throws Exception {
        RenderContext context = new RenderContext(THEME, new Samples.FakePictures(), _ -> {}, OPTIONS);
        return Parsed.html(new EmailRenderer().template(edition, context).forRecipient(Recipient.STAND_IN));
    }

    private static Edition withLogo(String file) {
        Edition edition = Samples.edition(Samples.english());
        Publication plain = edition.publication();
        Publication publication = new Publication(
                plain.title(),
                Map.of(),
                plain.description(),
                plain.publisher(),
                plain.licence(),
                plain.home(),
                Optional.of(picture(new Picture.Source.Local(file, "https://news.example/logo.svg"))),
                plain.mainLanguage());
        return new Edition(
                edition.kind(),
                publication,
                edition.name(),
                edition.title(),
                edition.language(),
                edition.period(),
                edition.issues(),
                List.of(),
                Optional.empty());
    }

    private static Picture picture(Picture.Source source) {
        return new Picture(source, "", Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Location.NONE);
    }
}
