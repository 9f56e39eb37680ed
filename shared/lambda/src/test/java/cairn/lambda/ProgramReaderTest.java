package cairn.lambda;

import static cairn.lambda.JsonBodyTest.pointers;
import static cairn.lambda.JsonBodyTest.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.timeline.Cadence;
import cairn.timeline.Program;
import cairn.timeline.Window;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How an operator's JSON becomes a schedule; for its card see [CardReaderTest].
class ProgramReaderTest {
    private static final Map<String, Optional<Cadence>> PLANS =
            Map.of("pro", Optional.of(new Cadence("weekly", Period.ofDays(7))), "paused", Optional.empty());

    private static Problem problem(TestDefinition definition) {
        JsonBody body = definition.body();
        ProgramReader.read(body, "skin");
        return problemOf(body);
    }

    @Test
    void aSoundDefinitionIsAProgram() {
        JsonBody body = TestDefinition.sound().body();
        var program = body.checked(ProgramReader.read(body, "skin"));

        assertThat(program.schedule())
                .isEqualTo(new Program(
                        "skin", List.of(7, 14), PLANS, new Window(5), LocalTime.of(9, 0), LocalDate.of(2026, 11, 22)));
        assertThat(program.card().questions()).hasSize(6);
    }

    @Test
    void everyFaultIsListedWithItsPointer() {
        Problem problem = problem(TestDefinition.sound()
                .with("/milestones", "[\"P7D\", \"P3D\", 30]")
                .with("/cadences/Weekly", "\"P1W\"")
                .with("/plans/pro", "\"daily\"")
                .with("/window", "\"P1M\"")
                .with("/announceAt", "\"9 o'clock\"")
                .with("/editedOn", "\"2026-02-29\"")
                .with("/colour", "\"red\"")
                .with("/card/title/en_US", "\"How?\"")
                .with("/card/defaultLocale", "\"de\"")
                .with("/card/questions/0/max", "0")
                .with("/card/questions/3/atMost", "3")
                .with("/card/questions/4/required", "\"no\"")
                .with("/card/questions/5/id", "\"load\""));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(pointers(problem))
                .contains(
                        "/milestones/2",
                        "/card/questions/4/required",
                        "/colour",
                        "/milestones/1",
                        "/cadences/Weekly",
                        "/plans/pro",
                        "/window",
                        "/announceAt",
                        "/editedOn",
                        "/card/title/en_US",
                        "/card/defaultLocale",
                        "/card/questions/0/max",
                        "/card/questions/3/atMost",
                        "/card/questions/5/id")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"milestones", "cadences", "plans", "window", "announceAt", "editedOn", "card"})
    void aFieldThatIsMissingIsTheOnlyFault(String name) {
        Problem problem = problem(TestDefinition.sound().without("/" + name));

        assertThat(problem)
                .isEqualTo(BadRequest.invalid("/" + name, "is to be given").problem());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /milestones      | "P7D"         | 400
        /milestones/1    | "P1M"         | 422
        /milestones/1    | "P7D"         | 422
        /milestones/0    | null          | 400
        /cadences        | []            | 400
        /cadences/weekly | "P1W1M"       | 422
        /plans           | {}            | 422
        /plans/pro       | ["weekly"]    | 400
        /plans/a~1b~0c   | "weekly"      | 422
        /window          | "P0D"         | 422
        /window          | null          | 422
        /announceAt      | "24:00"       | 422
        /editedOn        | "1999-12-31"  | 422
        /card            | "nothing"     | 400
        /extra           | null          | 400
        """)
    void aFaultIsPointedAtAndNothingElse(String pointer, String value, int status) {
        Problem problem = problem(TestDefinition.sound().with(pointer, value));

        assertThat(pointers(problem)).containsExactly(pointer);
        assertThat(problem.status()).isEqualTo(status);
    }

    @Test
    void aProgramHasANameThatFitsIntoAPath() {
        JsonBody body = TestDefinition.sound().body();

        assertThat(ProgramReader.read(body, "Skin Care")).isNull();
        assertThat(pointers(problemOf(body))).containsExactly("");
    }

    @Test
    void aPreviewNeedsOnlyTheFirstFourFields() {
        JsonBody body = TestDefinition.sound()
                .without("/announceAt")
                .without("/editedOn")
                .without("/card")
                .body();

        assertThat(body.checked(ProgramReader.readForPreview(body)))
                .extracting(Program::milestones, Program::plans, Program::window)
                .containsExactly(List.of(7, 14), PLANS, new Window(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"milestones", "cadences", "plans", "window"})
    void aPreviewNeedsEachOfThem(String name) {
        JsonBody body = TestDefinition.sound().without("/" + name).body();

        ProgramReader.readForPreview(body);
        assertThat(problemOf(body))
                .isEqualTo(BadRequest.invalid("/" + name, "is to be given").problem());
    }

    @ParameterizedTest
    @CsvSource({"/announceAt, soon", "/editedOn, soon", "/card/defaultLocale, fr"})
    void whatAPreviewDoesNotNeedIsCheckedIfItIsThere(String pointer, String value) {
        JsonBody whole = TestDefinition.sound().body();
        whole.checked(ProgramReader.readForPreview(whole));

        JsonBody body =
                TestDefinition.sound().with(pointer, "\"" + value + "\"").body();
        ProgramReader.readForPreview(body);
        assertThat(pointers(problemOf(body))).containsExactly(pointer);
    }
}
