package octavo.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import octavo.render.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may know whom, over all modules. ArchUnit fails a rule that finds no class to look at; the first
/// test makes sure that no module is missing from what it looks at.
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("octavo");

    /// Each module's package, and the packages of Octavo's own that it may use.
    private static final Map<String, List<String>> MAY_USE = Map.of(
            "octavo.model", List.of(),
            "octavo.reader", List.of("octavo.model"),
            "octavo.compile", List.of("octavo.model"),
            "octavo.render", List.of("octavo.model", "octavo.fonts"),
            "octavo.pdf", List.of("octavo.model", "octavo.fonts", "octavo.render"),
            "octavo.epub", List.of("octavo.model", "octavo.fonts", "octavo.render"),
            "octavo.email", List.of("octavo.model", "octavo.fonts", "octavo.render"),
            "octavo.web", List.of("octavo.model", "octavo.render"),
            "octavo.delivery", List.of("octavo.model", "octavo.email"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "octavo.model",
                "octavo.reader",
                "octavo.compile",
                "octavo.render",
                "octavo.pdf",
                "octavo.epub",
                "octavo.email",
                "octavo.web",
                "octavo.delivery",
                "octavo.cli"
            })
    void everyModuleIsLookedAt(String module) {
        long count = PRODUCT.stream()
                .filter(resideInAPackage(module + ".."))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .count();
        assertThat(count).as("classes in %s", module).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "octavo.model",
                "octavo.reader",
                "octavo.compile",
                "octavo.render",
                "octavo.pdf",
                "octavo.epub",
                "octavo.email",
                "octavo.web",
                "octavo.delivery"
            })
    void modulesKnowOnlyThoseBelowThem(String module) {
        String[] known = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(module), MAY_USE.getOrDefault(module, List.of()).stream())
                .map(name -> name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(module + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("octavo..").and(JavaClass.Predicates.resideOutsideOfPackages(known)))
                .check(PRODUCT);
    }

    /// A media type is a value that everybody may name, like a string.
    @Test
    void packagesHaveNoCycles() {
        slices().matching("octavo.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), JavaClass.Predicates.equivalentTo(MediaType.class))
                .check(PRODUCT);
    }

    @Test
    void theModelKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("octavo.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("octavo.model..", "java..", "org.jspecify..")
                .check(PRODUCT);
    }

    @Test
    void heavyLibrariesStayInOneModule() {
        only("octavo.reader..", "org.commonmark..", "org.yaml..", "org.snakeyaml..", "org.tomlj..");
        only("octavo.pdf..", "org.xhtmlrenderer..", "org.openpdf..", "com.lowagie..");
        only("octavo.epub..", "io.documentnode..");
        only(List.of("octavo.email..", "octavo.delivery.smtp.."), "jakarta.mail..", "org.eclipse.angus..");
        only("octavo.render..", "freemarker..");
        only("octavo.delivery..", "java.sql..", "org.sqlite..", "org.postgresql..", "de.siegmar..");
        only("octavo.cli..", "picocli..");
    }

    private static void only(String module, String... libraries) {
        only(List.of(module), libraries);
    }

    private static void only(List<String> packages, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages.toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAnyPackage(libraries))
                .check(PRODUCT);
    }

    @Test
    void nobodyUsesTheStandardStreams() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PRODUCT);
    }

    @Test
    void nobodyThrowsGenericExceptions() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(PRODUCT);
    }

    /// The PDF's locked user agent opens one file of its library's own jar. Messages go to a relay through sockets.
    @Test
    void onlyPicturesAreEverFetched() {
        noClasses()
                .that()
                .resideOutsideOfPackages("octavo.render.picture..", "octavo.delivery.smtp..")
                .and()
                .doNotHaveFullyQualifiedName("octavo.pdf.LockedUserAgent")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.assignableTo(java.net.Socket.class))
                .check(PRODUCT);
        noClasses()
                .that()
                .resideOutsideOfPackage("octavo.render.picture..")
                .and()
                .doNotHaveFullyQualifiedName("octavo.pdf.LockedUserAgent")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.apache.hc.."))
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .orShould()
                .dependOnClassesThat(JavaClass.Predicates.assignableTo(java.net.HttpURLConnection.class))
                .check(PRODUCT);
    }

    /// Who wants to know asks for it: `octavo email dkim`.
    @Test
    void dnsIsAskedInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("octavo.email.dkim.DnsTxt")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javax.naming.."))
                .check(PRODUCT);
    }

    /// Outputs depend on their input alone. The command line asks for today's date, to name new issues;
    /// the cache of pictures marks what was used last.
    @Test
    void nobodyAsksForTheTimeOrForChance() {
        noClasses()
                .that()
                .resideOutsideOfPackage("octavo.cli..")
                .and()
                .doNotHaveFullyQualifiedName("octavo.render.picture.PictureCache")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callConstructor(java.util.Date.class)
                .orShould()
                .callConstructor(java.util.Random.class)
                .check(PRODUCT);
    }
}
