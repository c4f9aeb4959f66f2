package octavo.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Something that is made on another thread until it is needed.
final class Ahead<T> implements Supplier<T> {
    private final CompletableFuture<T> made;

    /// Starts at once.
    Ahead(Supplier<T> work) {
        made = CompletableFuture.supplyAsync(work);
    }

    /// Waits for it; what its making threw is thrown here.
    @Override
    public T get() {
        try {
            return made.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }
}
