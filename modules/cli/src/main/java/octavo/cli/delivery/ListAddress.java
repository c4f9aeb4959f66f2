package octavo.cli.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import octavo.cli.shell.Report;
import octavo.delivery.State;
import octavo.delivery.store.Store;
import octavo.delivery.subscriber.Address;
import octavo.delivery.subscriber.Attributes;
import octavo.delivery.subscriber.Audience;
import octavo.delivery.subscriber.ImportOptions;
import octavo.delivery.subscriber.ImportResult;
import octavo.delivery.subscriber.Subscribers;
import octavo.model.Diagnostic;
import octavo.model.Language;
import octavo.model.OctavoException;

/// The address of a mailing list that another program runs: one message goes there, and that program gives it to its
/// members. Here it is the only member of a list of its own, so that it is journalled like any other recipient.
///
/// @param list the name of that list: `to news at lists.example.org`
record ListAddress(Address address, String list) {
    private static final int LONGEST = 64;
    /// What a list's name cannot have.
    private static final Pattern UNUSUAL = Pattern.compile("[^\\p{L}\\p{N} ._-]");

    static ListAddress of(String typed) {
        Address address = Workplace.address(typed);
        String plain = "to " + address.key().replace("@", " at ");
        String name = UNUSUAL.matcher(plain).replaceAll("_");
        if (!name.equals(plain) || name.length() > LONGEST) {
            // Two addresses must not have one list.
            String mark = " " + hash(address.key());
            name = name.substring(0, Math.min(name.length(), LONGEST - mark.length())) + mark;
        }
        return new ListAddress(address, name);
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Audience audience() {
        return Audience.all(list);
    }

    /// Whether the store has the list.
    boolean isKnown(Store store) {
        return new Subscribers(store)
                .statistics().lists().stream().anyMatch(known -> known.list().equals(list));
    }

    /// Puts the address on its list, where it is not there yet.
    ///
    /// @throws OctavoException where it is not written to any more
    void addTo(Store store, Language language) {
        Report report = new Report();
        ImportResult result = new Subscribers(store)
                .add(
                        address,
                        "",
                        language.tag(),
                        Optional.empty(),
                        Attributes.parse(""),
                        new ImportOptions(list, true, State.ACTIVE, false, false, false, Optional.empty()),
                        report);
        if (result.gone() + result.suppressed() > 0) {
            throw new OctavoException(address.email() + ": "
                    + report.all().stream().map(Diagnostic::message).findFirst().orElse("is not written to") + ".");
        }
    }
}
