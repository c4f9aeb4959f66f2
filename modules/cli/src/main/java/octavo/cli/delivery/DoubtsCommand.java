package octavo.cli.delivery;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.JsonDocument;
import octavo.cli.shell.WrongUsage;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Doubt;
import octavo.delivery.campaign.PostfixLog;
import octavo.delivery.campaign.Resolution;
import octavo.delivery.subscriber.Address;
import octavo.model.OctavoException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo campaigns doubts`: messages of which nobody knows whether they arrived.
@Command(
        name = "doubts",
        description = "Lists the messages of which nobody knows whether they arrived, or settles them.",
        footer = {
            "",
            "A doubt is a message whose last line was sent and to which no answer was heard.",
            "Octavo never sends one again by itself. The relay's log knows: look for the",
            "Message-ID there, or have a Postfix log read.",
            "",
            "  octavo campaigns doubts 3",
            "  octavo campaigns doubts 3 --postfix-log /var/log/mail.log",
            "  octavo campaigns doubts 3 --delivered ada@example.org bo@example.org"
        })
final class DoubtsCommand implements Callable<Integer> {
    private final Workplace work;

    @Mixin
    private CampaignOptions chosen = new CampaignOptions();

    @Option(names = "--delivered", paramLabel = "ADDRESS", arity = "1..*", description = "These arrived.")
    private List<String> delivered = new ArrayList<>();

    @Option(
            names = "--failed",
            paramLabel = "ADDRESS",
            arity = "1..*",
            description = "These did not arrive, and are not sent again.")
    private List<String> failed = new ArrayList<>();

    @Option(
            names = "--resend",
            paramLabel = "ADDRESS",
            arity = "1..*",
            description =
                    "These did not arrive, and are sent again when the campaign is resumed. Whoever had it after all"
                            + " has it twice.")
    private List<String> resend = new ArrayList<>();

    @Option(names = "--all-delivered", description = "All of them arrived.")
    private boolean allDelivered;

    @Option(names = "--all-failed", description = "None of them arrived, and none is sent again.")
    private boolean allFailed;

    @Option(
            names = "--postfix-log",
            paramLabel = "FILE",
            arity = "1..*",
            description = "What the relay's log says; what it does not tell stays a doubt.")
    private List<Path> logs = new ArrayList<>();

    @Option(names = "--json", description = "Print the doubts as JSON.")
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    DoubtsCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        boolean named = !(delivered.isEmpty() && failed.isEmpty() && resend.isEmpty());
        int ways = (named ? 1 : 0) + (allDelivered ? 1 : 0) + (allFailed ? 1 : 0) + (logs.isEmpty() ? 0 : 1);
        if (ways > 1) {
            throw new WrongUsage("addresses, --all-delivered, --all-failed and --postfix-log exclude each other");
        }
        return chosen.on(work, campaigns -> {
            campaigns.get(chosen.id);
            if (ways > 0) {
                settle(campaigns);
            }
            if (ways == 0 || json) {
                list(campaigns.doubts(chosen.id));
            }
            return ExitCode.OK;
        });
    }

    private void settle(Campaigns campaigns) {
        if (allDelivered) {
            settle(campaigns, _ -> true, Resolution.DELIVERED);
        } else if (allFailed) {
            settle(campaigns, _ -> true, Resolution.FAILED);
        } else if (!logs.isEmpty()) {
            PostfixLog log = PostfixLog.read(logs.toArray(Path[]::new));
            for (Resolution found : List.of(Resolution.DELIVERED, Resolution.FAILED)) {
                settle(campaigns, doubt -> log.of(doubt.messageId()).equals(Optional.of(found)), found);
            }
        } else {
            List<Doubt> doubts = campaigns.doubts(chosen.id);
            Set<String> mentioned = new HashSet<>();
            Predicate<Doubt> arrived = these(delivered, doubts, mentioned);
            Predicate<Doubt> lost = these(failed, doubts, mentioned);
            Predicate<Doubt> again = these(resend, doubts, mentioned);
            // What may be refused comes first, so that it is all or nothing.
            settle(campaigns, again, Resolution.RESEND, resend);
            settle(campaigns, arrived, Resolution.DELIVERED, delivered);
            settle(campaigns, lost, Resolution.FAILED, failed);
        }
        if (!common.quiet) {
            int left = campaigns.doubts(chosen.id).size();
            work.terminal()
                    .err()
                    .println(
                            left == 0
                                    ? "No doubt is left."
                                    : Workplace.counted(left, "doubt is", "doubts are") + " left.");
        }
    }

    /// @param mentioned addresses so far: nobody can be in two states
    private Predicate<Doubt> these(List<String> typed, List<Doubt> doubts, Set<String> mentioned) {
        Set<String> keys = new HashSet<>();
        for (String written : typed) {
            String key = Workplace.address(written).key();
            if (doubts.stream().noneMatch(doubt -> key(doubt).equals(key))) {
                throw new OctavoException("The message to " + written + " is not in doubt in campaign " + chosen.id
                        + "; nothing was settled.");
            }
            if (!mentioned.add(key)) {
                throw new WrongUsage(written + " is given twice");
            }
            keys.add(key);
        }
        return doubt -> keys.contains(key(doubt));
    }

    private static String key(Doubt doubt) {
        return doubt.email().isEmpty() ? "" : Address.parse(doubt.email()).key();
    }

    private void settle(Campaigns campaigns, Predicate<Doubt> which, Resolution how, List<String> typed) {
        if (!typed.isEmpty()) {
            settle(campaigns, which, how);
        }
    }

    private void settle(Campaigns campaigns, Predicate<Doubt> which, Resolution how) {
        int settled = campaigns.resolve(chosen.id, which, how);
        if (!common.quiet) {
            String words = switch (how) {
                case DELIVERED -> "counted as delivered";
                case FAILED -> "counted as rejected";
                case RESEND -> "sent again by: octavo campaigns resume " + chosen.id;
            };
            work.terminal().err().println(Workplace.counted(settled, "message is", "messages are") + " " + words);
        }
    }

    private void list(List<Doubt> doubts) {
        PrintStream out = work.terminal().out();
        if (json) {
            JsonDocument.write(out, document -> {
                document.writeNumberField("campaign", chosen.id);
                document.writeArrayFieldStart("doubts");
                for (Doubt doubt : doubts) {
                    document.writeStartObject();
                    document.writeStringField("email", doubt.email());
                    document.writeStringField("messageId", doubt.messageId());
                    document.writeStringField("since", doubt.since().toString());
                    document.writeStringField("reply", doubt.reply());
                    document.writeEndObject();
                }
                document.writeEndArray();
            });
            return;
        }
        ZonedDateTime now = StartTime.here();
        for (Doubt doubt : doubts) {
            out.println((doubt.email().isEmpty() ? "(erased)" : doubt.email()) + "  " + doubt.messageId());
            String reply = doubt.reply().strip();
            out.println("  since " + StartTime.shown(doubt.since(), now) + (reply.isEmpty() ? "" : ": " + reply));
        }
        if (doubts.isEmpty() && !common.quiet) {
            work.terminal().err().println("No message of campaign " + chosen.id + " is in doubt.");
        }
    }
}
