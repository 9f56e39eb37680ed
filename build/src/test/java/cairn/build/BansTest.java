package cairn.build;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What nobody may do.
class BansTest {

    @Test
    void nobodyButTheLocalDeploymentAndTheCommandsEdgeAsksAClock() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage("cairn.local.."))
                        .and(describe("are no edge", type -> !type.getName().equals("cairn.commands.Main"))))
                .should()
                .callMethodWhere(isAnyOf(
                        "java.time.Instant.now",
                        "java.time.LocalDate.now",
                        "java.time.LocalDateTime.now",
                        "java.time.ZonedDateTime.now",
                        "java.time.OffsetDateTime.now",
                        "java.time.InstantSource.system",
                        "java.time.Clock.systemUTC",
                        "java.time.Clock.systemDefaultZone",
                        "java.lang.System.currentTimeMillis"))
                .check(RoomsTest.OURS);
    }

    @Test
    void nobodyAsksTheMachineForAZoneOrALocale() {
        noClasses()
                .should()
                .callMethodWhere(isAnyOf(
                        "java.time.ZoneId.systemDefault",
                        "java.util.TimeZone.getDefault",
                        "java.util.Locale.getDefault"))
                .check(RoomsTest.OURS);
    }

    @Test
    void onlyTheEdgesReadTheEnvironment() {
        Set<String> edges = Set.of("cairn.lambda.Environment", "cairn.local.Main", "cairn.local.runtime.Launcher");
        noClasses()
                .that(describe("are no edge", type -> !edges.contains(type.getName())))
                .should()
                .callMethodWhere(isAnyOf("java.lang.System.getenv"))
                .check(RoomsTest.OURS);
    }

    /// A line that goes past the environment's log may be a process's first, and nobody would know its zone data.
    @Test
    void functionsLogThroughTheirEnvironment() {
        noClasses()
                .that(resideInAPackage("cairn.functions.."))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(RoomsTest.OURS);
    }

    @Test
    void nobodyScansATable() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "scans",
                        call -> call.getTarget().getOwner().getPackageName().startsWith("software.amazon.awssdk")
                                && Set.of("scan", "scanPaginator")
                                        .contains(call.getTarget().getName())))
                .check(RoomsTest.OURS);
    }

    /// A handler outlives its invocation: what it holds would be seen by the next person.
    @Test
    void handlersHoldNothingThatChanges() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo("com.amazonaws.services.lambda.runtime.RequestStreamHandler")
                .should()
                .haveModifier(FINAL)
                .check(RoomsTest.OURS);
    }

    /// What a test assumes before all of its class is counted nowhere. A condition is: `@EnabledIf`, and what is like
    /// it.
    @Test
    void noTestIsSkippedWithoutBeingCounted() {
        Predicate<String> assumes =
                Pattern.compile("(?m)^import .*\\bAssumptions\\b").asPredicate();
        assertThat(Tree.javaSources()).noneMatch(file -> assumes.test(Tree.text(file)));
    }

    private static DescribedPredicate<JavaMethodCall> isAnyOf(String... methods) {
        Set<String> banned = Set.of(methods);
        return describe(
                "is any of " + banned,
                call -> banned.contains(call.getTarget().getOwner().getName() + "."
                        + call.getTarget().getName()));
    }
}
