/// People and the lists they are on: files read and written, states and how they change, one person's data. Start at
/// [octavo.delivery.subscriber.Subscribers] and [octavo.delivery.subscriber.Importer].
@NullMarked
package octavo.delivery.subscriber;

import org.jspecify.annotations.NullMarked;
