/// Delivery: who gets the letter ([octavo.delivery.subscriber.Subscribers]), how they are chosen
/// ([octavo.delivery.filter.Filter]), and the store that remembers it all ([octavo.delivery.store.Store]).
@NullMarked
package octavo.delivery;

import org.jspecify.annotations.NullMarked;
