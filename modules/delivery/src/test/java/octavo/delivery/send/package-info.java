@NullMarked
package octavo.delivery.send;

import org.jspecify.annotations.NullMarked;
