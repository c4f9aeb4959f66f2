/// Hands finished messages to a relay by SMTP and tells exactly what is known of each afterwards. Start at
/// [octavo.delivery.smtp.Connection].
@NullMarked
package octavo.delivery.smtp;

import org.jspecify.annotations.NullMarked;
