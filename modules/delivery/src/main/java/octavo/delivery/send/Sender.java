package octavo.delivery.send;

import java.util.List;
import java.util.function.UnaryOperator;
import octavo.delivery.campaign.Content;
import octavo.delivery.smtp.Relay;
import octavo.delivery.store.Store;
import octavo.email.Recipient;

public final class Sender {
    public Sender(
            Store store,
            long campaign,
            List<Relay> relays,
            SendSettings settings,
            UnaryOperator<byte[]> signer,
            Watcher watcher) {}

    public Ending run() {
        throw new UnsupportedOperationException();
    }

    public void stop() {}

    public static String test(
            Content content,
            Recipient recipient,
            List<Relay> relays,
            SendSettings settings,
            UnaryOperator<byte[]> signer) {
        throw new UnsupportedOperationException();
    }
}
