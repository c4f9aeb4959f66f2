package octavo.cli.delivery;

import java.util.Locale;
import java.util.StringJoiner;
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
            terminal.err().println(sentence(words));
            terminal.err().flush();
        }
    }

    /// `812 of 1,204 sent, 35/s, 3 deferred, 1 rejected, 0 in doubt, 11 s to go`.
    static String words(Progress progress) {
        Counts counts = progress.counts();
        StringJoiner words = new StringJoiner(", ");
        words.add(Workplace.number(counts.of(Step.ACCEPTED)) + " of " + Workplace.number(counts.total()) + " sent");
        if (progress.nextTry().isEmpty()) {
            words.add(Words.rate(progress.perSecond()));
        }
        words.add(Workplace.number(progress.deferred()) + " deferred");
        words.add(Workplace.number(counts.of(Step.REJECTED)) + " rejected");
        if (counts.of(Step.EXPIRED) > 0) {
            words.add(Workplace.number(counts.of(Step.EXPIRED)) + " given up");
        }
        words.add(Workplace.number(counts.of(Step.IN_DOUBT)) + " in doubt");
        progress.nextTry().ifPresent(next -> words.add("next try in " + Words.duration(next)));
        progress.toGo().ifPresent(toGo -> words.add(Words.duration(toGo) + " to go"));
        return words.toString();
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + (words.endsWith(".") ? "" : ".");
    }
}
