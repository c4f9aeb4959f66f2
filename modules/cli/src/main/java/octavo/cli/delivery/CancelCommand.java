package octavo.cli.delivery;

import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Terminal;
import octavo.cli.shell.WrongUsage;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Counts;
import octavo.delivery.campaign.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo campaigns cancel`: for good.
@Command(
        name = "cancel",
        description = "Ends a campaign for good: who has not got the issue yet does not get it.",
        footer = {"", "'octavo send ISSUE --missing' sends it to them later, in a campaign of its own."})
final class CancelCommand implements Callable<Integer> {
    private final Workplace work;

    @Mixin
    private CampaignOptions chosen = new CampaignOptions();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private CommonOptions common = new CommonOptions();

    CancelCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        if (!yes && work.terminal().in().isEmpty()) {
            throw new WrongUsage("nobody is at the terminal to be asked; --yes answers beforehand");
        }
        return chosen.on(work, this::cancel);
    }

    private int cancel(Campaigns campaigns) {
        Terminal terminal = work.terminal();
        String title = campaigns.get(chosen.id).title();
        long left = campaigns.counts(chosen.id).left();
        if (!yes
                && !terminal.confirmed("Cancel campaign " + chosen.id + ", '" + title + "'? "
                        + Workplace.counted(left, "person", "people") + " will not get it.")) {
            terminal.err().println("Nothing was cancelled.");
            return ExitCode.SOFTWARE;
        }
        campaigns.cancel(chosen.id);
        if (!common.quiet) {
            Counts counts = campaigns.counts(chosen.id);
            terminal.err()
                    .println("Campaign " + chosen.id + " is cancelled: "
                            + Workplace.counted(counts.of(Step.CANCELLED), "person does", "people do")
                            + " not get it, " + Workplace.number(counts.of(Step.ACCEPTED)) + " have it.");
        }
        return ExitCode.OK;
    }
}
