package octavo.email.dkim;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import octavo.model.Diagnostic;
import octavo.model.Diagnostics;
import octavo.model.Location;
import octavo.model.OctavoException;

/// What the table `[email]` says of signing. Without a key nothing is signed here, and the relay may do it.
///
/// @param domain that answers for the messages, in ASCII
/// @param keys RSA first
public record DkimSettings(String domain, List<Key> keys) {
    public static final String DOMAIN = "dkim-domain";
    public static final String SELECTOR = "dkim-selector";
    public static final String KEY = "dkim-key";
    public static final String ED25519_SELECTOR = "dkim-ed25519-selector";
    public static final String ED25519_KEY = "dkim-ed25519-key";

    private static final int ENOUGH_BITS = 2048;

    /// A key that is configured; it has not been read, and may not exist.
    ///
    /// @param option the option that says where it is
    public record Key(Algorithm algorithm, String selector, String option, KeySource source) {}

    public DkimSettings {
        keys = List.copyOf(keys);
    }

    /// @param options the values under `[email]`, by key
    /// @param fromDomain what stands behind the `@` of the sender's address
    /// @param root where relative paths begin
    /// @throws OctavoException where a value cannot be what its key says
    public static DkimSettings of(Map<String, String> options, String fromDomain, Path root) {
        List<Key> keys = new ArrayList<>();
        key(options, Algorithm.RSA, KEY, SELECTOR, root).ifPresent(keys::add);
        key(options, Algorithm.ED25519, ED25519_KEY, ED25519_SELECTOR, root).ifPresent(keys::add);
        if (keys.stream().map(Key::selector).distinct().count() < keys.size()) {
            throw new OctavoException("octavo.toml: " + SELECTOR + " and " + ED25519_SELECTOR + " under [email] are the"
                    + " same; each key needs a selector of its own.");
        }
        String written = value(options, DOMAIN).orElse(fromDomain);
        try {
            return new DkimSettings(Signatory.domain(written), keys);
        } catch (IllegalArgumentException e) {
            throw new OctavoException("octavo.toml: " + DOMAIN + " under [email]: " + e.getMessage() + ".", e);
        }
    }

    private static Optional<Key> key(
            Map<String, String> options, Algorithm algorithm, String key, String selector, Path root) {
        return value(options, key).map(place -> {
            String name = value(options, selector)
                    .orElseThrow(() -> new OctavoException("octavo.toml has " + key + " under [email] but no "
                            + selector + "; give the key a name such as octavo-2026."));
            if (!Signatory.isSelector(name)) {
                throw new OctavoException(
                        "octavo.toml: " + selector + " under [email] cannot be “" + name.replaceAll("\\p{Cntrl}", "?")
                                + "”; give letters, digits and dashes, such as octavo-2026.");
            }
            return new Key(algorithm, name, key, KeySource.of(key, place, root));
        });
    }

    private static Optional<String> value(Map<String, String> options, String key) {
        return Optional.ofNullable(options.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// Reads the keys. What weakens the signatures becomes a warning.
    ///
    /// @throws OctavoException where a key cannot be used
    public List<Signatory> signatories(Diagnostics diagnostics) {
        return keys.stream()
                .map(key -> new Signatory(domain, key.selector(), read(key, diagnostics)))
                .toList();
    }

    /// The signer for these settings, if there is a key.
    ///
    /// @param fromDomain what stands behind the `@` of the sender's address
    public Optional<DkimSigner> signer(String fromDomain, Diagnostics diagnostics) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        if (!isBelow(fromDomain, domain) && !isBelow(domain, fromDomain)) {
            diagnostics.report(Diagnostic.warning(
                    Location.NONE,
                    "email-dkim-domain",
                    "messages from " + fromDomain + " are signed by " + domain + ", which DMARC does not count; set "
                            + DOMAIN + " under [email] to the sender's domain"));
        }
        return Optional.of(new DkimSigner(signatories(diagnostics)));
    }

    private static DkimKey read(Key configured, Diagnostics diagnostics) {
        DkimKey key = configured.source().read(diagnostics);
        if (key.algorithm() != configured.algorithm()) {
            throw new OctavoException("DKIM: " + configured.option() + " under [email] names an " + key.algorithm()
                    + " key; it takes " + configured.algorithm() + ", and "
                    + (configured.algorithm() == Algorithm.RSA ? ED25519_KEY : KEY) + " the other.");
        }
        if (key.algorithm() == Algorithm.RSA && key.bits() < ENOUGH_BITS) {
            diagnostics.report(Diagnostic.warning(
                    Location.NONE,
                    "email-dkim-key-short",
                    "the DKIM key has " + key.bits() + " bits, which some mail services take for none; make one of "
                            + ENOUGH_BITS + " with 'octavo email dkim --generate'"));
        }
        return key;
    }

    private static boolean isBelow(String domain, String upper) {
        return ("." + domain)
                .toLowerCase(java.util.Locale.ROOT)
                .endsWith("." + upper.toLowerCase(java.util.Locale.ROOT));
    }
}
