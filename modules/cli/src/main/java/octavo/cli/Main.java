package octavo.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import octavo.cli.delivery.DeliveryCommands;
import octavo.cli.shell.Terminal;
import octavo.cli.shell.WrongUsage;
import octavo.email.dkim.DnsTxt;
import octavo.email.dkim.TxtLookup;
import octavo.model.OctavoException;
import octavo.reader.Settings;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The program. Its exit codes: 0 done, 1 failed, 2 wrong usage, 3 problems found, 5 partly sent, 130 interrupted.
public final class Main {
    /// Problems were found, where the user asked to be told by the exit code.
    static final int PROBLEMS = 3;

    private Main() {}

    /// Runs a command and ends the virtual machine with its exit code.
    public static void main(String[] args) {
        // The launcher looks whether somebody sits at both ends of it.
        Terminal terminal = new Terminal(
                Boolean.getBoolean("octavo.asks")
                        ? Optional.of(new FileInputStream(FileDescriptor.in))
                        : Optional.empty(),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                Boolean.getBoolean("octavo.terminal"));
        int code = run(terminal, args);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(code);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /// Runs a command in this virtual machine.
    ///
    /// @return the exit code
    static int run(Terminal terminal, String... args) {
        return run(terminal, new DnsTxt(), args);
    }

    /// The same with DNS records from elsewhere.
    static int run(Terminal terminal, TxtLookup dns, String... args) {
        // Libraries have nothing to tell the user; what matters becomes a diagnostic.
        Logger.getLogger("").setLevel(Level.OFF);
        CommandLine line = commandLine(terminal, dns, args);
        try {
            return line.execute(args);
        } catch (StackOverflowError e) {
            return failed(terminal, args, "The input is nested too deeply; simplify it.", e);
        } catch (OutOfMemoryError e) {
            return failed(
                    terminal, args, "There is not enough memory for this; build fewer issues or formats at once.", e);
        } catch (LinkageError e) {
            return failed(terminal, args, "Octavo's own files are not complete (" + e + "); build it again.", e);
        }
    }

    /// What the arguments ask for, ready to parse.
    private static CommandLine commandLine(Terminal terminal, TxtLookup dns, String... args) {
        String command = args.length == 0 ? "" : args[0];
        // While the command line is set up, which takes long enough, what is needed next is made ready.
        Supplier<Formats> formats = Formats::find;
        if (command.equals("build")) {
            formats = new Ahead<>(Formats::find);
            Thread.ofPlatform().daemon().name("settings").start(Settings::prepare);
        }
        CommandLine line = new CommandLine(new OctavoCommand());
        // To look at all commands takes as long as to read a year of issues, and the usual ones need no others.
        switch (command) {
            case "build" -> line.addSubcommand(new BuildCommand(terminal, formats));
            case "convert" -> line.addSubcommand(new ConvertCommand(terminal));
            case "subscribers", "store", "send", "campaigns" -> addDelivery(line, terminal);
            default -> {
                line.addSubcommand(new InitCommand(terminal))
                        .addSubcommand(new NewCommand(terminal))
                        .addSubcommand(new ListCommand(terminal))
                        .addSubcommand(new BuildCommand(terminal, formats))
                        .addSubcommand(new ConvertCommand(terminal))
                        .addSubcommand(
                                new CommandLine(new ThemeCommand()).addSubcommand(new ThemeExportCommand(terminal)))
                        .addSubcommand(
                                new CommandLine(new EmailCommand()).addSubcommand(new DkimCommand(terminal, dns)))
                        .addSubcommand(new DoctorCommand(terminal))
                        .addSubcommand(new CompletionCommand(terminal))
                        .addSubcommand(new ManCommand(terminal))
                        .addSubcommand(new CommandLine.HelpCommand());
                addDelivery(line, terminal);
            }
        }
        line.setOut(new java.io.PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new java.io.PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(terminal.live());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colour() ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((problem, _) -> usage(terminal, problem));
        line.setExecutionExceptionHandler((problem, _, parsed) -> failed(terminal, parsed, problem));
        return line;
    }

    private static void addDelivery(CommandLine line, Terminal terminal) {
        DeliveryCommands.addTo(line, terminal, () -> Formats.find().optionKeys(), new MailSource(terminal));
    }

    private static int usage(Terminal terminal, ParameterException problem) {
        terminal.progressDone();
        CommandLine line = problem.getCommandLine();
        terminal.err().println("octavo: " + problem.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, line.getErr())) {
            terminal.err().println("See '" + line.getCommandSpec().qualifiedName() + " --help' for what it takes.");
        }
        return ExitCode.USAGE;
    }

    private static int failed(Terminal terminal, ParseResult parsed, Exception problem) {
        if (problem instanceof WrongUsage) {
            terminal.progressDone();
            terminal.err().println("octavo: " + problem.getMessage());
            return ExitCode.USAGE;
        }
        String sentence = problem instanceof OctavoException
                ? String.valueOf(problem.getMessage())
                : "Something went wrong inside Octavo (" + problem + "). Please report it with the output of the same"
                        + " command and --debug.";
        return failed(terminal, parsed.originalArgs().toArray(String[]::new), sentence, problem);
    }

    private static int failed(Terminal terminal, String[] args, String sentence, Throwable problem) {
        terminal.progressDone();
        terminal.err().println("octavo: " + sentence);
        if (java.util.List.of(args).contains("--debug")) {
            problem.printStackTrace(terminal.err());
        }
        return ExitCode.SOFTWARE;
    }
}
