/// What the HTML and text renderers make of whole issues, compared with files that people have read.
@NullMarked
package octavo.render.golden;

import org.jspecify.annotations.NullMarked;
