package octavo.email.dkim;

import java.util.ArrayList;
import java.util.List;

/// The TXT record that holds a public key (RFC 6376, section 3.6).
///
/// @param name without a final dot: `octavo-2026._domainkey.news.example`
/// @param value `v=DKIM1; k=rsa; p=…`
public record DkimRecord(String name, String value) {
    /// A string of a TXT record holds no more octets (RFC 1035, section 3.3).
    private static final int LONGEST_STRING = 255;

    static String name(String selector, String domain) {
        return selector + "._domainkey." + domain;
    }

    static DkimRecord of(Signatory signatory) {
        DkimKey key = signatory.key();
        return new DkimRecord(
                name(signatory.selector(), signatory.domain()),
                "v=DKIM1; k=" + key.algorithm().keyType() + "; p=" + key.publicText());
    }

    /// The value in the strings of which a record is made; readers put them together without a space.
    public List<String> strings() {
        List<String> strings = new ArrayList<>();
        for (int from = 0; from < value.length(); from += LONGEST_STRING) {
            strings.add(value.substring(from, Math.min(value.length(), from + LONGEST_STRING)));
        }
        return strings;
    }

    /// The record as a zone file has it (RFC 1035, section 5.1). A key holds no quotes.
    public String zoneEntry() {
        return name + ". IN TXT (\n    \"" + String.join("\"\n    \"", strings()) + "\" )";
    }
}
