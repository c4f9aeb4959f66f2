/// How an edition becomes files: start at [octavo.render.Renderer].
@NullMarked
package octavo.render;

import org.jspecify.annotations.NullMarked;
