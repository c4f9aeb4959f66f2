package octavo.cli.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import octavo.delivery.campaign.Campaign;
import octavo.delivery.campaign.Report;
import octavo.delivery.campaign.Step;

/// A report as plain text, for a terminal or a mail.
public final class TextReport {
    private final StringBuilder out = new StringBuilder();

    private TextReport() {}

    /// @param zone by whose clock times are told
    public static String of(Report report, ZoneId zone) {
        TextReport text = new TextReport();
        text.head(report, zone);
        text.states(report);
        text.languages(report);
        text.reasons(report);
        return text.out.toString();
    }

    private void head(Report report, ZoneId zone) {
        Campaign campaign = report.campaign();
        out.append(campaign.title()).append('\n');
        out.append("=".repeat(Math.clamp(campaign.title().length(), 3, 78))).append("\n\n");
        line(
                "Campaign",
                campaign.id() + ", " + campaign.state().word()
                        + (campaign.cause().isEmpty() ? "" : ": " + campaign.cause()));
        line("Issue", campaign.issue());
        line("List", Wording.audience(campaign));
        campaign.started().ifPresent(time -> line("Began", Wording.time(time, zone) + " (" + zone + ")"));
        campaign.finished().ifPresent(time -> line("Ended", Wording.time(time, zone)));
        Wording.lasted(report).ifPresent(duration -> line("Took", Wording.duration(duration)));
    }

    private void states(Report report) {
        heading("Recipients");
        long total = report.counts().total();
        List<String[]> rows = new ArrayList<>();
        for (Step step : Wording.present(report.counts())) {
            long count = report.counts().of(step);
            rows.add(new String[] {
                Wording.word(step), Wording.number(count), Wording.share(count, total), Wording.meaning(step)
            });
        }
        rows.add(new String[] {"all", Wording.number(total), "", ""});
        table(rows);
        if (!report.excluded().isEmpty()) {
            heading("On the list and left out");
            table(report.excluded().entrySet().stream()
                    .map(entry -> new String[] {entry.getKey(), Wording.number(entry.getValue())})
                    .toList());
        }
    }

    private void languages(Report report) {
        if (report.byLanguage().size() < 2) {
            return;
        }
        heading("By language");
        List<Step> steps = Wording.present(report.counts());
        List<String[]> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        steps.forEach(step -> head.add(Wording.word(step)));
        rows.add(head.toArray(String[]::new));
        report.byLanguage().forEach((language, counts) -> {
            List<String> row = new ArrayList<>(List.of(Wording.language(language)));
            steps.forEach(step -> row.add(Wording.number(counts.getOrDefault(step, 0L))));
            rows.add(row.toArray(String[]::new));
        });
        table(rows);
    }

    private void reasons(Report report) {
        if (report.reasons().isEmpty()) {
            return;
        }
        heading("Who did not get it, and why");
        for (Report.Reason reason : report.reasons()) {
            out.append("  ")
                    .append(" "
                            .repeat(Math.max(
                                    0, 7 - Wording.number(reason.count()).length())))
                    .append(Wording.number(reason.count()))
                    .append("  ")
                    .append(Wording.domain(reason))
                    .append(", ")
                    .append(Wording.word(reason.step()))
                    .append('\n');
            out.append("           ")
                    .append(reason.reason().strip().replaceAll("\\s+", " "))
                    .append('\n');
        }
    }

    private void heading(String words) {
        out.append('\n')
                .append(words)
                .append('\n')
                .append("-".repeat(words.length()))
                .append('\n');
    }

    private void line(String label, String value) {
        out.append(String.format("%-10s", label)).append(value).append('\n');
    }

    /// The first column to the left, numbers to the right, a last column of words as it is.
    private void table(List<String[]> rows) {
        int columns = rows.getFirst().length;
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < columns; i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(other -> other[column].length())
                        .max()
                        .orElse(0);
                String space = " ".repeat(width - row[i].length());
                boolean words = i == 0 || row[i].isEmpty() || (i == 3 && columns == 4 && !isNumber(row[i]));
                line.append(words ? row[i] + space : space + row[i]).append("  ");
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static boolean isNumber(String cell) {
        return Character.isDigit(cell.charAt(0));
    }
}
