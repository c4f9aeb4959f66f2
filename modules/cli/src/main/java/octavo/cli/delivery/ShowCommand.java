package octavo.cli.delivery;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.delivery.store.Store;
import octavo.delivery.subscriber.Address;
import octavo.delivery.subscriber.PersonalData;
import octavo.delivery.subscriber.Subscribers;
import octavo.model.OctavoException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `octavo subscribers show`: did she get it?
@Command(
        name = "show",
        description =
                "Shows one person: lists, states with time and cause, and every delivery with the server's reply.",
        footer = {"", "--json has all that is kept of the person, to be handed out on request."})
final class ShowCommand implements Callable<Integer> {
    private final Workplace work;

    @Parameters(paramLabel = "ADDRESS", description = "The address.")
    private String address = "";

    @Option(names = "--json", description = "Print everything as JSON.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    ShowCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        Address asked = Workplace.address(address);
        try (Store open = Store.open(store.address(work))) {
            Subscribers subscribers = new Subscribers(open);
            Optional<PersonalData> person = subscribers.show(asked);
            Optional<String> suppressed = subscribers.suppressed(asked);
            if (person.isEmpty() && suppressed.isEmpty()) {
                throw new OctavoException("Nobody in the store has the address " + asked.email() + ".");
            }
            if (json) {
                PeopleJson.person(work.terminal().out(), asked, person, suppressed);
            } else {
                print(work.terminal().out(), asked, person, suppressed);
            }
        }
        return ExitCode.OK;
    }

    private static void print(
            PrintStream out, Address asked, Optional<PersonalData> person, Optional<String> suppressed) {
        out.println(person.map(PersonalData::email).orElse(asked.email()));
        person.ifPresent(known -> print(out, known));
        suppressed.ifPresent(words -> out.println("  never written to: on the suppression list since " + words));
    }

    private static void print(PrintStream out, PersonalData person) {
        line(out, "name", person.name());
        line(out, "language", person.language());
        line(out, "attributes", person.attributes().equals("{}") ? "" : person.attributes());
        for (PersonalData.Membership list : person.lists()) {
            out.println("  list " + list.list() + ", since " + time(list.since()));
            for (PersonalData.Standing standing : list.states()) {
                out.printf(
                        "    %s  %-12s  %s%n",
                        time(standing.since()), standing.state().word(), standing.cause());
            }
        }
        if (person.deliveries().isEmpty()) {
            out.println("  no deliveries");
            return;
        }
        out.println("  deliveries");
        for (PersonalData.Delivery delivery : person.deliveries()) {
            out.printf(
                    "    %s  %-10s  %s, %s%n",
                    time(delivery.at()),
                    delivery.state().toLowerCase(Locale.ROOT).replace('_', ' '),
                    delivery.issue(),
                    delivery.language());
            delivery.reply().ifPresent(reply -> out.println("      " + reply.strip()));
        }
    }

    private static void line(PrintStream out, String label, String value) {
        if (!value.isEmpty()) {
            out.println("  " + label + ": " + value);
        }
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
