@NullMarked
package octavo.render.json;

import org.jspecify.annotations.NullMarked;
