/// The commands about subscribers, what is sent to them, and their store. Start at
/// [octavo.cli.delivery.DeliveryCommands].
@NullMarked
package octavo.cli.delivery;

import org.jspecify.annotations.NullMarked;
