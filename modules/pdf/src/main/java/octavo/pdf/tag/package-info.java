/// The structure of a PDF that a screen reader follows (ISO 32000-1, 14.7 and 14.8; PDF/UA-1). Start at [Tagging].
@NullMarked
package octavo.pdf.tag;

import org.jspecify.annotations.NullMarked;
