package octavo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import octavo.cli.shell.CommonOptions;
import octavo.cli.shell.Site;
import octavo.cli.shell.Terminal;
import octavo.cli.shell.WrongUsage;
import octavo.model.Archive;
import octavo.model.Issue;
import octavo.model.Language;
import octavo.model.OctavoException;
import octavo.reader.ArchiveReader;
import octavo.reader.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `octavo new`: the next issue's file, where its elders are.
@Command(
        name = "new",
        description = "Makes the next issue's file, with front matter, in the folder of the newest issue.",
        footer = {"", "The issue is a draft: build it with --drafts, and take the line out when it is ready."})
final class NewCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "TITLE", description = "The issue's title.")
    private String title = "";

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "The archive's folder; the one around here if not given.")
    private Optional<Path> archive = Optional.empty();

    @Option(names = "--date", paramLabel = "DATE", description = "The day of publication; today if not given.")
    private Optional<LocalDate> date = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            converter = SelectionOptions.LanguageConverter.class,
            description = "The issue's language; the archive's main one if not given.")
    private Optional<Language> language = Optional.empty();

    @Mixin
    private CommonOptions common = new CommonOptions();

    NewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (title.isBlank()) {
            throw new WrongUsage("a title is missing: octavo new \"The first snow\"");
        }
        Site site = Site.of(archive.stream().toList());
        Settings settings = Settings.load(site.root(), terminal.environment(), _ -> {});
        Archive issues = ArchiveReader.read(site.root(), settings, _ -> {});
        LocalDate day = date.orElseGet(() -> LocalDate.now(ZoneId.systemDefault()));
        Path file = place(site.root(), settings, issues, day);
        write(file, text(settings, day));
        terminal.out().println(file);
        if (!common.quiet) {
            terminal.err().println("A draft: build it with --drafts, and take that line out when it is ready.");
        }
        return ExitCode.OK;
    }

    private Path place(Path root, Settings settings, Archive issues, LocalDate day) {
        Language main = issues.publication().mainLanguage();
        Language own = language.orElse(main);
        Optional<Issue> elder = newest(issues, own).or(() -> newest(issues, main));
        Path like = elder.map(issue -> root.resolve(issue.origin().file()))
                .orElseGet(() -> root.resolve(
                                settings.content().stream().findFirst().orElse("content"))
                        .resolve("first.md"));
        boolean bundle = like.getFileName().toString().startsWith("index.");
        Path folder = bundle
                ? like.resolveSibling("..").normalize()
                : like.resolveSibling("").normalize();
        boolean suffix = !own.equals(main)
                && elder.stream()
                        .noneMatch(issue -> issue.language().equals(own)
                                && !issue.origin().file().endsWith("." + own.key() + ".md"));
        String name = day + "-" + slug(title);
        String ending = (suffix ? "." + own.key() : "") + ".md";
        return bundle ? folder.resolve(name).resolve("index" + ending) : folder.resolve(name + ending);
    }

    private static Optional<Issue> newest(Archive archive, Language language) {
        return archive.issues().stream()
                .filter(issue -> issue.language().equals(language))
                .max(Comparator.comparing(issue -> issue.date().orElse(LocalDate.MIN)));
    }

    /// A title as a part of an address: letters and digits of any script, hyphens between.
    private static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "issue" : slug;
    }

    private String text(Settings settings, LocalDate day) {
        List<String> categories = settings.categories().stream().limit(1).toList();
        StringBuilder text = new StringBuilder("---\n");
        text.append("title: ").append(quoted(title.strip())).append('\n');
        text.append("date: ").append(day).append('\n');
        categories.forEach(category ->
                text.append("categories: [").append(quoted(category)).append("]\n"));
        return text.append("draft: true\n---\n\n").toString();
    }

    /// A double-quoted scalar (YAML 1.2.2, section 7.3.1).
    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> text.append('\\').append((char) c);
                case '\n' -> text.append("\\n");
                default -> {
                    if (c < ' ') {
                        text.append(String.format("\\x%02x", c));
                    } else {
                        text.append((char) c);
                    }
                }
            }
        });
        return text.append('"').toString();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, java.nio.file.StandardOpenOption.CREATE_NEW);
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw new OctavoException(file + " is there already and stays as it is; choose another title or date.", e);
        } catch (IOException e) {
            throw new OctavoException("Cannot write " + file + " (" + e + ").", e);
        }
    }
}
