@NullMarked
package octavo.web.site;

import org.jspecify.annotations.NullMarked;
