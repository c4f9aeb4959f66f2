/// The model as plain text: start at [octavo.render.text.TextWriter].
@NullMarked
package octavo.render.text;

import org.jspecify.annotations.NullMarked;
