package octavo.cli;

import java.util.List;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/// `octavo man`: the manual page, made from what the commands say of themselves.
@Command(
        name = "man",
        description = "Prints the manual page.",
        footer = {"", "  octavo man | man -l -", "  octavo man > ~/.local/share/man/man1/octavo.1"})
final class ManCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    CommonOptions common = new CommonOptions();

    ManCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(page(spec.root()));
        return ExitCode.OK;
    }

    /// The page in the macros of man(7).
    private static String page(CommandSpec root) {
        StringBuilder page =
                new StringBuilder(".TH OCTAVO 1\n.SH NAME\noctavo \\- newsletters as books, digests and emails\n");
        page.append(".SH SYNOPSIS\n.B octavo\n.I COMMAND\n[\\fIOPTION\\fR...] [\\fIPATH\\fR...]\n.SH DESCRIPTION\n");
        paragraph(page, root.usageMessage().description());
        page.append(".SH COMMANDS\n");
        commands(page, "octavo", root);
        page.append(".SH EXIT STATUS\n.nf\n");
        verbatim(page, root.usageMessage().footer());
        return page.append(".fi\n").toString();
    }

    private static void commands(StringBuilder page, String prefix, CommandSpec parent) {
        parent.subcommands().forEach((name, line) -> {
            CommandSpec command = line.getCommandSpec();
            String called = prefix + " " + name;
            if (!command.subcommands().isEmpty()) {
                commands(page, called, command);
                return;
            }
            page.append(".SS ").append(roff(called)).append('\n');
            paragraph(page, command.usageMessage().description());
            command.positionalParameters().forEach(parameter -> parameter(page, parameter));
            command.options().stream().filter(option -> !option.hidden()).forEach(option -> option(page, option));
            if (command.usageMessage().footer().length > 0) {
                page.append(".PP\n.nf\n");
                verbatim(page, command.usageMessage().footer());
                page.append(".fi\n");
            }
        });
    }

    private static void parameter(StringBuilder page, PositionalParamSpec parameter) {
        page.append(".TP\n\\fI").append(roff(parameter.paramLabel())).append("\\fR\n");
        page.append(roff(String.join(" ", parameter.description()))).append('\n');
    }

    private static void option(StringBuilder page, OptionSpec option) {
        page.append(".TP\n\\fB")
                .append(roff(String.join(", ", List.of(option.names()))))
                .append("\\fR");
        if (option.arity().max() > 0) {
            page.append(" \\fI").append(roff(option.paramLabel())).append("\\fR");
        }
        page.append('\n').append(roff(String.join(" ", option.description()))).append('\n');
    }

    private static void paragraph(StringBuilder page, String[] lines) {
        page.append(roff(String.join(" ", lines))).append('\n');
    }

    private static void verbatim(StringBuilder page, String[] lines) {
        for (String line : lines) {
            page.append(roff(line)).append('\n');
        }
    }

    /// Text that the formatter takes as text: no escapes, no requests at the beginning of a line.
    private static String roff(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
