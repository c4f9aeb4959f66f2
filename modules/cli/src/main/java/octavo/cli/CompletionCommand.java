package octavo.cli;

import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `octavo completion`: a script that lets a shell complete Octavo's commands and options.
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options in your shell.",
        footer = {
            "",
            "  bash   octavo completion bash \\",
            "             > ~/.local/share/bash-completion/completions/octavo",
            "  zsh    octavo completion zsh > ~/.octavo-completion; source it in ~/.zshrc",
            "  fish   octavo completion fish > ~/.config/fish/completions/octavo.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    /// A shell that can be taught.
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
    private Shell shell = Shell.BASH;

    @Mixin
    CommonOptions common = new CommonOptions();

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        terminal.out()
                .print(
                        switch (shell) {
                            // The script for bash serves zsh too: it loads zsh's bashcompinit by itself.
                            case BASH, ZSH -> AutoComplete.bash("octavo", root.commandLine());
                            case FISH -> fish(root);
                        });
        return ExitCode.OK;
    }

    private static String fish(CommandSpec root) {
        StringBuilder script = new StringBuilder("# Completion of octavo for fish\n");
        root.subcommands().forEach((name, line) -> {
            script.append("complete -c octavo -n __fish_use_subcommand -a ")
                    .append(name)
                    .append(" -d ")
                    .append(quoted(
                            firstLine(line.getCommandSpec().usageMessage().description())))
                    .append('\n');
            line.getCommandSpec().options().forEach(option -> option(script, name, option));
            line.getCommandSpec()
                    .subcommands()
                    .keySet()
                    .forEach(inner -> script.append("complete -c octavo -n '__fish_seen_subcommand_from ")
                            .append(name)
                            .append("' -a ")
                            .append(inner)
                            .append('\n'));
        });
        return script.toString();
    }

    private static void option(StringBuilder script, String command, OptionSpec option) {
        script.append("complete -c octavo -n '__fish_seen_subcommand_from ")
                .append(command)
                .append('\'');
        for (String name : option.names()) {
            script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
        }
        script.append(option.arity().max() > 0 ? " -r" : "")
                .append(" -d ")
                .append(quoted(firstLine(option.description())))
                .append('\n');
    }

    private static String firstLine(String[] description) {
        return description.length == 0 ? "" : description[0];
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
