package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.checkins.Change;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.Nobody;
import cairn.checkins.StoreUnavailable;
import cairn.lambda.TestFunction.Outcome;
import cairn.timeline.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFunctionTest {
    private static final int LARGEST_BODY = 16_384;

    @Test
    void aRequestReachesItsRouteWithAllThatTheEventSaysOfIt() {
        List<Request> seen = new ArrayList<>();
        Outcome outcome = new TestFunction((request, _) -> {
                    seen.add(request);
                    return Reply.ok(Map.of("answer", 42));
                })
                .invoke(TestEvent.of(TestFunction.PUT)
                        .as("somebody")
                        .path("id", "7")
                        .query("limit", "20")
                        .header("accept-language", "de")
                        .body("{\"a\": 1}")
                        .at(Instant.parse("2026-12-31T23:59:59.999Z")));

        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.body()).isEqualTo("{\"answer\":42}");
        Request request = seen.getFirst();
        assertThat(request.member().subject()).isEqualTo("somebody");
        assertThat(request.path()).isEqualTo(Map.of("id", "7"));
        assertThat(request.query()).isEqualTo(Map.of("limit", "20"));
        assertThat(request.headers()).containsEntry("accept-language", "de");
        assertThat(request.body()).isEqualTo("{\"a\": 1}");
        assertThat(request.now()).isEqualTo(Instant.parse("2026-12-31T23:59:59.999Z"));
    }

    @Test
    void whatTheEventDoesNotSayIsEmptyAndNotNull() {
        Outcome outcome = new TestFunction((request, _) -> Reply.ok(List.of(
                        request.path(),
                        request.query(),
                        Optional.ofNullable(request.body()).isEmpty())))
                .invoke(TestEvent.of(TestFunction.GET));

        assertThat(outcome.body()).isEqualTo("[{},{},true]");
    }

    @Test
    void nowIsWhenTheGatewayTookTheRequest() {
        TestLedger ledger = new TestLedger(new Ledger.Committed());
        new TestFunction(HttpFunctionTest::moveToKiritimati, ledger)
                .invoke(TestEvent.of(TestFunction.PUT).at(Instant.parse("2026-12-31T10:00:00Z")));

        assertThat(ledger.committed)
                .extracting(change -> change.after().living().orElseThrow().lastDay())
                .as("the day on which the member's row was written, 14 hours east of Greenwich")
                .containsExactly(LocalDate.of(2027, 1, 1));
    }

    private static Reply moveToKiritimati(Request request, Members members) {
        return Reply.ok(members.setLiving(request.member(), ZoneId.of("Pacific/Kiritimati"), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/requestContext/authorizer",
                "/requestContext/authorizer/jwt",
                "/requestContext/authorizer/jwt/claims",
                "/requestContext/authorizer/jwt/claims/sub"
            })
    void nobodyGetsInWithoutTheClaimOfAVerifiedToken(String missing) {
        assertIsRefused(TestEvent.of(TestFunction.GET).without(missing), 401, "unauthorized");
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", " ", "\t"})
    void aBlankSubjectIsNobody(String subject) {
        assertIsRefused(TestEvent.of(TestFunction.GET).as(subject), 401, "unauthorized");
        assertIsRefused(TestEvent.of(TestFunction.GET).as("x".repeat(257)), 401, "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sur84\ud800", "sur84\ud801", "\udc00", "\ude00\ud83d", "\ud83d x"})
    void aSubjectThatIsNotUnicodeIsNobody(String subject) {
        assertIsRefused(TestEvent.of(TestFunction.GET).as(subject), 401, "unauthorized");
        assertThat(new TestFunction((_, _) -> Reply.ok(List.of()))
                        .invoke(TestEvent.of(TestFunction.GET).as("\ud83d\ude00"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/me", "POST /v1/me/due", "GET /v1/me/due/", "ANY /"})
    void aRouteThatThisFunctionDoesNotHaveIsNotFound(String routeKey) {
        assertIsRefused(TestEvent.of(routeKey), 404, "not-found");
    }

    @Test
    void aProblemSaysNoMoreThanThereIsToSay() {
        assertThat(new TestFunction(HttpFunctionTest::notToBeReached)
                        .invoke(TestEvent.of("GET /"))
                        .body())
                .isEqualTo("""
                    {"type":"urn:cairn:problem:not-found","title":"There is nothing here","status":404}\
                    """);
    }

    private static void assertIsRefused(TestEvent event, int status, String type) {
        TestFunction function = new TestFunction(HttpFunctionTest::notToBeReached);
        Outcome outcome = function.invoke(event);

        assertThat(outcome.status()).isEqualTo(status);
        assertThat(outcome.type()).isEqualTo("urn:cairn:problem:" + type);
        assertThat(outcome.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(function.budgets).as("no store is opened for it").isEmpty();
    }

    private static Reply notToBeReached(Request request, Members members) {
        throw new IllegalStateException("the route was reached by " + request);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        16384, x, 200
        16385, x, 413
        8192,  ü, 200
        8193,  ü, 413
        """)
    void aBodyHasAtMostSixteenKilobytesAsTextOrInBase64(int length, String character, int status) {
        String body = character.repeat(length);
        TestEvent asText = TestEvent.of(TestFunction.PUT).body(body);
        TestEvent inBase64 = TestEvent.of(TestFunction.PUT).base64Body(body.getBytes(StandardCharsets.UTF_8));
        for (TestEvent event : List.of(asText, inBase64)) {
            Outcome outcome = new TestFunction((request, _) -> Reply.ok(bytes(request))).invoke(event);

            assertThat(outcome.status()).isEqualTo(status);
            assertThat(status == 200 ? outcome.body() : outcome.type())
                    .isEqualTo(status == 200 ? "" + LARGEST_BODY : "urn:cairn:problem:too-large");
        }
    }

    private static int bytes(Request request) {
        return String.valueOf(request.body()).getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void aBase64BodyIsDecoded() {
        Outcome outcome = new TestFunction((request, _) -> Reply.ok(String.valueOf(request.body())))
                .invoke(TestEvent.of(TestFunction.PUT).base64Body("肌 ü {}".getBytes(StandardCharsets.UTF_8)));

        assertThat(outcome.body()).isEqualTo("\"肌 ü {}\"");
    }

    private static Outcome echoed(TestEvent event) {
        return new TestFunction((request, _) -> Reply.ok(String.valueOf(request.body()))).invoke(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E9",
                "80",
                "C3",
                "C328",
                "C0AF",
                "E28228",
                "EDA080",
                "EDB080",
                "EDA0BDEDB880",
                "F09F98",
                "F0808080",
                "F4908080",
                "FE",
                "FF",
                "FFFE7B007D00"
            })
    void bytesThatAreNotUtf8AreMalformed(String bytes) {
        Outcome outcome =
                echoed(TestEvent.of(TestFunction.PUT).base64Body(HexFormat.of().parseHex(bytes)));

        assertThat(outcome.status()).isEqualTo(400);
        assertThat(outcome.type()).isEqualTo("urn:cairn:problem:malformed");
    }

    @Test
    void aTextInWhichTheGatewayReplacedBytesIsMalformed() {
        String replaced = "{\"note\":\"caf\uFFFD\"}";
        TestEvent event = TestEvent.of(TestFunction.PUT).body(replaced);

        assertThat(echoed(event.header("content-length", "15")).status()).isEqualTo(400);
        assertThat(echoed(event.header("content-length", "17")).body())
                .as("sent as it is")
                .contains("caf\uFFFD");
        assertThat(echoed(TestEvent.of(TestFunction.PUT).body(replaced)).status())
                .isEqualTo(200);
        assertThat(echoed(TestEvent.of(TestFunction.PUT)
                                .base64Body(replaced.getBytes(StandardCharsets.UTF_8))
                                .header("content-length", "15"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aTextThatIsNotUnicodeIsMalformed() {
        assertThat(echoed(TestEvent.of(TestFunction.PUT).body("{\"note\":\"\ud83d\"}"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFieldThatAReplyDoesNotHaveIsAbsent() {
        var context = new TestContext("request-1", 10_000);
        TestEvent get = TestEvent.of(TestFunction.GET);

        assertThat(TestFunction.Outcome.json(new TestFunction((_, _) -> Reply.ok("done")).raw(get, context))
                        .fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("statusCode", "headers", "body", "isBase64Encoded");
        assertThat(TestFunction.Outcome.json(new TestFunction((_, _) -> Reply.accepted()).raw(get, context))
                        .fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("statusCode", "headers", "isBase64Encoded");
    }

    @Test
    void aNullInAReplysBodyStays() {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("next", null);

        assertThat(new TestFunction((_, _) -> Reply.ok(body))
                        .invoke(TestEvent.of(TestFunction.GET))
                        .body())
                .isEqualTo("{\"next\":null}");
    }

    @Test
    void aBadRequestIsRepliedToWithItsProblem() {
        Problem problem =
                Problem.Kind.INVALID.of(List.of(new Fault("/a", "is wrong"), new Fault("/b/0", "is missing")));
        Outcome outcome = new TestFunction((_, _) -> {
                    throw new BadRequest(problem);
                })
                .invoke(TestEvent.of(TestFunction.PUT));

        assertThat(outcome.status()).isEqualTo(422);
        assertThat(outcome.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(outcome.body()).isEqualTo("""
            {"type":"urn:cairn:problem:invalid","title":"Something sent is not valid","status":422,\
            "errors":[{"pointer":"/a","detail":"is wrong"},{"pointer":"/b/0","detail":"is missing"}]}\
            """);
    }

    @Test
    void aStoreThatDoesNotAnswerIsToBeAskedAgainInASecond() {
        Outcome outcome = new TestFunction((_, _) -> {
                    throw new StoreUnavailable("the table cairn-prod-17 hangs");
                })
                .invoke(TestEvent.of(TestFunction.GET));

        assertThat(outcome.status()).isEqualTo(503);
        assertThat(outcome.type()).isEqualTo("urn:cairn:problem:unavailable");
        assertThat(outcome.headers()).containsEntry("Retry-After", "1");
        assertThat(outcome.body()).doesNotContain("cairn-prod-17");
    }

    @Test
    void aBugIsRepliedToWithoutWhatItSays() {
        TestFunction function = new TestFunction((_, _) -> {
            throw new IllegalStateException("the secret is 1234", new IllegalArgumentException("and 5678"));
        });
        Outcome outcome = function.invoke(TestEvent.of(TestFunction.GET));

        assertThat(outcome.status()).isEqualTo(500);
        assertThat(outcome.type()).isEqualTo("urn:cairn:problem:internal");
        assertThat(outcome.headers()).doesNotContainKey("Retry-After");
        assertThat(outcome.body()).doesNotContain("secret", "1234", "5678", "Exception");
        assertThat(function.log.toString()).doesNotContain("secret", "1234", "5678");
    }

    @Test
    void anErrorOfTheMachineIsNotSwallowed() {
        TestFunction function = new TestFunction((_, _) -> {
            throw new StackOverflowError("deep");
        });

        assertThatThrownBy(() -> function.invoke(TestEvent.of(TestFunction.GET)))
                .isInstanceOf(StackOverflowError.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        30000, 5000
        5501,  5000
        5500,  5000
        5499,  4999
        2000,  1500
        501,   1
        500,   0
        """)
    void theStoreMayTakeFiveSecondsOrWhatIsLeftButForHalfASecond(int leftMillis, long budgetMillis) {
        TestFunction function = new TestFunction((_, _) -> Reply.ok("done"));
        function.invoke(TestEvent.of(TestFunction.GET), new TestContext("request-1", leftMillis));

        assertThat(function.budgets).containsExactly(Duration.ofMillis(budgetMillis));
    }

    @Test
    void aWriteThatLostARaceIsTriedAgainAndTheLogCountsIt() {
        Nobody nobody = new Nobody(new MemberId("somebody"));
        TestLedger ledger = new TestLedger(
                new Ledger.MemberChanged(nobody), new Ledger.MemberChanged(nobody), new Ledger.Committed());
        TestFunction function = new TestFunction(HttpFunctionTest::moveToKiritimati, ledger);

        assertThat(function.invoke(TestEvent.of(TestFunction.PUT)).status()).isEqualTo(200);
        assertThat(ledger.committed).extracting(Change::expectedVersion).containsExactly(0L, 0L, 0L);
        assertThat(function.logged().get("lostRaces").intValue()).isEqualTo(2);
    }
}
