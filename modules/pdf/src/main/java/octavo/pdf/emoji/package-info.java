/// Emoji as small coloured drawings with a name.
@NullMarked
package octavo.pdf.emoji;

import org.jspecify.annotations.NullMarked;
