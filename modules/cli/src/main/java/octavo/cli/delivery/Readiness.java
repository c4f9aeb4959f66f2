package octavo.cli.delivery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.delivery.send.Signing;
import octavo.email.Mailbox;
import octavo.email.dkim.DkimSettings;
import octavo.model.Diagnostics;
import octavo.model.OctavoException;
import octavo.reader.Settings;

/// Whether an archive says all that sending needs, and what signs its messages.
final class Readiness {
    /// Hosts of this domain stand in for what `octavo.toml` does not say; no mail server takes them.
    private static final String STAND_IN = "octavo.invalid";

    private static final Map<String, String> EMAIL = new java.util.TreeMap<>(Map.of(
            "from", "News <news@example.org>",
            "list-id", "news.example.org",
            "unsubscribe", "https://example.org/leave/{token}"));

    private Readiness() {}

    /// @throws OctavoException that names every setting that is missing
    static void require(Settings settings) {
        Map<String, String> email = email(settings);
        List<String> missing = new ArrayList<>();
        EMAIL.forEach((key, example) -> {
            if (isMissing(email.get(key))) {
                missing.add(key + " under [email] (such as \"" + example + "\")");
            }
        });
        bounces(DeliveryTable.of(settings)).ifPresent(missing::add);
        refuse(missing);
    }

    /// The part of it that a campaign needs which has its messages already.
    static void requireBounces(DeliveryTable table) {
        refuse(bounces(table).stream().toList());
    }

    private static Optional<String> bounces(DeliveryTable table) {
        return isMissing(table.options().get("bounces"))
                ? Optional.of("bounces under [delivery] (an address that takes what comes back, such as"
                        + " \"bounces@example.org\")")
                : Optional.empty();
    }

    private static void refuse(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new OctavoException(
                    "octavo.toml does not say yet all that sending needs; set " + String.join(", ", missing) + ".");
        }
    }

    private static boolean isMissing(@org.jspecify.annotations.Nullable String value) {
        return value == null || value.isBlank() || value.contains(STAND_IN);
    }

    static Map<String, String> email(Settings settings) {
        return settings.formats().getOrDefault("email", Map.of());
    }

    /// What signs finished messages, where a key is configured; else nothing does, and the relay may.
    ///
    /// @param start the time in the signatures
    /// @throws OctavoException where the key cannot be used
    static Signing signing(Settings settings, Instant start, Diagnostics diagnostics) {
        Map<String, String> email = email(settings);
        if (isMissing(email.get(DkimSettings.KEY)) && isMissing(email.get(DkimSettings.ED25519_KEY))) {
            return Signing.NONE;
        }
        String domain = domain(email);
        Path root = settings.root();
        return DkimSettings.of(email, domain, root)
                .signer(domain, diagnostics)
                .map(signer -> Signing.by(signer.at(start)))
                .orElse(Signing.NONE);
    }

    private static String domain(Map<String, String> email) {
        String from = Optional.ofNullable(email.get("from"))
                .orElseThrow(() -> new OctavoException(
                        "There is a key to sign with, and no from under [email] in octavo.toml that it could sign for;"
                                + " set it."));
        try {
            return Mailbox.parse(from).domain();
        } catch (IllegalArgumentException e) {
            throw new OctavoException("octavo.toml: from under [email]: " + e.getMessage() + ".", e);
        }
    }
}
