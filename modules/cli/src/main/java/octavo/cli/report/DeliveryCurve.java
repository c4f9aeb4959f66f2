package octavo.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import octavo.delivery.campaign.Report;

/// How many messages had been accepted at which time, drawn as SVG that stands in an HTML page and takes its colours.
final class DeliveryCurve {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 16;
    private static final int BOTTOM = 32;

    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1));

    private final Instant start;
    private final Instant end;
    private final long total;
    private final List<Report.Point> curve;
    private final Duration stretch;
    private final long step;
    private final long most;

    private DeliveryCurve(Report report) {
        this.curve = report.curve();
        this.total = report.counts().total();
        this.stretch = stretch(curve);
        Instant first = curve.getFirst().at();
        Instant last = curve.getLast().at();
        // The first and the last stretch were not all of the campaign's.
        this.start = report.campaign()
                .started()
                .filter(began -> isWithin(began, first))
                .orElse(first);
        this.end = report.campaign()
                .finished()
                .filter(ended -> isWithin(ended, last))
                .orElse(last.plus(stretch));
        this.step = niceAbove(Math.ceilDiv(Math.max(1, total), 5));
        this.most = Math.ceilDiv(Math.max(1, total), step) * step;
    }

    private boolean isWithin(Instant time, Instant begin) {
        return time.isAfter(begin) && time.isBefore(begin.plus(stretch));
    }

    /// @return empty where what was accepted was so within one stretch of time, or nothing was
    static Optional<String> of(Report report, ZoneId zone) {
        return report.curve().size() < 2 ? Optional.empty() : Optional.of(new DeliveryCurve(report).svg(zone));
    }

    private static Duration stretch(List<Report.Point> curve) {
        Duration smallest = Duration.ofMinutes(1);
        for (int i = 1; i < curve.size(); i++) {
            Duration between =
                    Duration.between(curve.get(i - 1).at(), curve.get(i).at());
            smallest = i == 1 || between.compareTo(smallest) < 0 ? between : smallest;
        }
        return smallest.isPositive() ? smallest : Duration.ofMinutes(1);
    }

    private String svg(ZoneId zone) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" role=\"img\" aria-labelledby=\"curve-title curve-desc\">\n")
                .append("<title id=\"curve-title\">Messages accepted over time</title>\n")
                .append("<desc id=\"curve-desc\">")
                .append(description())
                .append("</desc>\n");
        grid(svg);
        times(svg, zone);
        String line = line();
        svg.append("<path class=\"area\" d=\"")
                .append(line)
                .append(" L")
                .append(x(end))
                .append(' ')
                .append(y(0))
                .append(" L")
                .append(x(start))
                .append(' ')
                .append(y(0))
                .append(" Z\"/>\n<path class=\"line\" d=\"")
                .append(line)
                .append("\"/>\n");
        return svg.append("</svg>\n").toString();
    }

    private String description() {
        long accepted = curve.stream().mapToLong(Report.Point::accepted).sum();
        long half = 0;
        Instant halfAt = end;
        for (Report.Point point : curve) {
            half += point.accepted();
            if (2 * half >= accepted) {
                halfAt =
                        point.at().plus(stretch).isAfter(end) ? end : point.at().plus(stretch);
                break;
            }
        }
        return Wording.number(accepted) + " of " + Wording.number(total) + " were accepted within "
                + Wording.duration(Duration.between(start, end)) + ", half of them within "
                + Wording.duration(Duration.between(start, halfAt)) + ".";
    }

    private String line() {
        StringBuilder path = new StringBuilder("M" + x(start) + " " + y(0));
        long accepted = 0;
        Instant last = start;
        for (Report.Point point : curve) {
            Instant until = point.at().plus(stretch);
            if (point.at().isAfter(last)) {
                // Nothing happened in between: the line is level there, not a slope.
                path.append(" L").append(x(point.at())).append(' ').append(y(accepted));
            }
            accepted += point.accepted();
            last = until.isAfter(end) ? end : until;
            path.append(" L").append(x(last)).append(' ').append(y(accepted));
        }
        return path.toString();
    }

    private void grid(StringBuilder svg) {
        for (long value = 0; value <= most; value += step) {
            String y = y(value);
            svg.append(value == 0 ? "<path class=\"axis\" d=\"M" : "<path class=\"grid\" d=\"M")
                    .append(LEFT)
                    .append(' ')
                    .append(y)
                    .append(" H")
                    .append(WIDTH - RIGHT)
                    .append("\"/><text class=\"number\" x=\"")
                    .append(LEFT - 8)
                    .append("\" y=\"")
                    .append(y)
                    .append("\" dy=\"0.35em\">")
                    .append(Wording.number(value))
                    .append("</text>\n");
        }
        if (total > 0 && total < most) {
            svg.append("<path class=\"total\" d=\"M")
                    .append(LEFT)
                    .append(' ')
                    .append(y(total))
                    .append(" H")
                    .append(WIDTH - RIGHT)
                    .append("\"/>\n");
        }
    }

    private void times(StringBuilder svg, ZoneId zone) {
        Duration whole = Duration.between(start, end);
        Duration step = STEPS.stream()
                .filter(candidate -> whole.dividedBy(candidate) < 8)
                .findFirst()
                .orElse(Duration.ofDays(Math.max(1, whole.toDays() / 6)));
        boolean days = whole.toHours() > 30;
        DateTimeFormatter format = DateTimeFormatter.ofPattern(
                days ? "d MMM HH:mm" : step.toSeconds() < 60 ? "HH:mm:ss" : "HH:mm", Locale.ENGLISH);
        for (Instant tick : ticks(step, zone)) {
            svg.append("<path class=\"axis\" d=\"M")
                    .append(x(tick))
                    .append(' ')
                    .append(HEIGHT - BOTTOM)
                    .append(" v5\"/><text class=\"time\" x=\"")
                    .append(x(tick))
                    .append("\" y=\"")
                    .append(HEIGHT - BOTTOM + 20)
                    .append("\">")
                    .append(format.format(tick.atZone(zone)))
                    .append("</text>\n");
        }
    }

    /// Round times of the clock.
    private List<Instant> ticks(Duration step, ZoneId zone) {
        long offset = zone.getRules().getOffset(start).getTotalSeconds();
        long seconds = step.toSeconds();
        long first = Math.ceilDiv(start.getEpochSecond() + offset, seconds) * seconds - offset;
        List<Instant> ticks = new ArrayList<>();
        for (Instant tick = Instant.ofEpochSecond(first); !tick.isAfter(end); tick = tick.plus(step)) {
            if (!tick.isBefore(start)) {
                ticks.add(tick);
            }
        }
        return ticks;
    }

    private String x(Instant time) {
        double share = (double) Duration.between(start, time).toMillis()
                / Math.max(1, Duration.between(start, end).toMillis());
        return coordinate(LEFT + share * (WIDTH - LEFT - RIGHT));
    }

    private String y(long count) {
        return coordinate(HEIGHT - BOTTOM - (double) count / most * (HEIGHT - TOP - BOTTOM));
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /// The next of 1, 2, 5, 10, 20, 50 and so on.
    static long niceAbove(long value) {
        long power = 1;
        while (power * 10 < value) {
            power *= 10;
        }
        for (long factor : new long[] {1, 2, 5, 10}) {
            if (factor * power >= value) {
                return factor * power;
            }
        }
        throw new IllegalStateException("ten times a power of ten is reached by " + value);
    }
}
