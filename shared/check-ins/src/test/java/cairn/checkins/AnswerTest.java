package cairn.checkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When two answers are the same: a completion sent again with the same answers is the same completion.
class AnswerTest {

    @ParameterizedTest
    @CsvSource({"7, 7.0", "7, 7.00", "7, 70e-1", "100, 1e2", "0, 0.000", "0, -0.0", "-1.5, -1.50", "1e30, 1.0e30"})
    void theSameNumberIsTheSameAnswerHoweverItIsWritten(BigDecimal one, BigDecimal other) {
        assertThat(new Answer.Quantity(one))
                .isEqualTo(new Answer.Quantity(other))
                .hasSameHashCodeAs(new Answer.Quantity(other));
    }

    @ParameterizedTest
    @CsvSource({"7, 7.01", "7, -7", "1e2, 10", "0, 1e-10"})
    void anotherNumberIsAnotherAnswer(BigDecimal one, BigDecimal other) {
        assertThat(new Answer.Quantity(one)).isNotEqualTo(new Answer.Quantity(other));
    }

    @Test
    void aNumberIsNotTheTextOfIt() {
        assertThat((Answer) new Answer.Quantity(BigDecimal.valueOf(7))).isNotEqualTo(new Answer.Words("7"));
        assertThat((Answer) new Answer.YesNo(true)).isNotEqualTo(new Answer.Words("true"));
        assertThat((Answer) new Answer.Selection(List.of("a"))).isNotEqualTo(new Answer.Words("a"));
    }

    @Test
    void aChoiceIsTheSameInAnyOrder() {
        Answer.Selection one = new Answer.Selection(List.of("nose", "chin"));

        assertThat(one)
                .isEqualTo(new Answer.Selection(List.of("chin", "nose")))
                .hasSameHashCodeAs(new Answer.Selection(List.of("chin", "nose")))
                .isEqualTo(new Answer.Selection(List.of("chin", "nose", "chin")))
                .isNotEqualTo(new Answer.Selection(List.of("nose")))
                .isNotEqualTo(new Answer.Selection(List.of("nose", "chin", "cheek")));
    }

    @Test
    void anEmptyTextAndAnEmptyChoiceAreNotGiven() {
        Map<String, Answer> answers = Map.of(
                "a", new Answer.Words(""),
                "b", new Answer.Selection(List.of()),
                "c", new Answer.Words(" "),
                "d", new Answer.Quantity(BigDecimal.ZERO),
                "e", new Answer.YesNo(false));

        assertThat(Answer.given(answers)).containsOnlyKeys("c", "d", "e");
        assertThat(new Completion(answers, Instant.EPOCH, Instant.EPOCH, false))
                .isEqualTo(new Completion(Answer.given(answers), Instant.EPOCH, Instant.EPOCH, false));
    }

    @Test
    void aSelectionKeepsItsOrderAndCannotBeChanged() {
        List<String> options = new ArrayList<>(List.of("nose", "chin"));
        Answer.Selection selection = new Answer.Selection(options);
        options.clear();

        assertThat(selection.options()).containsExactly("nose", "chin");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> selection.options().removeFirst());
    }
}
