package dev.threadline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The architecture as rules, each with its reason; the design's section 2 in a form that can fail.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String ROOT = "dev.threadline";

    /// From the bottom up: a package may use those before it.
    private static final List<String> LAYERS = List.of(
            "words",
            "json",
            "protocol",
            "capture",
            "run",
            "session",
            "form",
            "settings",
            "demo",
            "cli",
            "ui.theme",
            "ui.kit",
            "ui.shell",
            "ui.connect",
            "ui.start",
            "ui.menu",
            "ui.captures",
            "ui.join",
            "panel");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void layersPointUpwards() {
        for (int i = 0; i < LAYERS.size(); i++) {
            String[] above = LAYERS.subList(i + 1, LAYERS.size()).stream()
                    .map(layer -> ROOT + "." + layer + "..")
                    .toArray(String[]::new);
            if (above.length > 0) {
                check(noClasses()
                        .that()
                        .resideInAPackage(ROOT + "." + LAYERS.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(above)
                        .because("a layer that knows what is built on it can't be read or tested without it"));
            }
        }
    }

    @Test
    void noCycles() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void panelsMeetInTheSelectionOnly() {
        check(slices().matching(ROOT + ".panel.(*)..").should().notDependOnEachOther());
    }

    @Test
    void panelsReadAndNeverSend() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".panel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".protocol..",
                        ROOT + ".cli..",
                        ROOT + ".ui.shell..",
                        ROOT + ".ui.connect..",
                        ROOT + ".ui.start..")
                .because("a panel is a query over the recording"));
    }

    @Test
    void javaFxStaysInTheWindow() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".ui..", ROOT + ".panel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
                .because("everything below the window runs and is tested without it"));
    }

    @Test
    void okHttpStaysInProtocol() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".protocol..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio..")
                .because("one package speaks to servers"));
    }

    @Test
    void sqlStaysInCapture() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".capture..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .because("one package knows the file"));
    }

    @Test
    void jacksonStaysInJson() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".json..")
                // The validator's API takes Jackson trees: the one place where a schema is checked.
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".form.SchemaCheck")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml..")
                .because("number literals and odd keys survive only in our own trees"));
    }

    @Test
    void oneDoorToTheJavaFxThread() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".ui.kit.Fx")
                .should()
                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
                .because("streams append and the pulse looks; a second door would be a second order of events"));
    }

    @Test
    void noMutableStatics() {
        check(fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT + "..")
                .and()
                .areStatic()
                .and()
                .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .because("two windows, two tests and two runs share a process"));
    }

    @Test
    void filesStayShort() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> lengths = sources.stream()
                    .filter(file -> lines(file) > 400)
                    .map(file -> file + ": " + lines(file))
                    .toList();
            assertThat(lengths).as("files over 400 lines").isEmpty();
        }
    }

    private void check(ArchRule rule) {
        rule.check(classes);
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
