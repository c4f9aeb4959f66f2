package octavo.cli.delivery;

import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.reader.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo campaigns resume`: goes on after a pause.
@Command(
        name = "resume",
        description = "Goes on with a campaign that was paused, and sends what is left of it.",
        footer = {"", "Exits with 5 where only a part was sent and the rest can be."})
final class ResumeCommand implements Callable<Integer> {
    private final Workplace work;

    @Mixin
    private CampaignOptions chosen = new CampaignOptions();

    @Option(names = "--json", description = "Print what happens as JSON, one object a line.")
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ResumeCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        Settings settings = chosen.store.settings(work, work.terminal().environment());
        Events events = new Events(work.terminal().out(), json);
        return SendCommand.join(work, settings, chosen.store, chosen.id, true, events, common.quiet);
    }
}
