package octavo.cli.delivery;

import java.io.PrintStream;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import octavo.cli.report.Wording;
import octavo.delivery.campaign.Content;
import octavo.delivery.campaign.Draft;
import octavo.delivery.campaign.Plan;

/// What is about to be sent, for the person who has to say yes.
final class PlanWords {
    private PlanWords() {}

    static void print(PrintStream to, Draft draft, Plan plan, String from, List<String> relays, ZonedDateTime now) {
        to.println(draft.title() + "  (" + draft.issue() + ")");
        for (Content content : draft.contents()) {
            line(to, content.language().tag(), content.subject());
        }
        to.println();
        line(to, "From", from);
        line(
                to,
                "List",
                draft.audience().list()
                        + (draft.audience().words().isEmpty()
                                ? ""
                                : ", where " + draft.audience().words()));
        line(to, "By way of", String.join(", ", relays));
        line(
                to,
                "Signed by",
                draft.signatures().isEmpty()
                        ? "nobody here; the relay may sign"
                        : String.join(", ", draft.signatures()));
        if (draft.starts().isAfter(now.toInstant())) {
            line(to, "Begins", StartTime.shown(draft.starts(), now));
        }
        to.println();
        Map<String, Long> languages = new java.util.LinkedHashMap<>();
        plan.byLanguage().forEach((language, people) -> languages.put(Wording.language(language), people));
        long excluded = plan.onList() - plan.total();
        int width = Workplace.number(plan.onList()).length();
        sum(to, "Gets it:", plan.total(), width, Words.counts(languages));
        sum(to, "Does not:", excluded, width, Words.counts(plan.excluded()));
        sum(to, "On the list:", plan.onList(), width, "");
        to.println();
    }

    private static void line(PrintStream to, String label, String value) {
        to.printf("  %-10s %s%n", label, value);
    }

    private static void sum(PrintStream to, String label, long count, int width, String parts) {
        String number = " ".repeat(width - Workplace.number(count).length()) + Workplace.number(count);
        to.println(String.format("%-13s", label) + number + (parts.isEmpty() ? "" : "  (" + parts + ")"));
    }
}
