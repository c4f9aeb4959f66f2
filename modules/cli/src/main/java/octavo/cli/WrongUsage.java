package octavo.cli;

/// A command line that parses and yet makes no sense; ends with the exit code for wrong usage.
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
