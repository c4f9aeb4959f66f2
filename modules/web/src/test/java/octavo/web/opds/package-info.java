@NullMarked
package octavo.web.opds;

import org.jspecify.annotations.NullMarked;
