package octavo.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/// `octavo doctor`: what this machine lacks, and how to get it.
@Command(
        name = "doctor",
        description = "Looks at what this machine has for Octavo, and says how to get what is missing.")
final class DoctorCommand implements Callable<Integer> {
    /// What one look found.
    ///
    /// @param advice how to make it better; empty where all is well
    /// @param needed whether Octavo fails without it
    private record Finding(String subject, String state, String advice, boolean needed) {
        boolean well() {
            return advice.isEmpty();
        }
    }

    private final Terminal terminal;

    @Mixin
    private RenderOptions rendering = new RenderOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Finding> findings = List.of(java(), start(), memory(), cache(), formats(), words());
        for (Finding finding : findings) {
            String mark = finding.well() ? "ok     " : finding.needed() ? "MISSING" : "better ";
            terminal.out().println(mark + "  " + finding.subject() + ": " + finding.state());
            if (!finding.well()) {
                terminal.out().println("         " + finding.advice());
            }
        }
        return findings.stream().allMatch(finding -> finding.well() || !finding.needed()) ? ExitCode.OK : Main.PROBLEMS;
    }

    private static Finding java() {
        return new Finding(
                "Java",
                System.getProperty("java.vm.name") + " " + Runtime.version() + " in " + System.getProperty("java.home"),
                "",
                true);
    }

    /// The virtual machine says in its description which archive of classes it has mapped.
    private static Finding start() {
        String cache = System.getProperty("octavo.aot", "");
        boolean there = !cache.isEmpty() && Files.exists(Path.of(cache));
        return new Finding(
                "Fast start",
                there ? cache : "no AOT cache",
                there
                        ? ""
                        : "Start Octavo through its launcher from a folder that it can write to; it makes the cache once.",
                false);
    }

    private static Finding memory() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return new Finding("Memory", megabytes + " MB for Octavo", "", false);
    }

    private Finding cache() {
        Path folder = rendering.cacheFolder(terminal);
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
            return new Finding("Cache of pictures", folder.toString(), "", false);
        } catch (IOException e) {
            return new Finding(
                    "Cache of pictures",
                    folder + " cannot be written",
                    "Make it writable, or name another folder with --cache or OCTAVO_CACHE; without one, pictures are"
                            + " scaled anew each time.",
                    false);
        }
    }

    private static Finding formats() {
        List<String> found = Formats.find().names();
        List<String> missing = new ArrayList<>(List.of("email", "epub", "html", "json", "pdf", "text"));
        missing.removeAll(found);
        return new Finding(
                "Formats",
                String.join(", ", found),
                missing.isEmpty()
                        ? ""
                        : missing.stream().collect(Collectors.joining(", ", "", " cannot be made: build Octavo again"))
                                + " with 'mvn -DskipTests package'.",
                true);
    }

    private Finding words() {
        String locale = terminal.variable("LC_ALL")
                .or(() -> terminal.variable("LC_CTYPE"))
                .or(() -> terminal.variable("LANG"))
                .orElse("not set");
        String encoding =
                System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
        boolean unicode = encoding.equalsIgnoreCase("UTF-8");
        return new Finding(
                "Names of files",
                "locale " + locale + ", " + encoding,
                unicode
                        ? ""
                        : "Set LC_ALL to a UTF-8 locale such as C.UTF-8; else files with letters such as é cannot be found.",
                false);
    }
}
