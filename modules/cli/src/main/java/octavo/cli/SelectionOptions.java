package octavo.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import octavo.compile.Selection;
import octavo.model.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// Which issues a command is about; the same words mean the same everywhere.
final class SelectionOptions {
    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = {
                "The archive's folder, and folders or files in it to choose from.",
                "Without any: the archive around the current folder."
            })
    List<Path> paths = new ArrayList<>();

    @Option(
            names = "--year",
            paramLabel = "YYYY",
            converter = YearConverter.class,
            description = "Issues of this year: published in it, or covering it where octavo.toml says so.")
    Optional<Year> year = Optional.empty();

    @Option(names = "--from", paramLabel = "DATE", description = "Issues of this day (2024-02-05) or later.")
    Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "Issues of this day or earlier.")
    Optional<LocalDate> to = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            split = ",",
            converter = LanguageConverter.class,
            description = "Only these languages (de,pt-br). Without it: each language present.")
    Set<Language> languages = new LinkedHashSet<>();

    @Option(names = "--category", paramLabel = "NAME", split = ",", description = "Only issues of these categories.")
    Set<String> categories = new LinkedHashSet<>();

    @Option(names = "--drafts", description = "Drafts as well.")
    boolean drafts;

    boolean hasDates() {
        return year.isPresent() || from.isPresent() || to.isPresent();
    }

    /// @param chosen paths from the archive's root
    Selection selection(List<String> chosen) {
        return new Selection(year, from, to, languages, categories, chosen, drafts);
    }

    static final class YearConverter implements ITypeConverter<Year> {
        @Override
        public Year convert(String value) {
            if (!value.matches("\\d{4}")) {
                throw new TypeConversionException("'" + value + "' is not a year; write it with four digits: 2024");
            }
            return Year.of(Integer.parseInt(value));
        }
    }

    static final class LanguageConverter implements ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            try {
                return new Language(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + value + "' is not a language tag such as de or pt-br");
            }
        }
    }
}
