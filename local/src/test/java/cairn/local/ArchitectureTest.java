package cairn.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cairn.local.runtime.Launcher;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void theLauncherKnowsTheJdkAndTheLambdaInterfaceAlone() {
        classes()
                .that()
                .resideInAPackage("cairn.local.runtime")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "cairn.local.runtime", "java..", "com.amazonaws.services.lambda.runtime..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void nothingHereKnowsTheRestOfTheProjectButItsDynamoDbLocal() {
        noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("cairn..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages("cairn.local..", "cairn.dynamodblocal")))
                .check(CLASSES);
    }

    @Test
    void theEnvironmentIsReadInOnePlaceHereAndOneInAFunction() {
        noClasses()
                .that()
                .areNotAssignableTo(Main.class)
                .and()
                .areNotAssignableTo(Launcher.class)
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycle() {
        slices().matching("cairn.local.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
