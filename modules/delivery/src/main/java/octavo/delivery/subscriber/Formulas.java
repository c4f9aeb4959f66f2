package octavo.delivery.subscriber;

/// Keeps spreadsheets from taking a name for a formula. `=1+1` is written as `'=1+1`, which they show as a text, and
/// read
/// back as `=1+1`. What begins with apostrophes and then so gets one more, so that nothing is lost on the way.
final class Formulas {
    private static final String STARTS = "=+-@\t\r";

    private Formulas() {}

    static String disarmed(String text) {
        return isArmed(text) ? "'" + text : text;
    }

    static String restored(String text) {
        return text.startsWith("'") && isArmed(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean isArmed(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        return i < text.length() && STARTS.indexOf(text.charAt(i)) >= 0;
    }
}
