package octavo.delivery.smtp;

/// Asked when the whole message is sent but for the final dot; the dot is sent only after it returned true.
@FunctionalInterface
public interface Gate {
    /// May wait, for a journal's commit for example: the server has the message's last byte already and waits too,
    /// as long as its own time-outs let it (RFC 5321, 4.5.3.2.5: three minutes).
    ///
    /// @return whether the message may be finished; if not, it is given up by closing the connection
    /// @throws InterruptedException counts as a no
    boolean mayFinish() throws InterruptedException;
}
