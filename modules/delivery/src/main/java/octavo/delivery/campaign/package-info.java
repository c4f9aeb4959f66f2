/// Issues on their way to lists: who gets one, frozen when it starts, and what became of it. Start at
/// [octavo.delivery.campaign.Campaigns].
@NullMarked
package octavo.delivery.campaign;

import org.jspecify.annotations.NullMarked;
