package cairn.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each is a good exchange with one thing wrong.
class ApiContractTest {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "application/json",
            "ETag", "\"1\"",
            "Cache-Control", "private, no-cache",
            "Vary", "Authorization, Accept-Language");
    private static final String MEMBER =
            "{\"timeZone\":\"Europe/Berlin\",\"locale\":null,\"plan\":\"free\",\"journeys\":[\"skin\"]}";
    private static final String JOURNEY = "{\"program\":\"skin\",\"run\":1,\"startedOn\":\"2027-03-07\","
            + "\"createdOn\":\"2027-03-07\",\"timeZone\":\"Europe/Berlin\",\"plan\":\"free\","
            + "\"progress\":{\"offered\":0,\"completed\":0,\"streak\":0}}";
    private static final String START = "{\"startedOn\":\"2027-03-07\"}";

    @Test
    void whatIsAsTheDocumentHasItPasses() {
        assertThatCode(() -> {
                    ApiContract.check(new Exchange("GET", "/v1/me", null, 200, HEADERS, MEMBER));
                    ApiContract.check(new Exchange("PUT", "/v1/me/journeys/skin", START, 200, HEADERS, JOURNEY));
                    ApiContract.check(new Exchange("DELETE", "/v1/me", null, 202, Map.of(), ""));
                    ApiContract.check(new Exchange("GET", "/v1/me", null, 304, without("Content-Type"), ""));
                    ApiContract.check(
                            new Exchange("GET", "/v1/you", null, 404, HEADERS, "{\"message\":\"Not Found\"}"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void anOptionalFieldOfARequestMayBeNullAndARequiredOneMayNot() {
        String optional = "{\"startedOn\":\"2027-03-07\",\"timeZone\":null}";
        String required = "{\"startedOn\":null,\"timeZone\":\"Europe/Berlin\"}";
        assertThatCode(() ->
                        ApiContract.check(new Exchange("PUT", "/v1/me/journeys/skin", optional, 200, HEADERS, JOURNEY)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        ApiContract.check(new Exchange("PUT", "/v1/me/journeys/skin", required, 200, HEADERS, JOURNEY)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("startedOn");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "locale":null,        | ``                                  | locale
        "locale":null         | "locale":null,"age":7               | age
        "journeys":["skin"]   | "journeys":null                     | journeys
        "plan":"free"         | "plan":null                         | plan
        "plan":"free"         | "plan":"Free Plan"                  | plan
        """)
    void aBodyThatIsNotAsItsSchemaIsRefused(String instead, String wrong, String fault) {
        String body = MEMBER.replace(instead, wrong);
        assertThatThrownBy(() -> ApiContract.check(new Exchange("GET", "/v1/me", null, 200, HEADERS, body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-07T00:00:00.000Z", "2027-3-7", "2027-02-30", "1804636800"})
    void aDayThatIsNoDayIsRefused(String day) {
        String body = JOURNEY.replace("\"startedOn\":\"2027-03-07\"", "\"startedOn\":\"" + day + "\"");
        assertThatThrownBy(
                        () -> ApiContract.check(new Exchange("PUT", "/v1/me/journeys/skin", START, 200, HEADERS, body)))
                .hasMessageContaining("/startedOn");
    }

    @Test
    void aStatusAContentTypeOrAHeaderThatIsNotDocumentedIsRefused() {
        assertRefused(new Exchange("GET", "/v1/me", null, 204, HEADERS, ""), "status");
        assertRefused(new Exchange("GET", "/v1/me", null, 418, HEADERS, MEMBER), "status");
        assertRefused(
                new Exchange("GET", "/v1/me", null, 200, with("Content-Type", "text/html"), MEMBER), "content type");
        assertRefused(
                new Exchange("GET", "/v1/me", null, 200, with("Content-Type", "application/problem+json"), MEMBER),
                "content type");
        assertRefused(new Exchange("GET", "/v1/me", null, 200, without("ETag"), MEMBER), "ETag");
        assertRefused(new Exchange("DELETE", "/v1/me", null, 202, HEADERS, "{}"), "no body");
    }

    @Test
    void anOperationThatIsNotDocumentedIsRefusedUnlessItIsNotThere() {
        assertRefused(new Exchange("PATCH", "/v1/me", null, 200, HEADERS, MEMBER), "no such operation");
        assertRefused(new Exchange("GET", "/v1/me/journeys", null, 200, HEADERS, "{}"), "no such operation");
        assertRefused(new Exchange("GET", "/v1/you", null, 404, HEADERS, "{\"error\":1}"), "message");
    }

    @Test
    void aRequestThatSucceedsIsToBeAsDocumentedToo() {
        assertRefused(
                new Exchange("PUT", "/v1/me/journeys/skin", "{\"startedAt\":1}", 200, HEADERS, JOURNEY), "request");
        assertRefused(new Exchange("PUT", "/v1/me/journeys/skin", null, 200, HEADERS, JOURNEY), "request");
        assertRefused(new Exchange("GET", "/v1/me", "{}", 200, HEADERS, MEMBER), "no body");
    }

    /// The one place where the functions' tests get a reply.
    @Test
    void aFunctionsWrongReplyFailsItsTest() {
        RequestStreamHandler wrong = (_, output, _) ->
                output.write("{\"statusCode\":200,\"headers\":{\"Content-Type\":\"application/json\"},\"body\":\"{}\"}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> HttpResult.of(
                        wrong, HttpEvent.of("GET", "/v1/me", "/v1/me").as("somebody")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("timeZone");
    }

    private static void assertRefused(Exchange exchange, String fault) {
        assertThatThrownBy(() -> ApiContract.check(exchange))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(fault);
    }

    private static Map<String, String> without(String header) {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.remove(header);
        return headers;
    }

    private static Map<String, String> with(String header, String value) {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put(header, value);
        return headers;
    }
}
