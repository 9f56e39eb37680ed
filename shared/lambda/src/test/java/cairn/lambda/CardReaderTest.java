package cairn.lambda;

import static cairn.lambda.JsonBodyTest.pointers;
import static cairn.lambda.JsonBodyTest.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Card;
import cairn.checkins.Localized;
import cairn.checkins.Question;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardReaderTest {
    private static final Localized TEXT = text("a", "b");

    private static Localized text(String english, String portuguese) {
        return new Localized(Map.of("en", english, "pt-BR", portuguese));
    }

    private static List<Question.Option> options(String one, String other) {
        return List.of(new Question.Option(one, TEXT), new Question.Option(other, TEXT));
    }

    private static Card card(TestDefinition definition) {
        JsonBody body = definition.body();
        return Objects.requireNonNull(body.checked(ProgramReader.read(body, "skin")))
                .card();
    }

    private static Problem problem(TestDefinition definition) {
        JsonBody body = definition.body();
        ProgramReader.read(body, "skin");
        return problemOf(body);
    }

    @Test
    void aCardIsReadWithEveryKindOfQuestion() {
        assertThat(card(TestDefinition.sound()))
                .isEqualTo(new Card(
                        "en",
                        text("How?", "Como?"),
                        text("So.", "Assim."),
                        List.of(
                                new Question.Scale("irritation", TEXT, true, 0, 10),
                                new Question.Numeric(
                                        "load", TEXT, false, new BigDecimal("0.5"), BigDecimal.valueOf(300)),
                                new Question.Choice("change", TEXT, true, options("better", "worse")),
                                new Question.Choices("areas", TEXT, false, options("nose", "chin"), 2),
                                new Question.Text("note", TEXT, false, 500),
                                new Question.YesOrNo("pain", TEXT, true))));
    }

    @Test
    void aCardMayAskNothing() {
        assertThat(card(TestDefinition.sound().with("/card/questions", "[]")).questions())
                .isEmpty();
    }

    @Test
    void theSameOptionMayBeGivenByTwoQuestions() {
        assertThat(card(TestDefinition.sound().with("/card/questions/3/choices/0/id", "\"better\""))
                        .questions())
                .hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /card/defaultLocale                | "de"
        /card/defaultLocale                | "EN"
        /card/questions/0/id               | "Irritation"
        /card/questions/0/id               | ""
        /card/questions/0/id               | "0"
        /card/questions/0/id               | "a234567890123456789012345678901234"
        /card/questions/1/id               | "irritation"
        /card/questions/2/choices/0/id     | "Better"
        /card/questions/2/choices/1/id     | "better"
        /card/questions/0/max              | 0
        /card/questions/0/max              | -1
        /card/questions/1/max              | 0.5
        /card/questions/2/choices          | []
        /card/questions/3/atMost           | 0
        /card/questions/3/atMost           | 3
        /card/questions/3/atMost           | -1
        /card/questions/4/maxLength        | 0
        /card/questions/4/maxLength        | 5001
        /card/questions/0/kind             | "slider"
        /card/questions/2/kind             | ""
        /card/questions/3/kind             | "Choices"
        """)
    void aValueThatCannotBeIsPointedAtAndNothingElse(String pointer, String value) {
        Problem problem = problem(TestDefinition.sound().with(pointer, value));

        assertThat(pointers(problem)).containsExactly(pointer);
        assertThat(problem.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /card/title                        | "How?"
        /card/title/en                     | null
        /card/title/en                     | 7
        /card/body/en                      | ["So."]
        /card/questions                    | {}
        /card/questions/0                  | "How?"
        /card/questions/0/min              | 0.5
        /card/questions/0/min              | "0"
        /card/questions/1/max              | "many"
        /card/questions/0/required         | 1
        /card/questions/0/kind             | 1
        /card/questions/0/text             | "a"
        /card/questions/2/choices          | {}
        /card/questions/2/choices/1        | "worse"
        /card/questions/3/atMost           | 1.5
        /card/questions/0/atMost           | 1
        /card/questions/5/maxLength        | 1
        /card/questions/2/choices/0/colour | "red"
        /card/colour                       | "red"
        """)
    void aShapeThatCannotBeIsPointedAt(String pointer, String value) {
        Problem problem = problem(TestDefinition.sound().with(pointer, value));

        assertThat(pointers(problem)).contains(pointer);
        assertThat(problem.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/card/title",
                "/card/body",
                "/card/defaultLocale",
                "/card/questions",
                "/card/questions/0/id",
                "/card/questions/0/text",
                "/card/questions/0/required",
                "/card/questions/0/kind",
                "/card/questions/0/min",
                "/card/questions/0/max",
                "/card/questions/1/min",
                "/card/questions/1/max",
                "/card/questions/2/choices",
                "/card/questions/2/choices/0/id",
                "/card/questions/2/choices/0/text",
                "/card/questions/3/atMost",
                "/card/questions/4/maxLength",
            })
    void aFieldThatIsMissingIsTheOnlyFault(String pointer) {
        Problem problem = problem(TestDefinition.sound()
                .with("/card/questions/2/choices/1/id", "\"best\"")
                .without(pointer));

        assertThat(problem)
                .isEqualTo(BadRequest.invalid(pointer, "is to be given").problem());
    }

    @Test
    void oneThingIsNoChoice() {
        Problem problem = problem(TestDefinition.sound()
                .with(
                        "/card/questions/2/choices",
                        "[{\"id\": \"better\", \"text\": {\"en\": \"a\", \"pt-BR\": \"b\"}}]"));

        assertThat(pointers(problem)).containsExactly("/card/questions/2/choices");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/card/body", "/card/questions/0/text", "/card/questions/3/choices/1/text"})
    void aTextThatIsNotInEveryLanguageOfTheTitleIsAFault(String pointer) {
        assertThat(pointers(problem(TestDefinition.sound().without(pointer + "/pt-BR"))))
                .containsExactly(pointer);
        assertThat(pointers(problem(TestDefinition.sound().with(pointer + "/de", "\"c\""))))
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt-br", "PT-BR", "pt_BR", "english", "und", "", "p"})
    void aLanguageIsNamedByItsCanonicalTag(String tag) {
        String everywhere = TestDefinition.sound().text().replace("\"pt-BR\"", "\"" + tag + "\"");
        JsonBody body = JsonBody.parse(everywhere);
        ProgramReader.read(body, "skin");

        if (tag.equals("english")) {
            body.check();
        } else {
            assertThat(pointers(problemOf(body))).containsExactly("/card/title/" + tag);
        }
    }
}
