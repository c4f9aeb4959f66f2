/// A mail server for tests that fails on purpose, repeatably, and remembers truthfully what it took. Start at
/// [octavo.delivery.sink.FaultSink].
@NullMarked
package octavo.delivery.sink;

import org.jspecify.annotations.NullMarked;
