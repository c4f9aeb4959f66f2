package octavo.email;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import octavo.email.Excerpt.Boundary;
import octavo.email.Excerpt.Place;
import octavo.model.Issue;

/// Looks for the place where an issue that is too long for a message is cut best: at the last section that fits. Where
/// the one after it is so long that half of the room would stay empty, inside that one: before a subsection, else
/// before a block, else between the items of a list.
final class LongestExcerpt {
    private final Issue issue;
    private final int limit;
    private final ToIntFunction<Excerpt> size;
    private final Map<Place, Integer> sizes = new HashMap<>();

    private LongestExcerpt(Issue issue, int limit, ToIntFunction<Excerpt> size) {
        this.issue = issue;
        this.limit = limit;
        this.size = size;
    }

    /// @param issue that does not fit as a whole
    /// @param limit the largest size that fits
    /// @param size of an excerpt, which grows with it; asked for some ten of them
    /// @return empty where not even the message without a body fits
    static Optional<Excerpt> of(Issue issue, int limit, ToIntFunction<Excerpt> size) {
        return new LongestExcerpt(issue, limit, size).find();
    }

    private Optional<Excerpt> find() {
        Place fits = Place.START;
        Place tooFar = Place.end(issue.body());
        if (tooFar.equals(fits) || size(fits) > limit) {
            return Optional.empty();
        }
        for (Boundary boundary : Boundary.values()) {
            if (size(fits) >= limit / 2) {
                break;
            }
            List<Place> places = between(fits, tooFar, boundary);
            int count = fitting(places);
            fits = count > 0 ? places.get(count - 1) : fits;
            tooFar = count < places.size() ? places.get(count) : tooFar;
        }
        return Optional.of(Excerpt.before(fits, issue));
    }

    private List<Place> between(Place from, Place to, Boundary boundary) {
        return Excerpt.places(issue.body(), boundary).stream()
                .filter(place -> place.compareTo(from) > 0 && place.compareTo(to) < 0)
                .toList();
    }

    /// How many of the places fit, by halving.
    private int fitting(List<Place> places) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (size(places.get(middle)) <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int size(Place place) {
        return sizes.computeIfAbsent(place, at -> size.applyAsInt(Excerpt.before(at, issue)));
    }
}
