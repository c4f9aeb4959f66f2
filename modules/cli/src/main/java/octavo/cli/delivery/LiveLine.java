package octavo.cli.delivery;

import java.time.Duration;
import java.util.Optional;
import octavo.cli.shell.Terminal;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Step;
import octavo.delivery.send.Progress;
import octavo.delivery.send.Watcher;

/// How far a campaign is, on one line that changes, with what happens above it.
final class LiveLine implements Watcher {
    private final Terminal terminal;
    private final Events events;
    private final boolean quiet;

    LiveLine(Terminal terminal, Events events, boolean quiet) {
        this.terminal = terminal;
        this.events = events;
        this.quiet = quiet;
    }

    @Override
    public synchronized void progress(Progress progress) {
        events.progress(progress);
        if (!quiet) {
            terminal.progress(words(progress));
        }
    }

    @Override
    public synchronized void note(String words) {
        events.note(words);
        if (!quiet) {
            terminal.progressDone();
            terminal.err().println(words);
            terminal.err().flush();
        }
    }

    /// `812 of 1,204 sent, 35/s, 1 rejected, 0 in doubt, 11 s to go`.
    static String words(Progress progress) {
        Counts counts = progress.counts();
        StringBuilder words = new StringBuilder(
                Workplace.number(counts.of(Step.ACCEPTED)) + " of " + Workplace.number(counts.total()) + " sent");
        Optional<Duration> nextTry = progress.nextTry();
        if (nextTry.isEmpty()) {
            words.append(", ").append(Words.rate(progress.perSecond()));
        } else {
            words.append(", ").append(Workplace.number(counts.left())).append(" deferred");
        }
        words.append(", ").append(Workplace.number(counts.of(Step.REJECTED))).append(" rejected");
        if (counts.of(Step.EXPIRED) > 0) {
            words.append(", ").append(Workplace.number(counts.of(Step.EXPIRED))).append(" given up");
        }
        words.append(", ").append(Workplace.number(counts.of(Step.IN_DOUBT))).append(" in doubt");
        nextTry.ifPresentOrElse(
                next -> words.append(", next try in ").append(Words.duration(next)),
                () -> progress.toGo()
                        .ifPresent(toGo ->
                                words.append(", ").append(Words.duration(toGo)).append(" to go")));
        return words.toString();
    }
}
