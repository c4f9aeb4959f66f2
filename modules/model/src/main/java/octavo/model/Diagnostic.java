package octavo.model;

/// Something about the input that its author should know. It never stops a run unless the user asked for strictness.
///
/// @param severity how much it matters
/// @param location where
/// @param code short, stable, in kebab case (`link-fragment`), fit for filters
/// @param message one sentence: what is wrong and what to do
public record Diagnostic(Severity severity, Location location, String code, String message) {
    /// How much a diagnostic matters.
    public enum Severity {
        /// Nothing is lost; good to know.
        NOTE,
        /// The output is less than its author meant.
        WARNING,
        /// Something of the input could not be shown at all.
        ERROR
    }

    public static Diagnostic note(Location location, String code, String message) {
        return new Diagnostic(Severity.NOTE, location, code, message);
    }

    public static Diagnostic warning(Location location, String code, String message) {
        return new Diagnostic(Severity.WARNING, location, code, message);
    }

    public static Diagnostic error(Location location, String code, String message) {
        return new Diagnostic(Severity.ERROR, location, code, message);
    }

    /// `content/2024-03.md:12:5: warning: [link-scheme] …`, the form that editors and CI systems understand.
    @Override
    public String toString() {
        String place = location.equals(Location.NONE) ? "" : location + ": ";
        return place + severity.name().toLowerCase(java.util.Locale.ROOT) + ": [" + code + "] " + message;
    }
}
