package octavo.render.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import octavo.model.Location;

/// Locations as short texts: `line:column`, or `file:line:column` where the file is not the issue's own.
final class LocationText {
    private static final Pattern FORM = Pattern.compile("(?:(.*):)?(\\d{1,9}):(\\d{1,9})", Pattern.DOTALL);

    private LocationText() {}

    static String full(Location location) {
        return location.file() + ":" + location.line() + ":" + location.column();
    }

    static String within(Location origin, Location location) {
        return location.file().equals(origin.file()) ? location.line() + ":" + location.column() : full(location);
    }

    /// @param file where the text names none
    /// @throws IllegalArgumentException where the text has another form
    static Location parse(String text, String file) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no location: " + text);
        }
        String named = form.group(1);
        return new Location(
                named == null ? file : named, Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
    }
}
