@NullMarked
package octavo.delivery.filter;

import org.jspecify.annotations.NullMarked;
