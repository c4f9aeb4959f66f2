/// Where words may be divided at the end of a line. Start at [Hyphenation].
@NullMarked
package octavo.pdf.hyphen;

import org.jspecify.annotations.NullMarked;
