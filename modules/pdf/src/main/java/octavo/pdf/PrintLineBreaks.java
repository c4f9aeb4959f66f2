package octavo.pdf;

import org.xhtmlrenderer.css.style.CalculatedStyle;
import org.xhtmlrenderer.layout.breaker.BreakPoint;
import org.xhtmlrenderer.layout.breaker.BreakPointsProvider;
import org.xhtmlrenderer.layout.breaker.LineBreakingStrategy;

/// Tells the layout engine where a line may end.
///
/// The engine asks anew for each line, with what is left of the text then: what has been found once is kept. It adds
/// up the widths of the pieces between the places, and of a string that a place may bring along as its hyphen. That
/// serves here to correct the sum.
final class PrintLineBreaks implements LineBreakingStrategy {
    private final Seams seams;
    private LinePlaces known = new LinePlaces("");

    PrintLineBreaks(Seams seams) {
        this.seams = seams;
    }

    @Override
    public BreakPointsProvider getBreakPointsProvider(String text, String language, CalculatedStyle style) {
        if (!known.text().endsWith(text)) {
            known = new LinePlaces(text);
        }
        return new Points(known, text, seams.behind(text));
    }

    private static final class Points implements BreakPointsProvider {
        private final LinePlaces places;
        private final String text;
        private final String behind;
        private final int offset;
        private int index;
        private int hyphenated = -1;

        /// @param behind the rest of the text's last word, which stands in another element
        Points(LinePlaces places, String text, String behind) {
            this.places = places;
            this.text = text;
            this.behind = behind;
            this.offset = places.text().length() - text.length();
            this.index = places.firstBehind(offset);
        }

        @Override
        public BreakPoint next() {
            if (hyphenated >= 0) {
                return noHyphen();
            }
            int place = places.at(index++);
            if (place < 0) {
                return BreakPoint.getDonePoint();
            }
            BreakPoint point = new BreakPoint(place - offset);
            if (point.getPosition() == text.length()) {
                point.setHyphen(behind);
            } else if (text.charAt(point.getPosition() - 1) == PdfTextRenderer.SOFT_HYPHEN) {
                hyphenated = point.getPosition();
            }
            return point;
        }

        /// The line goes on behind a place where it could have had a hyphen: takes its width off again.
        private BreakPoint noHyphen() {
            BreakPoint point = new BreakPoint(hyphenated);
            point.setHyphen(PdfTextRenderer.NO_HYPHEN);
            hyphenated = -1;
            return point;
        }
    }
}
