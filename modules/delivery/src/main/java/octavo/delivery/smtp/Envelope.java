package octavo.delivery.smtp;

import java.nio.charset.StandardCharsets;

/// What the relay is told of a message beside its bytes (RFC 5321, 2.3.1). Both addresses go into commands, so
/// nothing is taken here that could end an address or a command: no spaces, control characters and angle brackets.
///
/// @param from where bounces go, an address of its own for each recipient (VERP)
/// @param to the recipient
public record Envelope(String from, String to) {
    /// A path may have 256 octets, the angle brackets included (RFC 5321, 4.5.3.1.3).
    private static final int LONGEST = 254;

    /// @throws IllegalArgumentException where an address cannot stand in a command
    public Envelope {
        check("sender", from);
        check("recipient", to);
    }

    private static void check(String role, String address) {
        int at = address.lastIndexOf('@');
        boolean clean = true;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean ascii = c > ' ' && c < 0x7f && c != '<' && c != '>';
            clean &= ascii || (c > 0x7f && i < at && !Character.isISOControl(c) && !Character.isSpaceChar(c));
        }
        if (!clean || at < 1 || at == address.length() - 1 || octets(address) > LONGEST) {
            throw new IllegalArgumentException("“" + Reply.clean(address) + "” cannot be the " + role
                    + " of a message: an address has an @ and at most " + LONGEST
                    + " octets, no spaces and no angle brackets, and behind the @ only ASCII");
        }
    }

    private static int octets(String address) {
        return address.getBytes(StandardCharsets.UTF_8).length;
    }

    /// Whether only a server with SMTPUTF8 takes it (RFC 6531).
    boolean isInternational() {
        return octets(from) > from.length() || octets(to) > to.length();
    }
}
