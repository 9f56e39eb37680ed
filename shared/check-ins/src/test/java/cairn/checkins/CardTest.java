package cairn.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.timeline.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which answers a card takes.
class CardTest {
    private static final Localized TEXT = new Localized(Map.of("en", "?"));
    private static final List<Question.Option> OPTIONS =
            Stream.of("a", "b", "c").map(id -> new Question.Option(id, TEXT)).toList();

    private static Question question(String kind, boolean required) {
        return switch (kind) {
            case "scale" -> new Question.Scale("q", TEXT, required, 1, 10);
            case "number" -> new Question.Numeric("q", TEXT, required, new BigDecimal("-0.5"), BigDecimal.valueOf(300));
            case "choice" -> new Question.Choice("q", TEXT, required, OPTIONS);
            case "choices" -> new Question.Choices("q", TEXT, required, OPTIONS, 2);
            case "text" -> new Question.Text("q", TEXT, required, 5);
            case "yes-no" -> new Question.YesOrNo("q", TEXT, required);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /// `7`, `"words"`, `[a b]` or `true`.
    private static Answer answer(String text) {
        String inner = text.substring(1, Math.max(1, text.length() - 1));
        return switch (text.charAt(0)) {
            case '"' -> new Answer.Words(inner);
            case '[' -> new Answer.Selection(inner.isEmpty() ? List.of() : List.of(inner.split(" ", -1)));
            case 't', 'f' -> new Answer.YesNo(Boolean.parseBoolean(text));
            default -> new Answer.Quantity(new BigDecimal(text));
        };
    }

    private static Card card(Question... questions) {
        return new Card("en", TEXT, TEXT, List.of(questions));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        scale   | 1             | fits
        scale   | 10            | fits
        scale   | 7.0           | fits
        scale   | 1e1           | fits
        scale   | 0             | no
        scale   | 11            | no
        scale   | 7.5           | no
        scale   | 1e9           | no
        scale   | "7"           | no
        scale   | true          | no
        scale   | [7]           | no
        number  | -0.5          | fits
        number  | 300           | fits
        number  | 299.9999999999  | fits
        number  | 0.10000000000000 | fits
        number  | 299.99999999999 | fits
        number  | 0.30000000000000004 | fits
        number  | 5e-324        | fits
        number  | 300.00000000000000000001 | no
        number  | -0.51         | no
        number  | 300.0000000001 | no
        number  | "7"           | no
        number  | false         | no
        choice  | "a"           | fits
        choice  | "c"           | fits
        choice  | "d"           | no
        choice  | "A"           | no
        choice  | [a]           | no
        choice  | 1             | no
        choices | [a]           | fits
        choices | [b a]         | fits
        choices | [a a]         | no
        choices | [a b c]       | no
        choices | [a d]         | no
        choices | "a"           | no
        choices | true          | no
        text    | "12345"       | fits
        text    | "肌 ü"         | fits
        text    | "123456"      | no
        text    | "🙂🙂🙂"       | no
        text    | 5             | no
        text    | [a]           | no
        yes-no  | true          | fits
        yes-no  | false         | fits
        yes-no  | "true"        | no
        yes-no  | 1             | no
        """)
    void aQuestionTakesWhatFitsItsKind(String kind, String text, String verdict) {
        for (boolean required : new boolean[] {true, false}) {
            List<Fault> faults = card(question(kind, required)).faultsOf(Map.of("q", answer(text)));

            assertThat(faults).extracting(Fault::pointer).isEqualTo(verdict.equals("fits") ? List.of() : List.of("/q"));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        scale   | ""
        scale   | []
        number  | ""
        number  | []
        choice  | ""
        choice  | []
        choices | ""
        choices | []
        text    | ""
        text    | []
        text    | "  "
        yes-no  | ""
        yes-no  | []
        """)
    void anEmptyAnswerIsNoneWhereOneIsNeeded(String kind, String text) {
        Map<String, Answer> answers = Map.of("q", answer(text));

        assertThat(card(question(kind, false)).faultsOf(answers)).isEmpty();
        assertThat(card(question(kind, true)).faultsOf(answers))
                .extracting(Fault::pointer)
                .containsExactly("/q");
    }

    @ParameterizedTest
    @CsvSource({"scale", "number", "choice", "choices", "text", "yes-no"})
    void aQuestionMayBeLeftOutIfItIsNotRequired(String kind) {
        assertThat(card(question(kind, false)).faultsOf(Map.of())).isEmpty();
        assertThat(card(question(kind, true)).faultsOf(Map.of())).containsExactly(new Fault("/q", "is to be answered"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        scale   | is to be a whole number from 1 to 10
        number  | is to be a number from -0.5 to 300
        choice  | is to be one of [a, b, c]
        choices | is to be 1 to 2 different ones of [a, b, c]
        text    | is to be a text of at most 5 characters, not empty
        """)
    void anObjectionSaysWhatWouldBeRight(String kind, String objection) {
        assertThat(question(kind, true).objectionTo(new Answer.YesNo(true))).contains(objection);
    }

    @Test
    void everyFaultIsListedThoseOfUnknownQuestionsLast() {
        Card card = card(
                new Question.Scale("first", TEXT, true, 0, 10),
                new Question.YesOrNo("second", TEXT, true),
                new Question.Text("third", TEXT, false, 5),
                new Question.YesOrNo("fourth", TEXT, false));
        Map<String, Answer> answers = Map.of(
                "first", answer("11"),
                "third", answer("true"),
                "fourth", answer("true"),
                "z", answer("true"),
                "a/b~c", answer("1"));

        assertThat(card.faultsOf(answers))
                .containsExactly(
                        new Fault("/first", "is to be a whole number from 0 to 10"),
                        new Fault("/second", "is to be answered"),
                        new Fault("/third", "is to be a text of at most 5 characters"),
                        new Fault("/a~1b~0c", "no question of that id is asked"),
                        new Fault("/z", "no question of that id is asked"));
    }

    @Test
    void whatIsNotAnsweredMayBeAnswerToNoQuestion() {
        assertThat(card().faultsOf(Map.of("gone", answer("\"\""), "too", answer("[]"))))
                .isEmpty();
    }

    @Test
    void aCardThatAsksNothingTakesNothing() {
        assertThat(card().faultsOf(Map.of())).isEmpty();
        assertThat(card().faultsOf(Map.of("q", answer("true")))).hasSize(1);
    }
}
