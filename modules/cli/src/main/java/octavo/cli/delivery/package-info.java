/// The commands about subscribers and their store. Start at [octavo.cli.delivery.DeliveryCommands].
@NullMarked
package octavo.cli.delivery;

import org.jspecify.annotations.NullMarked;
