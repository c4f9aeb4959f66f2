/// The document model as JSON: start at [octavo.render.json.JsonFormat].
@NullMarked
package octavo.render.json;

import org.jspecify.annotations.NullMarked;
