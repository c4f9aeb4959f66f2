/// Markdown to the model: CommonMark with what Hugo adds to it; start at [octavo.reader.markdown.MarkdownReader].
@NullMarked
package octavo.reader.markdown;

import org.jspecify.annotations.NullMarked;
