package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cairn.checkins.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    private static Request request(Map<String, String> query) {
        return new Request(new MemberId("a-member"), Instant.EPOCH, Map.of("id", "7"), query, Map.of(), null);
    }

    private static Problem problemOf(ThrowingCallable call) {
        return catchThrowableOfType(BadRequest.class, call).problem();
    }

    @Test
    void aPathHasTheParametersOfItsRoute() {
        assertThat(request(Map.of()).pathParameter("id")).isEqualTo("7");
        assertThatIllegalArgumentException().isThrownBy(() -> request(Map.of()).pathParameter("program"));
    }

    @Test
    void aParameterThatIsNotGivenIsEmpty() {
        assertThat(request(Map.of()).queryDay("from")).isEmpty();
        assertThat(request(Map.of()).queryInstant("at")).isEmpty();
        assertThat(request(Map.of()).queryNumber("limit", 100)).isEmpty();
    }

    @Test
    void aParameterIsReadAsItsType() {
        assertThat(request(Map.of("from", "2024-02-29")).queryDay("from")).contains(LocalDate.of(2024, 2, 29));
        assertThat(request(Map.of("at", "2026-03-24T10:00:00+02:00")).queryInstant("at"))
                .contains(Instant.parse("2026-03-24T08:00:00Z"));
        assertThat(request(Map.of("limit", "1")).queryNumber("limit", 100)).contains(1);
        assertThat(request(Map.of("limit", "100")).queryNumber("limit", 100)).contains(100);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", " ", "0", "-1", "101", "1.0", "1e1", "٧", "9999999", "99999999999999999999"})
    void aNumberOutOfRangeIsInvalid(String limit) {
        Problem problem = problemOf(() -> request(Map.of("limit", limit)).queryNumber("limit", 100));

        assertThat(problem)
                .isEqualTo(BadRequest.invalid("/limit", "is to be a whole number from 1 to 100")
                        .problem());
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", "today", "2026-02-29", "1999-12-31", "2200-01-01", "2026-3-24", "2026-03-24T00:00:00Z"})
    void aDayThatIsNoneIsInvalid(String day) {
        assertThat(problemOf(() -> request(Map.of("from", day)).queryDay("from"))
                        .errors())
                .extracting(Problem.Detail::pointer)
                .containsExactly("/from");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", "now", "2026-03-24", "2026-03-24T08:00:00", "1795334400000", "2200-01-01T00:00:00Z"})
    void anInstantThatIsNoneIsInvalid(String at) {
        assertThat(problemOf(() -> request(Map.of("at", at)).queryInstant("at")).errors())
                .extracting(Problem.Detail::pointer)
                .containsExactly("/at");
    }

    @Test
    void everyParameterThatTheRouteDoesNotKnowIsAFault() {
        Request request = request(Map.of("b/d", "1", "limit", "1", "a~c", "1"));
        request.allowQuery("limit", "a~c", "b/d");
        Problem problem = problemOf(() -> request.allowQuery("limit", "cursor"));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).extracting(Problem.Detail::pointer).containsExactly("/a~0c", "/b~1d");
    }

    @Test
    void aParameterWhoseNameNoPointerCanHoldIsAFaultOfTheQuery() {
        Problem problem = problemOf(() -> request(Map.of("a\ud800", "1")).allowQuery());

        assertThat(problem)
                .isEqualTo(new Problem(
                        "urn:cairn:problem:malformed",
                        "The request cannot be read",
                        400,
                        List.of(new Problem.Detail(
                                "", "has a name that contains a lone surrogate, which is not Unicode")),
                        null));
    }
}
