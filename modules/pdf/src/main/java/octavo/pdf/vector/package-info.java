/// Pictures made of lines and areas, which stay sharp at any size. Start at [Drawing].
@NullMarked
package octavo.pdf.vector;

import org.jspecify.annotations.NullMarked;
