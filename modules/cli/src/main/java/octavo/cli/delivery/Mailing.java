package octavo.cli.delivery;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import octavo.cli.delivery.IssueSource.Found;
import octavo.cli.delivery.IssueSource.Messages;
import octavo.cli.delivery.IssueSource.Version;
import octavo.cli.shell.Report;
import octavo.cli.shell.Terminal;
import octavo.cli.shell.WrongUsage;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Campaigns;
import octavo.delivery.campaign.Content;
import octavo.delivery.campaign.Draft;
import octavo.delivery.campaign.Plan;
import octavo.delivery.send.SendSettings;
import octavo.delivery.send.Sender;
import octavo.delivery.send.Signing;
import octavo.delivery.smtp.Relay;
import octavo.delivery.store.Store;
import octavo.delivery.store.StoreAddress;
import octavo.delivery.subscriber.Audience;
import octavo.email.Mailbox;
import octavo.email.Recipient;
import octavo.model.Diagnostic;
import octavo.model.Language;
import octavo.model.Location;
import octavo.model.OctavoException;
import picocli.CommandLine.ExitCode;

/// An issue on its way from its archive into a campaign.
final class Mailing {
    /// Stands in test messages where a subscriber's token would.
    private static final String TEST_TOKEN = "OCTAVO-TEST";

    /// Who thinks longer before saying yes gets messages with a date of then, not of now.
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Terminal terminal;
    private final SendCommand command;
    private final Found found;
    private final Report report;
    private final DeliveryTable table;
    private final List<Relay> relays;
    private final SendSettings settings;
    private final Optional<ListAddress> to;

    Mailing(Workplace work, SendCommand command, Found found, Report report) {
        this.terminal = work.terminal();
        this.command = command;
        this.found = found;
        this.report = report;
        this.table = DeliveryTable.of(found.settings());
        this.relays = table.relays();
        this.settings = table.sending();
        this.to = command.to.map(ListAddress::of);
    }

    /// Sends each language's message to addresses of the operator's, and remembers nothing.
    int test(List<String> addresses) {
        List<Recipient> recipients = addresses.stream().map(Mailing::recipient).toList();
        Instant now = Instant.now();
        Messages messages = found.messages(editions(true), now);
        Signing signing = Readiness.signing(found.settings(), now, report);
        printReport();
        messages.pictures().run();
        for (Content content : messages.contents()) {
            for (Recipient recipient : recipients) {
                String reply = Sender.test(content, recipient, relays, settings, signing);
                String address = recipient.mailbox().address();
                command.events().test(content, address, reply);
                if (!command.common.quiet) {
                    terminal.err().println(content.language().tag() + " to " + address + ": " + reply.strip());
                }
            }
        }
        return ExitCode.OK;
    }

    private static Recipient recipient(String typed) {
        try {
            return new Recipient(Mailbox.parse(typed), TEST_TOKEN);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()), e);
        }
    }

    /// All that a campaign is made of.
    private record Prepared(Draft draft, Signing signing, Runnable pictures) {}

    /// What the operator has seen.
    private record Shown(Prepared prepared, Plan plan) {}

    /// Sends the issue to its list.
    ///
    /// @param at when to begin; empty for now
    /// @return the exit code
    int send(Optional<Instant> at) {
        StoreAddress address = table.store(command.store.store);
        // Only an address can be written to where there is no store; that makes one, once it is confirmed.
        boolean without = to.isPresent() && Rehearsal.isNeeded(address);
        Shown shown = without ? Rehearsal.on(empty -> shown(empty, at, true)) : onStore(address, at);
        if (command.dryRun) {
            return ExitCode.OK;
        }
        if (shown.plan().total() == 0) {
            return nobody();
        }
        if (!command.yes
                && !terminal.confirmed(
                        "Send it to " + Workplace.counted(shown.plan().total(), "person", "people") + "?")) {
            terminal.err().println("Nothing was sent.");
            return ExitCode.SOFTWARE;
        }
        try (Interruption interruption = new Interruption(terminal);
                Store open = without ? Store.openOrCreate(address) : Store.open(address)) {
            return send(open, at, shown, interruption);
        }
    }

    private Shown onStore(StoreAddress address, Optional<Instant> at) {
        try (Store open = Store.open(address)) {
            return shown(open, at, false);
        }
    }

    /// @param rehearsed whether the store is only there to try things out
    private Shown shown(Store store, Optional<Instant> at, boolean rehearsed) {
        Prepared prepared = prepared(at.orElseGet(new Campaigns(store)::now));
        Draft draft = prepared.draft();
        Plan plan = to.isEmpty() || to.get().isKnown(store)
                ? new Campaigns(store).plan(draft)
                : rehearsed ? planOfNew(store, draft) : Rehearsal.on(empty -> planOfNew(empty, draft));
        show(draft, plan);
        return new Shown(prepared, plan);
    }

    /// The list of an address that is written to for the first time.
    private Plan planOfNew(Store rehearsal, Draft draft) {
        addAddress(rehearsal, draft);
        return new Campaigns(rehearsal).plan(draft);
    }

    private void addAddress(Store store, Draft draft) {
        to.ifPresent(list -> list.addTo(store, draft.contents().getFirst().language()));
    }

    private Prepared prepared(Instant start) {
        Messages messages = found.messages(editions(false), start);
        Signing signing = Readiness.signing(found.settings(), start, report);
        return new Prepared(draft(messages, start, signing), signing, messages.pictures());
    }

    private int send(Store store, Optional<Instant> at, Shown shown, Interruption interruption) {
        Campaigns campaigns = new Campaigns(store);
        Instant now = campaigns.now();
        boolean stale =
                at.isEmpty() && shown.prepared().draft().starts().plus(FRESH).isBefore(now);
        Prepared prepared = stale ? prepared(now) : shown.prepared();
        prepared.pictures().run();
        addAddress(store, prepared.draft());
        Campaign campaign = campaigns.create(prepared.draft(), shown.plan());
        return new Sending(terminal, command.events(), command.common.quiet, relays, settings, prepared.signing())
                .run(store, campaign, interruption);
    }

    private int nobody() {
        if (!command.missing) {
            throw new OctavoException("Nobody would get it, so nothing was sent.");
        }
        if (!command.common.quiet) {
            terminal.err().println("Everybody who should have it has it; nothing was sent.");
        }
        return ExitCode.OK;
    }

    private Draft draft(Messages messages, Instant start, Signing signing) {
        Audience audience = to.map(ListAddress::audience).orElseGet(command.audience::audience);
        return new Draft(
                found.id(),
                found.title(),
                audience,
                messages.contents(),
                fallback(messages),
                command.missing,
                command.limit.map(OptionalLong::of).orElse(OptionalLong.empty()),
                start,
                signing.names());
    }

    /// The languages to be sent, the main one first.
    ///
    /// @param drafts whether editions that are not ready count as well
    private List<Language> editions(boolean drafts) {
        List<Language> all = found.versions().stream()
                .filter(version -> drafts || !version.draft())
                .map(Version::language)
                .toList();
        if (all.isEmpty()) {
            throw new OctavoException(
                    "'" + found.title()
                            + "' is a draft; take 'draft: true' out of its front matter when it is ready. --test sends a draft.");
        }
        if (all.size() < found.versions().size()) {
            found.versions().stream()
                    .filter(Version::draft)
                    .forEach(draft -> report.report(Diagnostic.warning(
                            Location.NONE,
                            "send-draft",
                            "the edition " + draft.language() + " of this issue is a draft and is not sent")));
        }
        List<Language> wanted =
                command.languages.stream().map(SendCommand::language).toList();
        wanted.stream().filter(language -> !all.contains(language)).findFirst().ifPresent(absent -> {
            throw new WrongUsage("--lang: this issue has no edition " + absent + " to be sent; it has " + tags(all));
        });
        if (!wanted.isEmpty()) {
            return all.stream().filter(wanted::contains).toList();
        }
        // A mailing list's address gets one message.
        return to.isPresent() ? List.of(all.getFirst()) : all;
    }

    private List<Language> fallback(Messages messages) {
        List<Language> there =
                messages.contents().stream().map(Content::language).toList();
        if (to.isPresent()) {
            if (there.size() > 1) {
                throw new WrongUsage("--to writes one message; --lang must name one of " + tags(there));
            }
            return there;
        }
        if (command.fallback.equals(List.of("none"))) {
            return List.of();
        }
        if (command.fallback.isEmpty()) {
            return command.languages.isEmpty() ? there : List.of();
        }
        List<Language> chosen = new ArrayList<>();
        for (String typed : command.fallback) {
            Language language = SendCommand.language(typed);
            if (there.contains(language)) {
                chosen.add(language);
            }
        }
        if (chosen.isEmpty()) {
            throw new WrongUsage(
                    "--fallback: of " + String.join(", ", command.fallback) + " none is sent; there is " + tags(there));
        }
        return chosen;
    }

    private static String tags(List<Language> languages) {
        return String.join(", ", languages.stream().map(Language::tag).toList());
    }

    private void show(Draft draft, Plan plan) {
        printReport();
        String from = Readiness.email(found.settings()).getOrDefault("from", "");
        List<String> ways = relays.stream().map(Relay::shown).toList();
        command.events().plan(draft, plan, from, ways, report.all());
        boolean said = command.json && (command.dryRun || command.yes);
        if (!said && !(command.common.quiet && command.yes)) {
            PrintStream to = command.dryRun ? terminal.out() : terminal.err();
            PlanWords.print(to, draft, plan, from, ways, StartTime.here());
        }
    }

    private void printReport() {
        if (!command.common.quiet && !command.json) {
            report.print(terminal, command.verbose);
        }
    }
}
