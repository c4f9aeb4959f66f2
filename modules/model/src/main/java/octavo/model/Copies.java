package octavo.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Immutable copies where the JDK's own would lose the order.
final class Copies {
    private Copies() {}

    static <K, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
