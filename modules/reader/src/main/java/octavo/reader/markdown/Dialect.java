package octavo.reader.markdown;

import java.util.Map;
import octavo.model.Language;

/// Which Markdown a text is written in.
///
/// @param extensions tables, strikethrough, task lists, bare links, footnotes, alerts, heading attributes and ids,
///     and the dropping of comments and empty links
/// @param shortcodes Hugo's `{{< … >}}` and `{{% … %}}`
/// @param shortcodeRules by name: `drop` removes it with its body, `body` keeps only its body
/// @param typography curly quotes, dashes and ellipses, by language
/// @param emoji `:tada:`
/// @param figures a paragraph that holds only a picture is a figure
public record Dialect(
        boolean extensions,
        boolean shortcodes,
        Map<String, String> shortcodeRules,
        boolean typography,
        boolean emoji,
        boolean figures,
        RawHtml rawHtml,
        Language language) {

    public Dialect {
        shortcodeRules = Map.copyOf(shortcodeRules);
    }

    /// CommonMark and nothing else, raw HTML verbatim: what the specification's own examples expect.
    public static Dialect commonMark() {
        return new Dialect(false, false, Map.of(), false, false, false, RawHtml.SANITISE, Language.ENGLISH);
    }

    /// All that Hugo's Markdown has, with its usual settings.
    public static Dialect hugo(Language language) {
        return new Dialect(true, true, Map.of(), true, true, true, RawHtml.ESCAPE, language);
    }
}
