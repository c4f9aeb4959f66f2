/// The fonts that come with the product; start at [octavo.fonts.Fonts].
@NullMarked
package octavo.fonts;

import org.jspecify.annotations.NullMarked;
