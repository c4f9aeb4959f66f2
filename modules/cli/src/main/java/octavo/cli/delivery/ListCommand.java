package octavo.cli.delivery;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.delivery.store.Store;
import octavo.delivery.subscriber.Audience;
import octavo.delivery.subscriber.Listed;
import octavo.delivery.subscriber.Subscribers;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `octavo subscribers list`: who is on a list.
@Command(
        name = "list",
        description = "Lists the people on a list: status, language, since when, address, name.",
        footer = {
            "",
            "  octavo subscribers list --where \"lang = de and since < 2025-01-01\"",
            "  octavo subscribers list --where \"not (town in ('Port Ellery', Tern))\""
        })
final class ListCommand implements Callable<Integer> {
    private final Workplace work;

    @Mixin
    private AudienceOptions audience = new AudienceOptions();

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    ListCommand(Workplace work) {
        this.work = work;
    }

    @Override
    public Integer call() {
        Audience chosen = audience.audience();
        PrintStream out = work.terminal().out();
        try (Store open = Store.open(store.address(work))) {
            Subscribers subscribers = new Subscribers(open);
            if (json) {
                PeopleJson.list(out, chosen, subscribers);
            } else {
                subscribers.each(chosen, person -> out.println(line(person)));
            }
        }
        return ExitCode.OK;
    }

    private static String line(Listed person) {
        return String.format(
                        "%-12s  %-7s  %s  %s  %s",
                        person.state().word(),
                        person.language().isEmpty() ? "-" : person.language(),
                        LocalDate.ofInstant(person.since(), ZoneOffset.UTC),
                        person.email(),
                        person.name())
                .stripTrailing();
    }
}
