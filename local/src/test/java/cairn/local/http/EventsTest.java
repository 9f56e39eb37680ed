package cairn.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.identity.Verdict.Granted;
import cairn.local.template.Api.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {
    private static final Instant NOW = Instant.parse("2026-09-01T08:07:06.123Z");
    private static final Route ROUTE =
            new Route("PUT", "/v1/me/{thing}", "function", Duration.ofSeconds(1), Optional.empty());

    private final Events events = new Events("127.0.0.1", 3000);

    @Test
    void halfASurrogatePairOfAClaimReachesTheFunctionAsItIs() throws IOException {
        String subject = "sur84\ud800";
        Optional<Granted> granted = Optional.of(new Granted(Map.of("sub", subject), List.of()));
        Request request = request("", "application/json", "{}");
        String text = events.event(request, new Routes.Match(ROUTE, Map.of("thing", "a b")), granted, NOW);
        byte[] sent = text.getBytes(StandardCharsets.UTF_8);

        assertThat(new JsonMapper()
                        .readTree(sent)
                        .at("/requestContext/authorizer/jwt/claims/sub")
                        .textValue())
                .isEqualTo(subject);
    }

    @Test
    void anEventIsWholeAndExact() throws IOException {
        var granted = new Granted(Map.of("sub", "ada"), List.of("cairn/member"));
        JsonNode event = event(request("a=1&a=2&b=x%20y+z&c", "application/json", "{\"ä\":1}"), Optional.of(granted));

        ((ObjectNode) event.get("headers")).remove("x-amzn-trace-id");
        ((ObjectNode) event.get("requestContext")).remove("requestId");
        assertThat(event).isEqualTo(new JsonMapper().readTree("""
            {"version": "2.0",
             "routeKey": "PUT /v1/me/{thing}",
             "rawPath": "/v1/me/a b",
             "rawQueryString": "a=1&a=2&b=x%20y+z&c",
             "cookies": ["one=1", "two=2"],
             "headers": {
               "accept": "a,b",
               "content-type": "application/json",
               "host": "127.0.0.1:3000",
               "user-agent": "test",
               "x-forwarded-for": "127.0.0.1",
               "x-forwarded-port": "3000",
               "x-forwarded-proto": "http"},
             "queryStringParameters": {"a": "1,2", "b": "x y z", "c": ""},
             "requestContext": {
               "accountId": "000000000000",
               "apiId": "local",
               "authorizer": {"jwt": {"claims": {"sub": "ada"}, "scopes": ["cairn/member"]}},
               "domainName": "127.0.0.1",
               "domainPrefix": "local",
               "http": {
                 "method": "PUT",
                 "path": "/v1/me/a b",
                 "protocol": "HTTP/1.1",
                 "sourceIp": "127.0.0.1",
                 "userAgent": "test"},
               "routeKey": "PUT /v1/me/{thing}",
               "stage": "$default",
               "time": "01/Sep/2026:08:07:06 +0000",
               "timeEpoch": 1788250026123},
             "pathParameters": {"thing": "a b"},
             "body": "{\\"ä\\":1}",
             "isBase64Encoded": false}
            """));
    }

    @Test
    void whatIsNotSentIsNotThere() throws IOException {
        var bare = new Request("GET", "/v1/me/a b", "", Map.of(), Bytes.NONE, "HTTP/1.1", "127.0.0.1");

        JsonNode event = event(bare, Optional.empty());

        assertThat(event.has("cookies")).isFalse();
        assertThat(event.has("queryStringParameters")).isFalse();
        assertThat(event.has("body")).isFalse();
        assertThat(event.get("requestContext").has("authorizer")).isFalse();
        assertThat(event.get("isBase64Encoded").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, false",
        "application/json; charset=utf-8, false",
        "Application/JSON, false",
        "text/plain, false",
        "application/xml, false",
        "application/javascript, false",
        "application/problem+json, true",
        "application/x-www-form-urlencoded, true",
        "application/octet-stream, true",
        ", true"
    })
    void aBodyIsTextOnlyForAFewMediaTypes(String type, boolean encoded) throws IOException {
        JsonNode event = event(request("", type, "abc"), Optional.empty());

        assertThat(event.get("isBase64Encoded").booleanValue()).isEqualTo(encoded);
        assertThat(event.get("body").textValue()).isEqualTo(encoded ? "YWJj" : "abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"E9", "EDA080", "F09F98", "7BFF7D"})
    void aBodyThatIsNotUtf8IsNoText(String bytes) throws IOException {
        byte[] sent = HexFormat.of().parseHex(bytes);
        JsonNode event = event(request("", "application/json", Bytes.of(sent)), Optional.empty());

        assertThat(event.get("isBase64Encoded").booleanValue()).isTrue();
        assertThat(event.get("body").binaryValue()).isEqualTo(sent);
    }

    private JsonNode event(Request request, Optional<Granted> granted) throws IOException {
        return new JsonMapper()
                .readTree(events.event(request, new Routes.Match(ROUTE, Map.of("thing", "a b")), granted, NOW));
    }

    private static Request request(String query, String type, String body) {
        return request(query, type, Bytes.ofText(body));
    }

    private static Request request(String query, String type, Bytes body) {
        Map<String, List<String>> headers = new HashMap<>(Map.of(
                "host", List.of("127.0.0.1:3000"),
                "user-agent", List.of("test"),
                "accept", List.of("a", "b"),
                "connection", List.of("Upgrade"),
                "cookie", List.of("one=1; two=2")));
        if (type != null) {
            headers.put("content-type", List.of(type));
        }
        return new Request("PUT", "/v1/me/a b", query, headers, body, "HTTP/1.1", "127.0.0.1");
    }
}
