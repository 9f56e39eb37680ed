package cairn.functions.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.HttpResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a journey starts: the first time, corrected, and again (semantics 9).
class StartTest {
    private static final String NOW = "2026-03-01T09:00:00Z";
    private static final String START = "{\"startedOn\":\"2026-03-01\",\"timeZone\":\"Europe/Berlin\"}";

    private final Ben ben = new Ben();

    @Test
    void aJourneyStartsWithItsDateAndTheMembersZone() {
        HttpResult reply = ben.starts(NOW, START);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo("{\"program\":\"skin\",\"run\":1,\"startedOn\":\"2026-03-01\",\"createdOn\":\"2026-03-01\","
                        + "\"timeZone\":\"Europe/Berlin\",\"plan\":\"free\","
                        + "\"progress\":{\"offered\":0,\"completed\":0,\"streak\":0}}");
        assertThat(ben.journey(NOW).body()).isEqualTo(reply.body());
    }

    @Test
    void startingTwiceIsTheSameReplyAndOneWrite() {
        String first = ben.starts(NOW, START).body();
        assertThat(ben.starts("2026-03-02T09:00:00Z", START).body()).isEqualTo(first);
        assertThat(ben.ledger.member(Ben.ID).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void aMemberWithoutAZoneMustBringOne() {
        HttpResult reply = ben.starts(NOW, "{\"startedOn\":\"2026-03-01\"}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo("/timeZone");
        assertThat(ben.ledger.member(Ben.ID)).isEmpty();
        ben.livesIn(NOW, "{\"timeZone\":\"Asia/Tokyo\"}");
        assertThat(ben.starts(NOW, "{\"startedOn\":\"2026-03-01\"}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:00:00Z, Europe/Berlin,      2026-03-02, 200",
        "2026-03-01T09:00:00Z, Europe/Berlin,      2026-03-03, 422",
        "2026-03-01T10:00:00Z, Pacific/Kiritimati, 2026-03-03, 200",
        "2026-03-01T09:59:59Z, Pacific/Kiritimati, 2026-03-03, 422",
        "2026-03-01T09:00:00Z, Pacific/Pago_Pago,  2026-03-02, 422",
        "2026-03-01T09:00:00Z, Europe/Berlin,      2000-01-01, 200",
        "2026-03-01T09:00:00Z, Europe/Berlin,      1999-12-31, 422",
        "2026-03-01T09:00:00Z, Europe/Berlin,      2026-02-29, 422",
        "2026-03-01T09:00:00Z, Europe/Berlin,      +02026-03-01, 422"
    })
    void noStartLiesLaterThanTomorrowWhereTheMemberLives(String now, String zone, String startedOn, int status) {
        HttpResult reply = ben.starts(now, "{\"startedOn\":\"" + startedOn + "\",\"timeZone\":\"" + zone + "\"}");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(ben.ledger.member(Ben.ID).isPresent()).isEqualTo(status == 200);
    }

    @Test
    void aCorrectedStartLetsAtMostOneMoreCardOpen() {
        ben.starts(NOW, START);
        assertThat(ben.due("2026-03-08T09:00:00Z")).containsExactly("day-7");
        ben.starts("2026-03-08T10:00:00Z", "{\"startedOn\":\"2026-02-20\"}");
        assertThat(ben.due("2026-03-08T11:00:00Z")).containsExactly("day-7");
        ben.starts("2026-03-08T12:00:00Z", "{\"startedOn\":\"2026-02-21\"}");
        assertThat(ben.due("2026-03-08T13:00:00Z")).containsExactly("day-7");
        assertThat(ben.due("2026-03-23T13:00:00Z")).containsExactly("day-30");
    }

    @Test
    void whatWasOpenedBeforeACorrectionIsNotOpenedAgain() {
        ben.starts(NOW, START);
        ben.due("2026-03-08T09:00:00Z");
        ben.starts("2026-03-08T10:00:00Z", "{\"startedOn\":\"2026-03-05\"}");
        assertThat(ben.due("2026-03-12T09:00:00Z")).containsExactly("day-7");
        assertThat(ben.timeline("2026-03-12T09:00:00Z", "from", "2026-03-01", "to", "2026-03-31")
                        .json()
                        .path("items")
                        .findValuesAsText("slot"))
                .containsExactly("day-7", "day-15");
    }

    @Test
    void aRestartIsNamedByItsRun() {
        ben.starts(NOW, START);
        ben.due("2026-03-08T09:00:00Z");
        HttpResult second = ben.restarts("2026-03-10T09:00:00Z", "2", "2026-03-10");
        assertThat(second.json().path("run").asInt()).isEqualTo(2);
        assertThat(second.json().at("/progress/offered").asInt()).isZero();
        assertThat(ben.restarts("2026-03-10T09:00:01Z", "2", "2026-03-10").body())
                .isEqualTo(second.body());
        assertThat(ben.due("2026-03-10T10:00:00Z")).isEmpty();
        assertThat(ben.due("2026-03-17T10:00:00Z")).containsExactly("day-7");
    }

    @Test
    void namingTheCurrentRunWithAnotherDateCorrectsIt() {
        ben.starts(NOW, START);
        ben.restarts("2026-03-10T09:00:00Z", "2", "2026-03-10");
        assertThat(ben.restarts("2026-03-10T09:00:00Z", "2", "2026-03-09")
                        .json()
                        .path("startedOn")
                        .asText())
                .isEqualTo("2026-03-09");
    }

    @ParameterizedTest
    @CsvSource({"1, 409, run-out-of-order", "4, 409, run-out-of-order", "0, 404, not-found", "x, 404, not-found"})
    void anyRunButTheCurrentAndTheNextIsRefused(String run, int status, String problem) {
        ben.starts(NOW, START);
        ben.restarts("2026-03-10T09:00:00Z", "2", "2026-03-10");
        HttpResult reply = ben.restarts("2026-03-10T09:00:00Z", run, "2026-03-10");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.problem()).isEqualTo(problem);
    }

    @Test
    void afterARestartTheFirstStartIsHistory() {
        ben.starts(NOW, START);
        ben.restarts("2026-03-10T09:00:00Z", "2", "2026-03-10");
        HttpResult reply = ben.starts("2026-03-10T10:00:00Z", START);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.problem()).isEqualTo("superseded");
    }

    @Test
    void aRestartHasADayOfFourDigitsOfTheYear() {
        ben.starts(NOW, START);
        HttpResult reply = ben.restarts("2026-03-10T09:00:00Z", "2", "+02026-03-10");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo("/startedOn");
    }

    @Test
    void aJourneyThatNeverBeganCannotBeRestarted() {
        assertThat(ben.restarts(NOW, "1", "2026-03-01").problem()).isEqualTo("no-such-journey");
    }

    @Test
    void aProgramOrAJourneyThatIsNotThereIsNotFound() {
        assertThat(ben.starts(NOW, "nails", START).problem()).isEqualTo("no-such-program");
        assertThat(ben.journey(NOW, "nails").problem()).isEqualTo("no-such-program");
        assertThat(ben.journey(NOW).problem()).isEqualTo("no-such-journey");
    }
}
