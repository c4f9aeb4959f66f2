@NullMarked
package octavo.delivery.store;

import org.jspecify.annotations.NullMarked;
