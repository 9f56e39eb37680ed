package cairn.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.whole.Running.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The published document's routes are those that answer, and no others do.
class EveryRouteTest {
    private static final JsonNode DOCUMENT = document();
    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "PATCH");
    /// Everybody's first card in that program has this id.
    private static final String CARD = "MSNza2luIzEjZGF5LTc";

    private static final String NO_ROUTE = "{\"message\":\"Not Found\"}";

    private static Running cairn;

    @BeforeAll
    static void start() {
        cairn = new Running();
        cairn.travelTo(Instant.parse("2027-03-14T07:00:00Z"));
    }

    @AfterAll
    static void stop() {
        cairn.close();
    }

    /// @param body an example of the document's; null where there is to be none
    record Operation(String method, String path, @Nullable String body) {
        Reply sent(@Nullable String token) {
            return cairn.send(method, concrete(path), token, body);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Operation> documented() {
        return DOCUMENT.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                example(operation.getValue()))));
    }

    static Stream<Operation> undocumented() {
        return DOCUMENT.path("paths").properties().stream()
                .flatMap(path -> METHODS.stream()
                        .filter(method -> !path.getValue().has(method.toLowerCase(Locale.ROOT)))
                        .map(method -> new Operation(method, path.getKey(), null)));
    }

    /// With the document's own example, for somebody whose first card is open. What comes back is as documented, or
    /// [Running] would not have it.
    @ParameterizedTest
    @MethodSource("documented")
    void aDocumentedRouteAnswersItsExample(Operation operation) {
        String token = cairn.token("asks " + operation);
        String start = "{\"startedOn\":\"2027-03-07\",\"timeZone\":\"Europe/Berlin\"}";
        assertThat(cairn.send("PUT", "/v1/me/journeys/skin", token, start).status())
                .isEqualTo(200);
        assertThat(cairn.get("/v1/me/due", token).json().at("/due/0/id").asText())
                .isEqualTo(CARD);

        Reply reply = operation.sent(token);
        assertThat(reply.status()).as(reply.body()).isIn(200, 202);
    }

    @Test
    void aBodyOfMoreThanSixteenKilobytesIsRefusedByTheFunction() {
        String body = "{\"timeZone\":\"" + "x".repeat(16 * 1024) + "\"}";
        Reply reply = cairn.send("PUT", "/v1/me", cairn.token("asks"), body);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.body()).contains("urn:cairn:problem:too-large");
    }

    @ParameterizedTest
    @MethodSource("documented")
    void withoutATokenItDoesNot(Operation operation) {
        assertThat(operation.sent(null).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("documented")
    void withAnotherScopeItDoesNot(Operation operation) {
        String token = cairn.token("asks", "cairn/other");
        assertThat(operation.sent(token).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("undocumented")
    void anotherMethodIsNotThere(Operation operation) {
        Reply reply = operation.sent(cairn.token("asks"));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo(NO_ROUTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1", "/v1/me/", "/v1/me/due/", "/v1/me/journeys", "/v1/me/check-ins", "/v2/me", "/v1/you"})
    void anotherPathIsNotThere(String path) {
        Reply reply = cairn.get(path, cairn.token("asks"));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo(NO_ROUTE);
    }

    private static String concrete(String path) {
        return path.replace("{program}", "skin").replace("{run}", "2").replace("{id}", CARD);
    }

    private static @Nullable String example(JsonNode operation) {
        JsonNode examples = operation.at("/requestBody/content/application~1json/examples");
        return examples.isMissingNode()
                ? null
                : DOCUMENT.at(examples.elements().next().path("$ref").asText().substring(1))
                        .path("value")
                        .toString();
    }

    private static JsonNode document() {
        try {
            return Running.read(Files.readString(Path.of("../docs/api/openapi.json")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
