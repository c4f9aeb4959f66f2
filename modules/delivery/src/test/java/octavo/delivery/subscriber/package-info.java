@NullMarked
package octavo.delivery.subscriber;

import org.jspecify.annotations.NullMarked;
