package octavo.delivery.send;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Content;
import octavo.delivery.campaign.Tokens;
import octavo.delivery.journal.Journal;
import octavo.delivery.journal.Ledger;
import octavo.delivery.smtp.Connection;
import octavo.delivery.smtp.Data;
import octavo.delivery.smtp.Envelope;
import octavo.delivery.smtp.Outcome;
import octavo.delivery.smtp.Relay;
import octavo.delivery.smtp.RelayException;
import octavo.delivery.store.RoleLock;
import octavo.delivery.store.Store;
import octavo.delivery.store.StoreAddress;
import octavo.email.Recipient;
import octavo.model.OctavoException;

/// Sends a campaign to everybody who is left, once. From a store in a file one sender at a time does so, from a
/// server as many as there are machines.
public final class Sender {
    private static final long LOOK_MS = 200;

    private final Store store;
    private final long campaign;
    private final List<Relay> relays;
    private final SendSettings settings;
    private final Signing signing;
    private final Watcher watcher;
    private final Campaigns campaigns;
    private volatile boolean stopped;

    /// @param relays all of them are used at once
    /// @param signing as the campaign has it, or better
    public Sender(
            Store store, long campaign, List<Relay> relays, SendSettings settings, Signing signing, Watcher watcher) {
        this.store = store;
        this.campaign = campaign;
        this.relays = List.copyOf(relays);
        this.settings = settings;
        this.signing = signing;
        this.watcher = new OneAtATime(watcher);
        this.campaigns = new Campaigns(store);
    }

    /// Sends until nothing is left, somebody has the campaign stand still, or [#stop()] was called. Waits for the
    /// time at which it may begin, and for messages that were deferred.
    ///
    /// @throws OctavoException where an operator has to mend something; the campaign can go on afterwards
    public Ending run() {
        String bounces = settings.bounces()
                .orElseThrow(
                        () -> new OctavoException("octavo.toml has no bounces under [delivery]; set it to the mailbox"
                                + " that takes what cannot be delivered, such as bounces@example.org."));
        Campaign there = campaigns.get(campaign);
        refuse(there);
        if (there.state() == Campaign.Stage.FINISHED) {
            return Ending.DONE;
        }
        signing.requireFor(there);
        try {
            if (store.address() instanceof StoreAddress.InFile file) {
                try (RoleLock _ = RoleLock.sender(file)) {
                    return alone(bounces, true);
                }
            }
            return alone(bounces, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Ending.STOPPED;
        }
    }

    /// No new messages from now on; those that are on their way end. May be called by any thread, at any time.
    public void stop() {
        stopped = true;
    }

    /// Connections speak up at the same time.
    private record OneAtATime(Watcher watcher) implements Watcher {
        @Override
        public synchronized void progress(Progress progress) {
            watcher.progress(progress);
        }

        @Override
        public synchronized void note(String words) {
            watcher.note(words);
        }
    }

    private static void refuse(Campaign there) {
        switch (there.state()) {
            case PAUSED ->
                throw new OctavoException("Campaign " + there.id() + " is paused"
                        + (there.cause().isEmpty() ? "" : " (" + there.cause() + ")") + "; 'octavo campaigns resume "
                        + there.id() + "' goes on with it.");
            case CANCELLED ->
                throw new OctavoException("Campaign " + there.id() + " was cancelled; nothing of it is sent any more.");
            case READY, RUNNING, FINISHED -> {
                // Something can be done, or nothing has to be.
            }
        }
    }

    private Ending alone(String bounces, boolean alone) throws InterruptedException {
        Optional<Ending> early = waitForStart();
        if (early.isPresent()) {
            return early.get();
        }
        List<Content> contents = campaigns.contents(campaign);
        List<RelayState> usable = usable(contents);
        long list = campaigns.listOf(campaign);
        Letters letters = new Letters(contents, signing, Tokens.of(store), bounces, campaign, list);
        Ledger ledger = new Ledger(store, campaign, list, owner(), settings.perDay());
        Campaign begun = campaigns.begin(campaign);
        refuse(begun);
        try (Journal journal = new Journal(ledger, store.address(), RelayState.connections(usable))) {
            journal.patiently(() -> ledger.settle(alone));
            return new Run(campaign, campaigns, ledger, journal, letters, settings, usable, watcher).go(() -> stopped);
        }
    }

    private Optional<Ending> waitForStart() throws InterruptedException {
        boolean said = false;
        while (true) {
            Campaign there = campaigns.get(campaign);
            if (there.state() == Campaign.Stage.PAUSED) {
                return Optional.of(Ending.PAUSED);
            }
            if (there.state() == Campaign.Stage.CANCELLED) {
                return Optional.of(Ending.CANCELLED);
            }
            Instant now = campaigns.now();
            if (!now.isBefore(there.starts())) {
                return Optional.empty();
            }
            if (stopped) {
                return Optional.of(Ending.STOPPED);
            }
            if (!said) {
                said = true;
                watcher.note("waiting for " + there.starts() + ", when it is to begin");
            }
            Thread.sleep(Math.min(LOOK_MS, Duration.between(now, there.starts()).toMillis() + 1));
        }
    }

    /// Relays that cannot be used are told of before anything is sent.
    private List<RelayState> usable(List<Content> contents) {
        long longest = contents.stream()
                .mapToLong(content -> signing.sign(content.template().forRecipient(Recipient.STAND_IN)).length)
                .max()
                .orElse(0);
        List<RelayState> usable = new ArrayList<>();
        List<RelayException> problems = new ArrayList<>();
        for (Relay relay : relays) {
            try (Connection connection = Connection.open(relay)) {
                connection.requireRoom(longest);
                usable.add(new RelayState(relay));
            } catch (RelayException e) {
                problems.add(e);
            }
        }
        if (usable.isEmpty()) {
            throw problems.isEmpty()
                    ? new OctavoException("octavo.toml names no relay; set smtp-host under [delivery].")
                    : unusable(problems.getFirst());
        }
        problems.forEach(problem -> watcher.note(String.valueOf(problem.getMessage())));
        return usable;
    }

    private static OctavoException unusable(RelayException problem) {
        return new OctavoException(String.valueOf(problem.getMessage()), problem);
    }

    /// Unlike any other sender's, also after a restart.
    private static String owner() {
        byte[] chance = new byte[6];
        new SecureRandom().nextBytes(chance);
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            host = "localhost";
        }
        return host + "/" + ProcessHandle.current().pid() + "/" + HexFormat.of().formatHex(chance);
    }

    /// Sends one message outside of any campaign, of which no journal knows.
    ///
    /// @return what the relay said
    /// @throws OctavoException where it did not take it
    public static String test(
            Content content, Recipient recipient, List<Relay> relays, SendSettings settings, Signing signing) {
        String from = settings.bounces().orElseGet(() -> recipient.mailbox().address());
        Envelope envelope = new Envelope(from, recipient.mailbox().address());
        Data message = Data.of(signing.sign(content.template().forRecipient(recipient)));
        if (relays.isEmpty()) {
            throw new OctavoException("octavo.toml names no relay; set smtp-host under [delivery].");
        }
        try (Connection connection = Connection.open(relays.getFirst())) {
            return switch (connection.send(envelope, message, () -> true)) {
                case Outcome.Accepted(String reply) -> reply;
                case Outcome.Rejected rejected -> throw refused(envelope, rejected.reply());
                case Outcome.Deferred deferred -> throw refused(envelope, deferred.reply());
                case Outcome.Unsent(String why) -> throw refused(envelope, why);
                case Outcome.Refused(String why) -> throw refused(envelope, why);
                case Outcome.InDoubt(String why) ->
                    throw new OctavoException(
                            "Nobody knows whether the message to " + envelope.to() + " was delivered: " + why + ".");
            };
        }
    }

    private static OctavoException refused(Envelope envelope, String reply) {
        return new OctavoException("The message to " + envelope.to() + " was not taken: " + reply + ".");
    }
}
