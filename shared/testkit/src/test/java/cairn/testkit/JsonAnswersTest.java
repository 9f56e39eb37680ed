package cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.DueAnswer;
import cairn.timeline.SlotKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonAnswersTest {

    @Test
    void anAnswerComesBackEqual() {
        Instant moment = Instant.parse("2199-12-31T23:59:59.100Z");
        LocalDate day = LocalDate.of(2028, 2, 29);
        DueAnswer answer = new DueAnswer(
                List.of(new DueAnswer.Due("id", "skin", "day-7", SlotKind.MILESTONE, day, moment, null, moment)),
                List.of(new DueAnswer.Next("id", "skin", "weekly-2028-02-29", day, moment)),
                moment);

        for (DueAnswer one : List.of(answer, DueAnswer.NOTHING)) {
            String json = JsonAnswers.format().write().apply(one);
            assertThat(JsonAnswers.format().read().apply(json)).isEqualTo(one);
        }
    }
}
