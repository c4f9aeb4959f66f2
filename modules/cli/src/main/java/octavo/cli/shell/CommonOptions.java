package octavo.cli.shell;

import picocli.CommandLine.Option;

/// Options that every command takes.
public final class CommonOptions {
    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    public boolean quiet;

    @Option(names = "--debug", description = "Show where in the program a failure happened.")
    public boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    public boolean help;
}
