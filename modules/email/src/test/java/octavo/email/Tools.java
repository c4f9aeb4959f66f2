package octavo.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Programs that judge what Octavo makes. A test that needs one skips itself where it is absent, and says so.
final class Tools {
    private Tools() {}

    static List<String> python(String... arguments) throws InterruptedException {
        assumeTrue(run(List.of("python3", "-c", "")).isPresent(), "there is no python3");
        return done(Stream.concat(Stream.of("python3"), Stream.of(arguments)).toList());
    }

    /// Runs a script with an npm package, which is looked for in the folders of `NODE_PATH`, and among the tools in
    /// `JUDGES_HOME`.
    static List<String> node(String needed, String script, String... arguments) throws InterruptedException {
        assumeTrue(
                run(List.of("node", "-e", "require.resolve('" + needed + "')"))
                        .filter(found -> found.code() == 0)
                        .isPresent(),
                "node, or its package " + needed + ", is not there; npm install it and set NODE_PATH");
        return done(Stream.concat(Stream.of("node", "-e", script), Stream.of(arguments))
                .toList());
    }

    static List<String> spamassassin(Path message) throws InterruptedException {
        assumeTrue(run(List.of("spamassassin", "--version")).isPresent(), "there is no spamassassin");
        return done(List.of("spamassassin", "-L", "-t", "-x", message.toString()));
    }

    private record Ended(int code, List<String> lines) {}

    private static List<String> done(List<String> command) throws InterruptedException {
        Ended ended = run(command).orElseThrow();
        assertThat(ended.code()).as(command.getFirst()).isZero();
        return ended.lines();
    }

    private static Optional<Ended> run(List<String> command) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("NODE_PATH", nodePath(System.getenv()));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            List<String> lines = new ArrayList<>(
                    process.inputReader(StandardCharsets.UTF_8).lines().toList());
            return Optional.of(new Ended(process.waitFor(), lines));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String nodePath(Map<String, String> environment) {
        Path judges = Optional.ofNullable(environment.get("JUDGES_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache", "judges"));
        return Stream.concat(
                        Optional.ofNullable(environment.get("NODE_PATH")).stream(),
                        Stream.of(judges.resolve("npm/node_modules").toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
