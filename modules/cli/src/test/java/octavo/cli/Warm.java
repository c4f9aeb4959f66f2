package octavo.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import octavo.cli.shell.Terminal;

/// How long the same command takes in the same virtual machine, again and again: a line for each run, in seconds.
///
/// `java -Xmx400m -cp 'modules/cli/target/test-classes:modules/cli/target/octavo.jar:modules/cli/target/lib/*'
/// octavo.cli.Warm RUNS ARG...`
final class Warm {
    private Warm() {}

    public static void main(String[] args) throws Exception {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Path out = Files.createTempDirectory("warm");
        for (int run = 1; run <= Integer.parseInt(args[0]); run++) {
            String[] command = Stream.concat(
                            Stream.of(args).skip(1),
                            Stream.of("-o", out.resolve("out").toString()))
                    .toArray(String[]::new);
            long start = System.nanoTime();
            int code = Main.run(new Terminal(java.util.Optional.empty(), nowhere, nowhere, Map.of(), false), command);
            System.out.printf("%d %.2f %s%n", run, (System.nanoTime() - start) / 1e9, code == 0 ? "" : "failed");
        }
    }
}
