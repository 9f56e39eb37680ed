package cairn.functions.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.HttpResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Until when a card can be put off.
class SnoozeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T08:00:00.000Z, 422",
        "2026-03-09T08:00:00.001Z, 200",
        "2026-03-15T22:59:59.999Z, 200",
        "2026-03-15T23:00:00.000Z, 422",
        "1999-01-01T00:00:00Z, 422",
        "2026-03-10T08:00, 422",
        "2026-03-10, 422"
    })
    void untilLiesBetweenNowAndTheClose(String until, int status) {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        HttpResult reply = anna.snoozes("2026-03-09T08:00:00Z", "day-7", until);
        assertThat(reply.status()).isEqualTo(status);
        if (status == 422) {
            assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo("/until");
        }
    }

    @Test
    void aRefusalSaysWhenTheCheckInCloses() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        assertThat(anna.snoozes("2026-03-09T08:00:00Z", "day-7", "2026-03-15T23:00:00.000Z")
                        .json()
                        .at("/errors/0/detail")
                        .asText())
                .isEqualTo("is to lie after now and before the check-in closes at 2026-03-15T23:00:00.000Z");
    }

    @Test
    void theSameMomentAgainIsTheSameAnswerAndNoSecondSnooze() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        String first = anna.snoozes("2026-03-08T08:00:00Z", "day-7", "2026-03-10T08:00:00Z")
                .body();
        long version = anna.version();
        assertThat(anna.snoozes("2026-03-08T08:01:00Z", "day-7", "2026-03-10T08:00:00Z")
                        .body())
                .isEqualTo(first);
        assertThat(anna.version()).isEqualTo(version);
    }

    @Test
    void anotherMomentTakesThePlaceOfTheFirst() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        anna.snoozes("2026-03-08T08:00:00Z", "day-7", "2026-03-10T08:00:00Z");
        HttpResult reply = anna.snoozes("2026-03-08T08:01:00Z", "day-7", "2026-03-09T08:00:00Z");
        assertThat(reply.json().path("snoozedUntil").asText()).isEqualTo("2026-03-09T08:00:00.000Z");
        assertThat(reply.json().path("snoozeCount").asInt()).isEqualTo(2);
    }
}
