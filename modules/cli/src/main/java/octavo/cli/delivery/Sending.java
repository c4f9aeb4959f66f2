package octavo.cli.delivery;

import java.util.List;
import java.util.Locale;
import octavo.cli.shell.Terminal;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Step;
import octavo.delivery.send.Ending;
import octavo.delivery.send.SendSettings;
import octavo.delivery.send.Sender;
import octavo.delivery.send.Signing;
import octavo.delivery.smtp.Relay;
import octavo.delivery.store.Store;
import octavo.model.OctavoException;
import picocli.CommandLine.ExitCode;

/// A sender at work for a campaign that is in the store, and what is said of how it ended.
///
/// @param quiet whether only what went wrong is said
record Sending(
        Terminal terminal, Events events, boolean quiet, List<Relay> relays, SendSettings settings, Signing signing) {

    /// @return the exit code
    /// @throws OctavoException where it failed before anything was sent
    int run(Store store, Campaign campaign, Interruption interruption) {
        Campaigns campaigns = new Campaigns(store);
        events.start(campaign);
        Sender sender =
                new Sender(store, campaign.id(), relays, settings, signing, new LiveLine(terminal, events, quiet));
        interruption.during(sender::stop);
        try {
            Ending ending = sender.run();
            terminal.progressDone();
            return interruption.ends(ended(campaigns, campaign.id(), ending));
        } catch (RuntimeException e) {
            terminal.progressDone();
            return interruption.ends(failed(campaigns, campaign.id(), e));
        }
    }

    private int ended(Campaigns campaigns, long id, Ending ending) {
        Counts counts = campaigns.counts(id);
        String words = switch (ending) {
                    case DONE -> "Done";
                    case PAUSED -> "Paused " + cause(campaigns.get(id));
                    case CANCELLED -> "Cancelled " + cause(campaigns.get(id));
                    case STOPPED -> "Stopped";
                }
                + ": of " + Workplace.number(counts.total()) + ", " + Words.states(counts) + ".";
        events.end(id, ending.name().toLowerCase(Locale.ROOT), counts, words);
        boolean well = ending == Ending.DONE;
        if (!quiet || !well) {
            terminal.err().println(words);
            doubts(id, counts);
            switch (ending) {
                case DONE, CANCELLED -> terminal.err().println("The whole of it: octavo campaigns report " + id);
                case PAUSED -> terminal.err().println("To go on: octavo campaigns resume " + id);
                case STOPPED -> terminal.err().println("To go on: octavo send --join " + id);
            }
        }
        return switch (ending) {
            case DONE -> ExitCode.OK;
            case PAUSED, STOPPED -> SendCommand.PARTLY;
            case CANCELLED -> ExitCode.SOFTWARE;
        };
    }

    private static String cause(Campaign campaign) {
        String cause = campaign.cause().strip();
        return cause.isEmpty() ? "by the operator" : "(" + cause.replaceFirst("\\.$", "") + ")";
    }

    private void doubts(long id, Counts counts) {
        long doubts = counts.of(Step.IN_DOUBT);
        if (doubts > 0) {
            terminal.err()
                    .println("Nobody knows whether " + Workplace.counted(doubts, "message", "messages")
                            + " arrived, and Octavo does not send them again by itself: octavo campaigns doubts " + id);
        }
    }

    private int failed(Campaigns campaigns, long id, RuntimeException failure) {
        String sentence =
                failure instanceof OctavoException ? String.valueOf(failure.getMessage()) : failure.toString();
        Counts counts;
        try {
            counts = campaigns.counts(id);
        } catch (RuntimeException unreadable) {
            // The store itself is what failed; how far it got is to be read when it is back.
            events.end(id, "failed", new Counts(java.util.Map.of()), sentence);
            failure.addSuppressed(unreadable);
            throw failure;
        }
        events.end(id, "failed", counts, sentence);
        long untouched = counts.of(Step.PENDING) + counts.of(Step.CLAIMED);
        boolean begun = untouched < counts.total();
        terminal.err()
                .println(
                        begun
                                ? "Of " + Workplace.number(counts.total()) + ", " + Words.states(counts) + "."
                                : "Nothing of campaign " + id + " was sent.");
        doubts(id, counts);
        terminal.err().println("To go on when what is wrong is mended: octavo send --join " + id);
        if (!begun || !(failure instanceof OctavoException)) {
            throw failure;
        }
        terminal.err().println("octavo: " + sentence);
        return SendCommand.PARTLY;
    }
}
