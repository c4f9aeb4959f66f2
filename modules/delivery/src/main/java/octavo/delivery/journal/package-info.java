/// The record of what was sent to whom, written before each message's final dot. Start at
/// [octavo.delivery.journal.Journal].
@NullMarked
package octavo.delivery.journal;

import org.jspecify.annotations.NullMarked;
