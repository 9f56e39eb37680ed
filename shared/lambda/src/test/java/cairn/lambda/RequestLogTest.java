package cairn.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.StoreUnavailable;
import cairn.timeline.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is logged of a request, and what never is: who asked, what they sent, what an exception says.
class RequestLogTest {
    private static final String CANARY = "canary-4711";

    @Test
    void aRequestIsOneLineOfJson() {
        TestFunction function = new TestFunction(
                (_, _) -> Reply.ok("done").noting("outcome", "opened").noting("slots", List.of("day-7\n")));
        function.invoke(TestEvent.of(TestFunction.GET), new TestContext("request-17", 10_000));

        assertThat(function.log).hasSize(1);
        assertThat(function.log.getFirst()).doesNotContain("\n");
        JsonNode line = function.logged();
        assertThat(line.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("level", "requestId", "way", "status", "outcome", "slots", "millis");
        assertThat(line.get("level").textValue()).isEqualTo("INFO");
        assertThat(line.get("requestId").textValue()).isEqualTo("request-17");
        assertThat(line.get("way").textValue()).isEqualTo(TestFunction.GET);
        assertThat(line.get("status").intValue()).isEqualTo(200);
        assertThat(line.get("outcome").textValue()).isEqualTo("opened");
        assertThat(line.get("slots").get(0).textValue()).isEqualTo("day-7\n");
        assertThat(line.get("millis").canConvertToExactIntegral()).isTrue();
        assertThat(line.get("millis").longValue()).isBetween(0L, 60_000L);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        answers, INFO,  200,
        bad,     INFO,  422, urn:cairn:problem:invalid
        slow,    ERROR, 503, urn:cairn:problem:unavailable
        bug,     ERROR, 500, urn:cairn:problem:internal
        """)
    void aFailureOfOursIsAnErrorAndOneOfTheirsIsNot(String how, String level, int status, String outcome) {
        TestFunction function = new TestFunction((request, _) -> talkative(how, request));
        function.invoke(TestEvent.of(TestFunction.GET));

        JsonNode line = function.logged();
        assertThat(line.get("level").textValue()).isEqualTo(level);
        assertThat(line.get("status").intValue()).isEqualTo(status);
        assertThat(line.path("outcome").textValue()).isEqualTo(outcome);
        assertThat(line.has("cause")).isEqualTo(level.equals("ERROR"));
    }

    @Test
    void whatTheReaderHadAlreadyIsLoggedAsSuch() {
        TestFunction function = new TestFunction((_, _) -> Reply.ok("done"));
        function.invoke(TestEvent.of(TestFunction.GET).header("if-none-match", "*"));

        assertThat(function.logged().get("status").intValue()).isEqualTo(304);
    }

    @Test
    void ofAnExceptionItsClassesAndPlacesAreLogged() {
        TestFunction function = new TestFunction((request, _) -> talkative("bug", request));
        function.invoke(TestEvent.of(TestFunction.GET));

        List<String> cause = new ArrayList<>();
        function.logged().get("cause").forEach(place -> cause.add(place.textValue()));
        assertThat(cause)
                .hasSizeBetween(4, 26)
                .contains("java.lang.IllegalStateException", "java.lang.IllegalArgumentException")
                .anySatisfy(place -> assertThat(place).contains("RequestLogTest.talkative(RequestLogTest.java:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers", "bad", "slow", "bug", "unreadable"})
    void nothingThatWasSentAndNobodyWhoSentItIsLogged(String how) {
        TestFunction function = new TestFunction((request, _) -> talkative(how, request));
        TestEvent event = TestEvent.of(TestFunction.PUT)
                .as(CANARY)
                .path("id", CANARY)
                .query(CANARY, CANARY)
                .header("accept-language", CANARY)
                .header("authorization", "Bearer " + CANARY)
                .header(CANARY, CANARY);
        function.invoke(event.body("{\"" + CANARY + "\": \"" + CANARY + "\"}"));
        function.invoke(event.base64Body(CANARY.getBytes(UTF_8)));
        function.invoke(event.body(CANARY.repeat(4000)));
        function.invoke(event.without("/requestContext/authorizer"));

        assertThat(function.log).hasSize(4);
        assertThat(function.log.toString()).doesNotContain("canary");
    }

    /// Says all it knows, in whatever way it ends.
    private static Reply talkative(String how, Request request) {
        String all = request.member().subject() + request.path() + request.query() + request.headers() + request.body();
        return switch (how) {
            case "answers" -> Reply.ok(all);
            case "bad" -> throw BadRequest.invalid("/" + Fault.escaped(all), all);
            case "slow" -> throw new StoreUnavailable(all, new IllegalArgumentException(all));
            case "unreadable" -> Reply.ok(JsonBody.parse(request.body()).number(CANARY) + all);
            default -> {
                var cause = new IllegalArgumentException(all);
                cause.addSuppressed(new IllegalArgumentException(all));
                throw new IllegalStateException(all, cause);
            }
        };
    }
}
