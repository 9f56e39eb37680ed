package cairn.build;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may know whom.
class RoomsTest {
    static final JavaClasses OURS = new ClassFileImporter().importPaths(Tree.compiled());

    private static final String[] EVERYONE = {"java..", "org.jspecify.."};

    @ParameterizedTest(name = "{0} knows {1} and nobody else")
    @CsvSource(delimiter = '|', textBlock = """
        cairn.timeline       | cairn.timeline
        cairn.checkins       | cairn.checkins cairn.timeline
        cairn.dynamodb       | cairn.dynamodb cairn.checkins cairn.timeline software.amazon.awssdk..
        cairn.eventbridge    | cairn.eventbridge cairn.checkins software.amazon.awssdk..
        cairn.lambda..       | cairn.lambda.. cairn.checkins cairn.timeline com.amazonaws.services.lambda.runtime.. \
                               com.fasterxml.jackson.. javax.crypto..
        cairn.functions..    | cairn.functions.. cairn.lambda.. cairn.dynamodb cairn.eventbridge cairn.checkins \
                               cairn.timeline com.amazonaws.services.lambda.runtime com.fasterxml.jackson.databind
        cairn.testkit        | cairn.testkit cairn.checkins cairn.timeline org.junit.jupiter.. org.assertj.. \
                               com.fasterxml.jackson.. com.amazonaws.services.lambda.runtime.. com.networknt.schema..
        cairn.testkit.table  | cairn.testkit.table cairn.testkit cairn.dynamodb cairn.checkins software.amazon.awssdk..
        cairn.dynamodblocal  | cairn.dynamodblocal software.amazon.dynamodb.. com.amazonaws.services.dynamodbv2.. \
                               org.eclipse.jetty..
        cairn.commands       | cairn.commands cairn.checkins cairn.timeline cairn.lambda.. cairn.dynamodb \
                               cairn.dynamodblocal picocli software.amazon.awssdk..
        cairn.local.runtime  | cairn.local.runtime com.amazonaws.services.lambda.runtime..
        """)
    void aRoomKnows(String room, String known) {
        String[] allowed = Stream.concat(Stream.of(EVERYONE), Stream.of(known.split("\\s+")))
                .toArray(String[]::new);
        classes()
                .that(resideInAPackage(room))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed))
                .check(OURS);
    }

    @Test
    void theLocalDeploymentKnowsNoRoomButTheStore() {
        classes()
                .that(resideInAPackage("cairn.local.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("cairn.local..", "cairn.dynamodblocal")
                        .or(DescribedPredicate.not(resideInAPackage("cairn.."))))
                .check(OURS);
    }

    @Test
    void noFunctionKnowsAnother() {
        slices().matching("cairn.functions.(*)..")
                .should()
                .notDependOnEachOther()
                .check(OURS);
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        slices().matching("cairn.(**)").should().beFreeOfCycles().check(OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cairn.timeline.Timeline",
                "cairn.checkins.Ledger",
                "cairn.dynamodb.DynamoDbLedger",
                "cairn.eventbridge.EventBus",
                "cairn.lambda.HttpFunction",
                "cairn.functions.due.Due",
                "cairn.functions.sweep.Sweep",
                "cairn.local.Main",
                "cairn.commands.Main",
                "cairn.dynamodblocal.DynamoDbLocal",
                "cairn.testkit.InMemoryLedger"
            })
    void everyRoomWasLookedAt(String someClassOfIt) {
        assertThat(OURS.contain(someClassOfIt)).isTrue();
    }
}
