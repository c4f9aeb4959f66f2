package octavo.delivery.campaign;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import octavo.delivery.store.Sql;
import octavo.delivery.store.Transaction;
import octavo.model.Language;

/// Reads a campaign's [Report] from the journal.
record Reports(Transaction tx) {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final int POINTS = 1_000;
    private static final int REASONS = 200;

    /// What differs from message to message: addresses, ids of queues, numbers that are no codes at the beginning.
    private static final Pattern SINGLE = Pattern.compile(
            "<?[^\\s<>]+@[^\\s<>]+>?|\\b[0-9A-Fa-f]{8,}\\b|\\b(?=\\w*\\d)\\w{10,}\\b|\\[[0-9a-fA-F.:]+]");

    Report of(Campaign campaign) throws SQLException {
        return new Report(
                campaign,
                Campaigns.counts(tx, campaign.id()),
                byLanguage(campaign.id()),
                curve(campaign.id()),
                reasons(campaign.id()),
                excluded(campaign.id()));
    }

    private Map<Language, Map<Step, Long>> byLanguage(long campaign) throws SQLException {
        Map<Language, Map<Step, Long>> found = new TreeMap<>();
        tx.each(
                Sql.of(
                        "SELECT language, state, count(*) FROM delivery WHERE campaign = ? GROUP BY language, state",
                        campaign),
                row -> found.computeIfAbsent(new Language(row.getString(1)), _ -> new EnumMap<>(Step.class))
                        .put(Step.valueOf(row.getString(2)), row.getLong(3)));
        Map<Language, Map<Step, Long>> mostFirst = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparingLong(one -> -new Counts(one.getValue()).total()))
                .forEach(one -> mostFirst.put(one.getKey(), one.getValue()));
        return mostFirst;
    }

    private List<Report.Point> curve(long campaign) throws SQLException {
        String accepted = " FROM delivery WHERE campaign = ? AND state = 'ACCEPTED'";
        long[] span = tx.first(Sql.of("SELECT min(changed), max(changed)" + accepted, campaign), row ->
                        new long[] {row.getLong(1), row.getLong(2)})
                .orElseThrow();
        long length = span[1] - span[0] + 1;
        long unit = length <= POINTS * SECOND ? SECOND : MINUTE;
        long width = Math.ceilDiv(length, POINTS * unit) * unit;
        List<Report.Point> points = new ArrayList<>();
        tx.each(
                Sql.of(
                        "SELECT changed / " + width + " AS stretch, count(*)" + accepted + " GROUP BY changed / "
                                + width + " ORDER BY 1",
                        campaign),
                row -> points.add(new Report.Point(Instant.ofEpochMilli(row.getLong(1) * width), row.getLong(2))));
        return points;
    }

    private List<Report.Reason> reasons(long campaign) throws SQLException {
        Map<Report.Reason, Long> found = new HashMap<>();
        tx.each(
                Sql.of(
                        "SELECT CASE WHEN s.id IS NULL THEN '' ELSE {domain} END, d.state, coalesce(d.reply, '')"
                                + " FROM delivery d LEFT JOIN subscriber s ON s.id = d.subscriber WHERE d.campaign = ?"
                                + " AND d.state IN ('REJECTED', 'IN_DOUBT', 'EXPIRED', 'CANCELLED')",
                        campaign),
                row -> found.merge(
                        new Report.Reason(
                                row.getString(1),
                                Step.valueOf(row.getString(2)),
                                SINGLE.matcher(row.getString(3)).replaceAll("…"),
                                0),
                        1L,
                        Long::sum));
        return found.entrySet().stream()
                .map(entry -> new Report.Reason(
                        entry.getKey().domain(),
                        entry.getKey().step(),
                        entry.getKey().reason(),
                        entry.getValue()))
                .sorted(Comparator.comparingLong(Report.Reason::count)
                        .reversed()
                        .thenComparing(Report.Reason::domain)
                        .thenComparing(Report.Reason::reason))
                .limit(REASONS)
                .toList();
    }

    private Map<String, Long> excluded(long campaign) throws SQLException {
        Map<String, Long> found = new LinkedHashMap<>();
        tx.each(
                Sql.of(
                        "SELECT reason, people FROM exclusion WHERE campaign = ? ORDER BY people DESC, reason",
                        campaign),
                row -> found.put(row.getString(1), row.getLong(2)));
        return found;
    }
}
