package octavo.render.golden;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.model.Block;
import octavo.model.Edition;
import octavo.model.Footnote;
import octavo.model.Inline;
import octavo.model.Issue;
import octavo.model.IssueId;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.Period;
import octavo.model.Picture;
import octavo.model.Publication;
import octavo.model.Target;

/// Issues that show what an output makes of a document.
public final class Letters {
    /// An issue and the folder of what is expected of it.
    public record Letter(String folder, Edition edition) {
        @Override
        public String toString() {
            return folder;
        }
    }

    private Letters() {}

    public static List<Letter> all() {
        return List.of(
                letter(
                        "everything",
                        "en",
                        "The launch",
                        everything(),
                        notes("The rope was forty metres long; see ", "the survey", ".")),
                letter("bare", "de", "Nichts Neues", List.of(), List.of()),
                letter("arabic", "ar", "ضوء لا يكاد يغيب", arabic(), List.of()),
                letter("japanese", "ja", "湊からの客", japanese(), notes("詳しくは", "記録", "をご覧ください。")),
                letter("hostile", "en", "<script>alert(1)</script> \u202E\u0000", hostile(), List.of()));
    }

    private static Letter letter(String folder, String tag, String title, List<Block> body, List<Footnote> notes) {
        Language language = new Language(tag);
        Publication publication = new Publication(
                "The Harbour Letter",
                Map.of(new Language("ja"), "港だより", new Language("ar"), "رسالة الميناء"),
                Optional.of("News from a small harbour."),
                Optional.of("Harbour Association"),
                Optional.of("CC-BY-SA-4.0"),
                Optional.of("https://harbour.example/"),
                Optional.empty(),
                Language.ENGLISH);
        boolean bare = body.isEmpty();
        Issue issue = new Issue(
                new IssueId("letters/the-launch"),
                "the-launch",
                language,
                bare ? Optional.empty() : Optional.of(LocalDate.of(2025, 5, 22)),
                Optional.empty(),
                bare ? Optional.empty() : Optional.of(YearMonth.of(2025, 4)),
                title,
                bare ? Optional.empty() : Optional.of(summary(tag)),
                bare ? List.of() : List.of("Ada Lind", "Ben Okoro", "Chi Wei"),
                List.of(),
                List.of(),
                List.of(),
                false,
                bare ? Optional.empty() : Optional.of("https://harbour.example/letters/the-launch/"),
                List.of(),
                Optional.empty(),
                bare
                        ? List.of()
                        : List.of(new Issue.Translation(
                                new Language("he"), "ההשקה", Optional.of("https://harbour.example/he/the-launch/"))),
                body,
                notes,
                Location.NONE);
        return new Letter(
                folder,
                new Edition(
                        Edition.Kind.SINGLE,
                        publication,
                        "the-launch",
                        title,
                        language,
                        new Period.Chosen(issue.date(), issue.date()),
                        List.of(issue),
                        List.of(),
                        Optional.empty()));
    }

    private static String summary(String tag) {
        return switch (tag) {
            case "ar" -> "قارب جديد في الميناء، وأخبار السوق، وثلاثة مواعيد لشهر يونيو.";
            case "ja" -> "新しい船の進水、市場の知らせ、そして六月の予定を三つ。";
            default -> "A boat leaves the shed after eleven winters, the market moves, and three dates for June.";
        };
    }

    private static List<Block> everything() {
        return List.of(
                figure(local("slip.png", "A wooden boat on the slip"), text("The "), em("Marit"), text(" on the slip")),
                p(
                        text("After eleven winters in the shed the "),
                        em("Marit"),
                        text(" went down the slip on Saturday, at high water"),
                        new Inline.NoteReference("fn-rope", 1, 1, Location.NONE),
                        text(", with "),
                        strong(text("everyone")),
                        text(" watching and the "),
                        link("https://band.example/", text("brass band")),
                        text(" playing."),
                        new Inline.LineBreak(),
                        text("She "),
                        new Inline.Strikethrough(List.of(text("sank"))),
                        text(" floats."),
                        new Inline.SoftBreak(),
                        text("Write to "),
                        link("mailto:crew@harbour.example", text("crew@harbour.example")),
                        text(" or call "),
                        new Inline.Code("marit --ahoy"),
                        text(".")),
                h(2, "news", text("News of boats & "), em("people")),
                list(
                        item(
                                p(
                                        link("https://pilot.example/", text("Pilot 2.4")),
                                        text(
                                                " knows the new buoys and warns of the shoal before you are on it, which the old one did not."))),
                        item(p(
                                strong(link("https://tide.example/a?b=1&c=2", text("Tide table"))),
                                text(" is on paper again."))),
                        item(
                                p(link("https://pilot.example/", text("The pilot’s office")), text(" has moved:")),
                                list(item(p(text("Mondays at the quay;"))), item(p(text("else at home."))))),
                        item(p(text("And nobody has lost an anchor.")))),
                h(3, "market", text("The market")),
                new Block.OrderedList(
                        3,
                        false,
                        List.of(
                                item(p(text("Fish on Tuesdays.")), p(text("Bring ice."))),
                                item(p(text("Bread on Fridays.")))),
                        Location.NONE),
                new Block.BulletList(
                        true,
                        List.of(
                                new Block.Item(Optional.of(true), List.of(p(text("Paint the shed"))), Location.NONE),
                                new Block.Item(Optional.of(false), List.of(p(text("Find the key"))), Location.NONE)),
                        Location.NONE),
                h(2, "numbers", text("Numbers")),
                table("Boat", "Length", "Crew"),
                table(
                        "The boat and everything that is known about her",
                        "Length over all in metres, with bowsprit",
                        "Crew"),
                new Block.Quote(
                        List.of(
                                p(text("She is not fast.")),
                                new Block.Quote(List.of(p(text("But she is here."))), Location.NONE)),
                        Location.NONE),
                new Block.Callout(
                        Block.Callout.Kind.WARNING,
                        List.of(),
                        List.of(p(text("The slip is slippery."))),
                        Location.NONE),
                new Block.Callout(
                        Block.Callout.Kind.TIP,
                        List.of(text("By bus")),
                        List.of(p(text("Line 4, last stop."))),
                        Location.NONE),
                new Block.CodeBlock(
                        "sh",
                        "curl https://tide.example/table --output table-of-the-tides-for-the-whole-year.txt --silent\nls <dir>\n",
                        Location.NONE),
                new Block.Rule(Location.NONE),
                figure(
                        Picture.of(
                                new Picture.Source.Remote("https://elsewhere.example/p.jpg"),
                                "The band",
                                Location.NONE),
                        text("The band, by "),
                        link("https://photo.example/", text("Eva"))),
                new Block.Html(
                        "<p onclick=\"x()\">Raw <b>html</b> with <a href=\"https://raw.example/\">a link</a></p>",
                        Location.NONE),
                new Block.Shortcode(
                        "unknown", Map.of("0", "x"), List.of(p(text("Inside a shortcode."))), Location.NONE),
                p(
                        text("The same rope"),
                        new Inline.NoteReference("fn-rope", 1, 2, Location.NONE),
                        text(" again, and "),
                        new Inline.Link(
                                new Target.Internal("news"),
                                Optional.empty(),
                                List.of(text("the news")),
                                Location.NONE),
                        text(", a "),
                        new Inline.Link(
                                new Target.Dead("#gone"), Optional.empty(), List.of(text("dead link")), Location.NONE),
                        text(" and a picture: "),
                        new Inline.Image(local("knot.png", "a knot")),
                        text(".")));
    }

    private static List<Block> arabic() {
        return List.of(
                p(
                        text("بعد أحد عشر شتاءً في السقيفة، نزل القارب "),
                        em("ماريت"),
                        text(" إلى الماء يوم السبت عند المد العالي، و"),
                        link("https://band.example/", text("الفرقة النحاسية")),
                        text(" تعزف.")),
                h(2, "news", text("أخبار القوارب")),
                list(
                        item(p(
                                link("https://pilot.example/", text("Pilot 2.4")),
                                text(" يعرف العوامات الجديدة ويحذّر من المياه الضحلة قبل أن تصل إليها."))),
                        item(p(link("https://tide.example/", text("جدول المد والجزر")), text(" عاد إلى الورق.")))),
                new Block.Callout(
                        Block.Callout.Kind.WARNING, List.of(), List.of(p(text("الرصيف زلق."))), Location.NONE),
                new Block.CodeBlock("sh", "marit --ahoy\n", Location.NONE),
                new Block.Quote(List.of(p(text("ليست سريعة، لكنها هنا."))), Location.NONE),
                figure(local("slip.png", "قارب خشبي"), text("القارب قبل نزوله")));
    }

    private static List<Block> japanese() {
        return List.of(
                p(
                        text("十一回の冬を小屋で過ごした「マリット」が、土曜日の満潮の時刻に、みんなの見守るなかで進水しました"),
                        new Inline.NoteReference("fn-rope", 1, 1, Location.NONE),
                        text("。吹奏楽団は"),
                        link("https://band.example/", text("新しい曲")),
                        text("を演奏し、"),
                        new Inline.SoftBreak(),
                        text("子どもたちは"),
                        strong(text("大きな声")),
                        text("で船の名を呼びました。XMPPの部屋でも話題です。")),
                h(2, "news", text("船の知らせ")),
                list(
                        item(p(
                                link("https://pilot.example/", text("パイロット2.4")),
                                text("は新しい浮標を知っていて、浅瀬に乗り上げる前に知らせてくれます。"))),
                        item(p(link("https://tide.example/", text("潮見表")), text("がふたたび紙になりました。")))),
                new Block.Table(
                        List.of(Block.Table.Alignment.LEFT, Block.Table.Alignment.RIGHT),
                        List.of(List.of(text("船")), List.of(text("長さ"))),
                        List.of(
                                List.of(List.of(text("マリット")), List.of(text("9.4 m"))),
                                List.of(List.of(text("Skua ⚓️")), List.of(text("11 m")))),
                        Location.NONE),
                figure(local("slip.png", "木の船"), text("進水の前")));
    }

    private static List<Block> hostile() {
        return List.of(
                h(2, "\"><script>", text("${title} <#if> & </style>")),
                p(
                        link("javascript:alert(1)", text("no link")),
                        text(" soft\u00ADhyphen zero\u200Bwidth \u202Eright to left\u202C "),
                        link("https://e.example/\"onclick=\"x", text("quotes")),
                        text(" " + "x".repeat(100)),
                        text(" no\u00A0break")),
                new Block.Html(
                        "<script>alert(1)</script><iframe src=\"https://e.example/\"></iframe></div></article>",
                        Location.NONE),
                new Block.Figure(
                        Picture.of(new Picture.Source.Missing("javascript:x"), "\"><script>", Location.NONE),
                        List.of(),
                        List.of(),
                        Optional.of(new Target.Web("data:text/html,x")),
                        Location.NONE));
    }

    private static List<Footnote> notes(String before, String linked, String after) {
        return List.of(new Footnote(
                "fn-rope",
                1,
                List.of(p(text(before), link("https://survey.example/", text(linked)), text(after))),
                Location.NONE));
    }

    private static Block table(String first, String second, String third) {
        return new Block.Table(
                List.of(Block.Table.Alignment.NONE, Block.Table.Alignment.RIGHT, Block.Table.Alignment.CENTER),
                List.of(List.of(text(first)), List.of(text(second)), List.of(text(third))),
                List.of(
                        List.of(List.of(text("Marit")), List.of(text("9.4")), List.of(text("4"))),
                        List.of(
                                List.of(link("https://skua.example/", text("Skua"))),
                                List.of(text("11.25")),
                                List.of())),
                Location.NONE);
    }

    private static Block figure(Picture picture, Inline... caption) {
        return new Block.Figure(picture, List.of(), List.of(caption), Optional.empty(), Location.NONE);
    }

    private static Picture local(String name, String alt) {
        return Picture.of(
                new Picture.Source.Local("static/" + name, "https://harbour.example/" + name), alt, Location.NONE);
    }

    private static Block h(int level, String id, Inline... content) {
        return new Block.Heading(level, id, Arrays.asList(content), Location.NONE);
    }

    private static Block p(Inline... content) {
        return new Block.Paragraph(Arrays.asList(content), Location.NONE);
    }

    private static Block list(Block.Item... items) {
        return new Block.BulletList(true, Arrays.asList(items), Location.NONE);
    }

    private static Block.Item item(Block... body) {
        return new Block.Item(Optional.empty(), Arrays.asList(body), Location.NONE);
    }

    private static Inline text(String text) {
        return new Inline.Text(text);
    }

    private static Inline em(String text) {
        return new Inline.Emphasis(List.of(text(text)));
    }

    private static Inline strong(Inline content) {
        return new Inline.Strong(List.of(content));
    }

    private static Inline link(String address, Inline... content) {
        return new Inline.Link(new Target.Web(address), Optional.empty(), Arrays.asList(content), Location.NONE);
    }
}
