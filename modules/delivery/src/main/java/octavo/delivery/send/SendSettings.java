package octavo.delivery.send;

import java.util.Map;
import java.util.Set;

public record SendSettings() {
    public static final Set<String> KEYS = Set.of("rate", "domain-rate", "per-day", "give-up", "pause-at", "bounces");

    public static SendSettings of(Map<String, String> deliveryOptions) {
        return new SendSettings();
    }
}
