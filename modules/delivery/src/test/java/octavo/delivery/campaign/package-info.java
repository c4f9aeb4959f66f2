@NullMarked
package octavo.delivery.campaign;

import org.jspecify.annotations.NullMarked;
