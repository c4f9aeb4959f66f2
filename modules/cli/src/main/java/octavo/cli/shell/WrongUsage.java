package octavo.cli.shell;

/// A command line that parses and yet makes no sense; ends with the exit code for wrong usage.
public final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongUsage(String message) {
        super(message);
    }

    public WrongUsage(String message, Throwable cause) {
        super(message, cause);
    }
}
