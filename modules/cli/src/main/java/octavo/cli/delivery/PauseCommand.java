package octavo.cli.delivery;

import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.delivery.campaign.Campaign;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/// `octavo campaigns pause`: no new messages for now.
@Command(
        name = "pause",
        description = "Has the senders of a campaign stop in good order, whichever machines they are on.")
final class PauseCommand implements Callable<Integer> {
    private final Workplace work;

    @Mixin
    private CampaignOptions chosen = new CampaignOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    PauseCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        Campaign paused = chosen.on(work, campaigns -> campaigns.pause(chosen.id, "by the operator"));
        if (!common.quiet) {
            work.terminal()
                    .err()
                    .println("Campaign " + paused.id() + " is paused; messages on their way still end. To go on:"
                            + " octavo campaigns resume " + paused.id());
        }
        return ExitCode.OK;
    }
}
