package octavo.delivery.smtp;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class Relays {
    public static final Set<String> KEYS = Set.of(
            "smtp-host",
            "smtp-port",
            "smtp-security",
            "smtp-user",
            "smtp-password",
            "smtp-password-file",
            "connections",
            "helo",
            "smtp-timeout");

    private Relays() {}

    public static List<Relay> of(Map<String, String> options, Path root) {
        return List.of(new Relay(options.getOrDefault("smtp-host", "localhost") + root.getNameCount(), 25));
    }
}
