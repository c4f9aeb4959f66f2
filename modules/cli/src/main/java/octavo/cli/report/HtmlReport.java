package octavo.cli.report;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Report;
import octavo.delivery.campaign.Step;
import octavo.render.xhtml.Markup;

/// A report as one HTML page that needs nothing beside itself and runs no program.
public final class HtmlReport {
    private final StringBuilder out = new StringBuilder();
    private final Report report;
    private final Campaign campaign;
    private final ZoneId zone;

    private HtmlReport(Report report, ZoneId zone) {
        this.report = report;
        this.campaign = report.campaign();
        this.zone = zone;
    }

    /// @param zone by whose clock times are told
    public static String of(Report report, ZoneId zone) {
        return new HtmlReport(report, zone).page();
    }

    private String page() {
        out.append("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="robots" content="noindex">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                """);
        out.append("<title>Delivery of ")
                .append(Markup.escape(campaign.title()))
                .append("</title>\n<style>\n")
                .append(ReportStyle.CSS)
                .append("</style>\n</head>\n<body>\n<main>\n");
        head();
        states();
        curve();
        languages();
        reasons();
        excluded();
        out.append("</main>\n</body>\n</html>\n");
        return out.toString();
    }

    private void head() {
        out.append("<header>\n<p class=\"kind\">Delivery report</p>\n<h1 dir=\"auto\">")
                .append(Markup.escape(campaign.title()))
                .append("</h1>\n<dl class=\"facts\">\n");
        fact(
                "Campaign",
                campaign.id() + ", " + campaign.state().word()
                        + (campaign.cause().isEmpty() ? "" : ": " + campaign.cause()));
        fact("Issue", campaign.issue());
        fact("List", Wording.audience(campaign));
        campaign.started().ifPresent(time -> fact("Began", Wording.time(time, zone) + " (" + zone + ")"));
        campaign.finished().ifPresent(time -> fact("Ended", Wording.time(time, zone)));
        Wording.lasted(report).ifPresent(duration -> fact("Took", Wording.duration(duration)));
        out.append("</dl>\n</header>\n");
    }

    private void fact(String label, String value) {
        out.append("<div><dt>")
                .append(label)
                .append("</dt><dd>")
                .append(Markup.escape(value))
                .append("</dd></div>\n");
    }

    private void states() {
        long total = report.counts().total();
        List<Step> steps = Wording.present(report.counts());
        out.append("<section>\n<h2>Recipients</h2>\n<div class=\"bar\" aria-hidden=\"true\">");
        for (Step step : steps) {
            if (report.counts().of(step) > 0) {
                out.append("<span class=\"")
                        .append(step.word())
                        .append("\" style=\"flex-grow:")
                        .append(report.counts().of(step))
                        .append("\"></span>");
            }
        }
        out.append("</div>\n");
        table("What became of the messages", List.of("State", "Recipients", "Share", ""));
        for (Step step : steps) {
            long count = report.counts().of(step);
            out.append("<tr><th scope=\"row\"><span class=\"key ")
                    .append(step.word())
                    .append("\" aria-hidden=\"true\"></span>")
                    .append(Wording.word(step))
                    .append("</th>");
            number(Wording.number(count));
            number(Wording.share(count, total));
            out.append("<td class=\"meaning\">").append(Wording.meaning(step)).append("</td></tr>\n");
        }
        out.append("</tbody>\n<tfoot><tr><th scope=\"row\">all</th>");
        number(Wording.number(total));
        out.append("<td></td><td class=\"meaning\"></td></tr></tfoot>\n</table></div>\n</section>\n");
    }

    private void curve() {
        DeliveryCurve.of(report, zone)
                .ifPresent(svg -> out.append("<section>\n<h2>Over time</h2>\n<figure>\n")
                        .append(svg)
                        .append("<figcaption>Messages that mail servers had accepted, by the clock of ")
                        .append(Markup.escape(zone.toString()))
                        .append(
                                report.counts().of(Step.ACCEPTED)
                                                < report.counts().total()
                                        ? "; the dashed line is everybody"
                                        : "")
                        .append(".</figcaption>\n</figure>\n</section>\n"));
    }

    private void languages() {
        if (report.byLanguage().isEmpty()) {
            return;
        }
        List<Step> steps = Wording.present(report.counts());
        out.append("<section>\n<h2>By language</h2>\n");
        List<String> columns = new java.util.ArrayList<>(List.of("Language"));
        steps.forEach(step -> columns.add(capital(Wording.word(step))));
        columns.add("All");
        table("Messages by language and state", columns);
        report.byLanguage().forEach((language, counts) -> {
            out.append("<tr><th scope=\"row\">")
                    .append(Markup.escape(Wording.language(language)))
                    .append("</th>");
            steps.forEach(step -> number(Wording.number(counts.getOrDefault(step, 0L))));
            number(Wording.number(
                    counts.values().stream().mapToLong(Long::longValue).sum()));
            out.append("</tr>\n");
        });
        end();
    }

    private void reasons() {
        if (report.reasons().isEmpty()) {
            return;
        }
        out.append("<section>\n<h2>Who did not get it, and why</h2>\n");
        table("By domain and by what servers said", List.of("Domain", "State", "Recipients", "Reason"));
        for (Report.Reason reason : report.reasons()) {
            out.append("<tr><th scope=\"row\">")
                    .append(Markup.escape(Wording.domain(reason)))
                    .append("</th><td class=\"state\"><span class=\"key ")
                    .append(reason.step().word())
                    .append("\" aria-hidden=\"true\"></span>")
                    .append(Wording.word(reason.step()))
                    .append("</td>");
            number(Wording.number(reason.count()));
            out.append("<td class=\"reason\" dir=\"auto\">")
                    .append(Markup.escape(reason.reason().strip()))
                    .append("</td></tr>\n");
        }
        end();
    }

    private void excluded() {
        if (report.excluded().isEmpty()) {
            return;
        }
        out.append("<section>\n<h2>On the list and left out</h2>\n");
        table("People of the list to whom it was not sent", List.of("Reason", "People"));
        for (Map.Entry<String, Long> reason : report.excluded().entrySet()) {
            out.append("<tr><th scope=\"row\">")
                    .append(Markup.escape(reason.getKey()))
                    .append("</th>");
            number(Wording.number(reason.getValue()));
            out.append("</tr>\n");
        }
        end();
    }

    /// A table's head. Columns of numbers are named in [#number]'s manner by their words.
    private void table(String caption, List<String> columns) {
        out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(caption)
                .append("\"><table>\n<caption>")
                .append(caption)
                .append("</caption>\n<thead><tr>");
        for (String column : columns) {
            boolean words = List.of("State", "Language", "Domain", "Reason", "").contains(column);
            out.append(
                            column.isEmpty()
                                    ? "<td class=\"meaning\">"
                                    : words ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"number\">")
                    .append(column)
                    .append(column.isEmpty() ? "</td>" : "</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
    }

    private void end() {
        out.append("</tbody>\n</table></div>\n</section>\n");
    }

    private void number(String shown) {
        out.append("<td class=\"number\">").append(shown).append("</td>");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
