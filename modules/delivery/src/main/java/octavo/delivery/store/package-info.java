/// The database under delivery, SQLite or PostgreSQL: opening, schema, transactions, checks, copies. Start at
/// [octavo.delivery.store.Store].
@NullMarked
package octavo.delivery.store;

import org.jspecify.annotations.NullMarked;
