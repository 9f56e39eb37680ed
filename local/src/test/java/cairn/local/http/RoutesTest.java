package cairn.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.template.Api.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Routes routes = new Routes(List.of(
            route("GET", "/v1/{a}/{b}"),
            route("GET", "/v1/{a}/fixed"),
            route("GET", "/v1/me"),
            route("PUT", "/v1/me/check-ins/{id}/completion")));

    @Test
    void theMostLiteralRouteWins() {
        assertThat(key("GET", "/v1/me")).contains("GET /v1/me");
        assertThat(key("GET", "/v1/x/fixed")).contains("GET /v1/{a}/fixed");
        assertThat(key("GET", "/v1/x/y")).contains("GET /v1/{a}/{b}");
    }

    @Test
    void parametersAreTheSegmentsInTheirPlaces() {
        assertThat(routes.find("PUT", "/v1/me/check-ins/a b~1/completion"))
                .map(Routes.Match::parameters)
                .contains(Map.of("id", "a b~1"));
    }

    @Test
    void anotherMethodOrPathHasNoRoute() {
        assertThat(key("POST", "/v1/me")).isEmpty();
        assertThat(key("GET", "/v1/me/")).isEmpty();
        assertThat(key("GET", "/v1")).isEmpty();
        assertThat(key("GET", "/v1/ME")).isEmpty();
        assertThat(key("PUT", "/v1/me/check-ins//completion")).isEmpty();
    }

    private Optional<String> key(String method, String path) {
        return routes.find(method, path).map(match -> match.route().key());
    }

    private static Route route(String method, String path) {
        return new Route(method, path, "function", Duration.ofSeconds(1), Optional.empty());
    }
}
