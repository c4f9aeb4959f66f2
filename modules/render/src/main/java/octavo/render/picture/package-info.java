/// Pictures made ready for an output: sniffed, scaled, converted, kept; start at [octavo.render.picture.Pictures].
@NullMarked
package octavo.render.picture;

import org.jspecify.annotations.NullMarked;
