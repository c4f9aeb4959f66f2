@NullMarked
package octavo.delivery.smtp;

import org.jspecify.annotations.NullMarked;
