package octavo.email.dkim;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether DNS says what the mail services need to verify a signatory's messages.
///
/// @param state what was found, for programs
/// @param words the same as a sentence with what to do
public record RecordCheck(State state, String words) {
    /// What DNS has at the name of a key.
    public enum State {
        /// This key.
        PUBLISHED,
        /// This key, but told to be on trial (`t=y`): verifiers may ignore it.
        TESTING,
        /// No record.
        MISSING,
        /// Another key.
        OTHER_KEY,
        /// A record that takes its key back.
        REVOKED,
        /// More than one record.
        SEVERAL,
        /// A record that verifiers cannot use.
        UNUSABLE,
        /// Nobody knows: there was no answer.
        UNKNOWN;

        /// Whether messages signed with the key are verified.
        public boolean isWell() {
            return this == PUBLISHED;
        }
    }

    public static RecordCheck of(Signatory signatory, TxtLookup dns) {
        DkimRecord wanted = signatory.record();
        List<String> found;
        try {
            found = dns.txt(wanted.name());
        } catch (IOException e) {
            return new RecordCheck(
                    State.UNKNOWN,
                    "DNS did not answer (" + e.getMessage() + "); try again, or print the record with --offline");
        }
        return switch (found.size()) {
            case 0 -> new RecordCheck(State.MISSING, "DNS has no such record; publish the one printed here");
            case 1 -> of(tags(found.getFirst()), tags(wanted.value()));
            default ->
                new RecordCheck(
                        State.SEVERAL,
                        "DNS has " + found.size() + " TXT records of this name, and verifiers may take any of them;"
                                + " leave only the one printed here");
        };
    }

    private static RecordCheck of(Map<String, String> found, Map<String, String> wanted) {
        String key = found.getOrDefault("p", "");
        if (!found.containsKey("p")) {
            return new RecordCheck(State.UNUSABLE, "the record in DNS has no p=…; publish the one printed here");
        }
        if (key.isEmpty()) {
            return new RecordCheck(
                    State.REVOKED, "the record in DNS takes its key back (p= is empty); sign with a new selector");
        }
        if (!key.equals(wanted.get("p"))) {
            return new RecordCheck(
                    State.OTHER_KEY,
                    "DNS has another key; publish the one printed here, or sign with the key that belongs to it");
        }
        return unusable(found, wanted)
                .map(why -> new RecordCheck(State.UNUSABLE, why))
                .orElseGet(() -> has(found, "t", "y")
                        ? new RecordCheck(
                                State.TESTING,
                                "DNS has this key, but on trial (t=y), so verifiers may ignore it; take t=y out")
                        : new RecordCheck(State.PUBLISHED, "DNS has this key"));
    }

    /// Why the record with the right key cannot be used (RFC 6376, section 3.6.1).
    private static Optional<String> unusable(Map<String, String> found, Map<String, String> wanted) {
        String advice = "; publish the one printed here";
        if (!found.getOrDefault("v", "DKIM1").equals("DKIM1")) {
            return Optional.of("the record in DNS has v=" + found.get("v") + advice);
        }
        if (!found.getOrDefault("k", "rsa").equals(wanted.get("k"))) {
            return Optional.of("the record in DNS says that the key is of another kind" + advice);
        }
        if (found.containsKey("h") && !has(found, "h", "sha256")) {
            return Optional.of("the record in DNS does not allow sha256 (h=)" + advice);
        }
        if (found.containsKey("s") && !has(found, "s", "*") && !has(found, "s", "email")) {
            return Optional.of("the record in DNS is not for email (s=)" + advice);
        }
        return Optional.empty();
    }

    private static boolean has(Map<String, String> tags, String name, String value) {
        return List.of(tags.getOrDefault(name, "").split(":", -1)).contains(value);
    }

    /// The tags of a record; white space in values has no meaning in those looked at here.
    private static Map<String, String> tags(String record) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : record.split(";", -1)) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.putIfAbsent(
                        tag.substring(0, equals).strip(),
                        tag.substring(equals + 1).replaceAll("\\s", ""));
            }
        }
        return tags;
    }
}
