/// Sending a campaign: who is next, through which relay, how fast, and what to make of the answers. Start at
/// [octavo.delivery.send.Sender].
@NullMarked
package octavo.delivery.send;

import org.jspecify.annotations.NullMarked;
