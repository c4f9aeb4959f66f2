package octavo.reader.markdown;

/// What becomes of HTML in Markdown. Comments are dropped either way, and `<br>` is a line break.
public enum RawHtml {
    /// It is text: `<reason/>` in prose is a name to show.
    ESCAPE,
    /// It stays HTML, as [octavo.model.Block.Html] and [octavo.model.Inline.Html], which renderers sanitise.
    SANITISE
}
