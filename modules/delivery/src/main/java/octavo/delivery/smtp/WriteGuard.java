package octavo.delivery.smtp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Cuts connections on which a write takes too long, which Java cannot put a time to. One thread looks at all of them
/// now and then: an alarm for each write would wake it thousands of times a second.
final class WriteGuard {
    private static final long LOOK_MS = 200;
    private static final Set<Wire> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Thread.ofPlatform().daemon().name("smtp-write-guard").start(WriteGuard::look);
    }

    private WriteGuard() {}

    private static void look() {
        try {
            while (true) {
                Thread.sleep(LOOK_MS);
                OPEN.forEach(Wire::cutIfLate);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    static void watch(Wire wire) {
        OPEN.add(wire);
    }

    static void forget(Wire wire) {
        OPEN.remove(wire);
    }
}
