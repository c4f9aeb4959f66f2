package octavo.cli;

import picocli.CommandLine.Option;

/// Options that every command takes.
final class CommonOptions {
    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    boolean quiet;

    @Option(names = "--debug", description = "Show where in the program a failure happened.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;
}
