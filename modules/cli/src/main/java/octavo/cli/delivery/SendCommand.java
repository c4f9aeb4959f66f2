package octavo.cli.delivery;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Report;
import octavo.cli.shell.WrongUsage;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.send.Signing;
import octavo.delivery.store.Store;
import octavo.model.Language;
import octavo.model.OctavoException;
import octavo.reader.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `octavo send`: an issue to its list.
@Command(
        name = "send",
        description = "Sends an issue to a list: to everybody once, each in their language.",
        footer = {
            "",
            "ISSUE is the path of its file in any language, or its name; all its languages",
            "are sent. Before anything happens it shows who gets what, and asks.",
            "",
            "Exits with 5 where only a part was sent and the rest can be: after Ctrl-C, a",
            "pause, or a failure in the middle.",
            "",
            "  octavo send content/2025-03-spring.md --test me@example.org",
            "  octavo send 2025-03-spring --dry-run",
            "  octavo send 2025-03-spring --at 09:00",
            "  octavo send 2025-03-spring --missing     those who did not get it yet",
            "  octavo send 2025-03-spring --to news@lists.example.org",
            "  octavo send --join 3                     goes on, here or on another machine"
        })
final class SendCommand implements Callable<Integer> {
    /// Some of it was sent, and the rest can be.
    static final int PARTLY = 5;

    private final Workplace work;
    private final IssueSource issues;

    @Parameters(paramLabel = "ISSUE", arity = "0..1", description = "The issue.")
    private Optional<String> issue = Optional.empty();

    @Mixin
    AudienceOptions audience = new AudienceOptions();

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            split = ",",
            description = {
                "Only these editions (de,ja). Who reads none of them gets nothing,",
                "unless --fallback says so."
            })
    List<String> languages = new ArrayList<>();

    @Option(
            names = "--fallback",
            paramLabel = "LANG",
            split = ",",
            description = {
                "Editions for those who read none of the issue's languages: the first of",
                "them that there is; 'none' for nothing. The archive's main language and",
                "then the others if not given."
            })
    List<String> fallback = new ArrayList<>();

    @Option(names = "--missing", description = "Only those on the list who did not get this issue yet.")
    boolean missing;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many people; --missing sends to the others.")
    Optional<Long> limit = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = {
                "When to begin: '2026-12-01 09:00' or 09:00 by this machine's clock, or",
                "2026-12-01T08:00:00Z. The command waits until then."
            })
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "One message to the address of a mailing list that another program runs.")
    Optional<String> to = Optional.empty();

    @Option(
            names = "--test",
            paramLabel = "ADDRESS",
            split = ",",
            description = {
                "Only send the message of each language to these addresses, to look at;",
                "nothing is remembered of it."
            })
    private List<String> test = new ArrayList<>();

    @Option(names = "--dry-run", description = "Show who would get what, and do nothing.")
    boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Option(
            names = "--join",
            paramLabel = "CAMPAIGN",
            description = "Send what is left of a campaign, whichever machine began it.")
    private Optional<Long> join = Optional.empty();

    @Option(names = "--json", description = "Print what happens as JSON, one object a line.")
    boolean json;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show everything that was found, notes as well.")
    boolean verbose;

    @Mixin
    StoreOptions store = new StoreOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    SendCommand(Workplace work, IssueSource issues) {
        this.work = work;
        this.issues = issues;
    }

    @Override
    public Integer call() {
        if (join.isPresent()) {
            if (issue.isPresent()) {
                throw new WrongUsage(
                        "--join sends what the campaign has in the store; leave out '" + issue.get() + "'");
            }
            Settings settings = store.settings(work, issues.environment());
            return join(work, settings, store, join.get(), false, events(), common.quiet);
        }
        if (issue.isEmpty()) {
            throw new WrongUsage("say what to send: octavo send ISSUE, or octavo send --join CAMPAIGN");
        }
        checkOptions();
        ZonedDateTime now = StartTime.here();
        Optional<Instant> start = at.map(typed -> StartTime.parse(typed, now));
        Report report = new Report();
        IssueSource.Found found = issues.find(issue.get(), store.archive, report);
        Readiness.require(found.settings());
        Mailing mailing = new Mailing(work, this, found, report);
        return test.isEmpty() ? mailing.send(start) : mailing.test(test);
    }

    private void checkOptions() {
        if (dryRun && !test.isEmpty()) {
            throw new WrongUsage("--test sends and --dry-run does not; give one of them");
        }
        if (to.isPresent() && (audience.isChosen() || missing || limit.isPresent())) {
            throw new WrongUsage("--to writes to one address; leave out --list, --where, --missing and --limit");
        }
        if (limit.filter(most -> most < 1).isPresent()) {
            throw new WrongUsage("--limit takes a number from 1 on");
        }
        if (!yes && !dryRun && test.isEmpty() && work.terminal().in().isEmpty()) {
            throw new WrongUsage("nobody is at the terminal to be asked whether to send; --yes answers beforehand");
        }
    }

    Events events() {
        return new Events(work.terminal().out(), json);
    }

    static Language language(String typed) {
        try {
            return new Language(typed);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("'" + typed + "' is no language tag such as de or pt-BR", e);
        }
    }

    /// Sends what is left of a campaign.
    ///
    /// @param paused whether it stands still until now; it goes on once everything else is found in order
    /// @return the exit code
    static int join(
            Workplace work,
            Settings settings,
            StoreOptions store,
            long id,
            boolean paused,
            Events events,
            boolean quiet) {
        DeliveryTable table = DeliveryTable.of(settings);
        Report report = new Report();
        try (Interruption interruption = new Interruption(work.terminal());
                Store open = Store.open(table.store(store.store))) {
            Campaigns campaigns = new Campaigns(open);
            Campaign campaign = campaigns.get(id);
            if (!paused && isOver(campaign)) {
                String words = "Campaign " + id + " is finished; nothing is left to send.";
                events.end(id, "done", campaigns.counts(id), words);
                if (!quiet) {
                    work.terminal().err().println(words);
                }
                return ExitCode.OK;
            }
            Readiness.requireBounces(table);
            Signing signing = Readiness.signing(settings, campaign.starts(), report);
            Sending sending = new Sending(work.terminal(), events, quiet, table.relays(), table.sending(), signing);
            report.print(work.terminal(), false);
            if (paused) {
                signing.requireFor(campaign);
                campaign = campaigns.resume(id);
            }
            return sending.run(open, campaign, interruption);
        }
    }

    private static boolean isOver(Campaign campaign) {
        return switch (campaign.state()) {
            case READY, RUNNING -> false;
            case FINISHED -> true;
            case PAUSED ->
                throw new OctavoException("Campaign " + campaign.id() + " is paused"
                        + (campaign.cause().isEmpty() ? "" : " (" + campaign.cause() + ")")
                        + "; 'octavo campaigns resume " + campaign.id() + "' goes on.");
            case CANCELLED ->
                throw new OctavoException("Campaign " + campaign.id()
                        + " is cancelled; 'octavo send ISSUE --missing' sends to those who did not get it.");
        };
    }
}
