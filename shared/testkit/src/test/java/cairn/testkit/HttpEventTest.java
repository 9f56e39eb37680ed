package cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpEventTest {

    @Test
    void hasTheFormOfPayloadTwo() throws JsonProcessingException {
        JsonNode event = parsed(HttpEvent.of("PUT", "/v1/me/journeys/{program}", "/v1/me/journeys/skin")
                .as("somebody")
                .at(Instant.parse("2026-03-24T08:00:00.100Z"))
                .withQuery("from", "a b")
                .withHeader("If-None-Match", "\"x\"")
                .withBody("{\"startedOn\": \"2026-03-17\"}"));

        assertThat(event.at("/version").textValue()).isEqualTo("2.0");
        assertThat(event.at("/routeKey").textValue()).isEqualTo("PUT /v1/me/journeys/{program}");
        assertThat(event.at("/rawPath").textValue()).isEqualTo("/v1/me/journeys/skin");
        assertThat(event.at("/rawQueryString").textValue()).isEqualTo("from=a+b");
        assertThat(event.at("/queryStringParameters/from").textValue()).isEqualTo("a b");
        assertThat(event.at("/pathParameters/program").textValue()).isEqualTo("skin");
        assertThat(event.at("/headers/if-none-match").textValue()).isEqualTo("\"x\"");
        assertThat(event.at("/body").textValue()).isEqualTo("{\"startedOn\": \"2026-03-17\"}");
        assertThat(event.at("/requestContext/authorizer/jwt/claims/sub").textValue())
                .isEqualTo("somebody");
        assertThat(event.at("/requestContext/authorizer/jwt/scopes/0").textValue())
                .isEqualTo("cairn/member");
        assertThat(event.at("/requestContext/http/method").textValue()).isEqualTo("PUT");
        assertThat(event.at("/requestContext/timeEpoch").longValue()).isEqualTo(1_774_339_200_100L);
        assertThat(event.at("/requestContext/time").textValue()).isEqualTo("24/Mar/2026:08:00:00 +0000");
    }

    @Test
    void ofNobodyHasNoAuthorizer() throws JsonProcessingException {
        JsonNode event = parsed(HttpEvent.of("GET", "/v1/me/due", "/v1/me/due"));

        assertThat(event.at("/requestContext/authorizer").isMissingNode()).isTrue();
        assertThat(event.at("/body").isMissingNode()).isTrue();
        assertThat(event.at("/pathParameters").isMissingNode()).isTrue();
    }

    @Test
    void refusesAPathThatIsNotOnItsRoute() {
        assertThatIllegalArgumentException().isThrownBy(() -> HttpEvent.of("GET", "/v1/me/{x}", "/v1/you/1"));
    }

    private static JsonNode parsed(HttpEvent event) throws JsonProcessingException {
        return new ObjectMapper().readTree(event.json());
    }
}
