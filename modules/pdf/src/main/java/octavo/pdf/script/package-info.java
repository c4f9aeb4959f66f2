/// Text of all scripts as glyphs in their places; start at [octavo.pdf.script.Typesetter].
@NullMarked
package octavo.pdf.script;

import org.jspecify.annotations.NullMarked;
