package cairn.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.template.Api.Cors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {
    private static final Cors APP = new Cors(
            List.of("https://app"), List.of("GET", "PUT"), List.of("authorization"), List.of("etag"), 60, false);
    private static final Cors ANYONE = new Cors(List.of("*"), List.of("GET"), List.of(), List.of(), 0, true);
    private static final Reply REPLY = Reply.json(200, "{}").with("access-control-allow-origin", "the function's own");

    @Test
    void aPreflightOfAKnownOriginSaysWhatIsAllowed() {
        var crossOrigin = new CrossOrigin(Optional.of(APP));

        assertThat(crossOrigin.answers(preflight("https://app"))).isTrue();
        Reply reply = crossOrigin.preflight(preflight("https://app"));
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.headers())
                .isEqualTo(Map.of(
                        "access-control-allow-origin", List.of("https://app"),
                        "access-control-allow-methods", List.of("GET,PUT"),
                        "access-control-allow-headers", List.of("authorization"),
                        "access-control-max-age", List.of("60")));
    }

    @Test
    void aPreflightOfAnotherOriginSaysNothing() {
        Reply reply = new CrossOrigin(Optional.of(APP)).preflight(preflight("https://evil"));

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.headers()).isEmpty();
    }

    @Test
    void repliesCarryTheGatewaysHeadersAndNotTheFunctions() {
        var crossOrigin = new CrossOrigin(Optional.of(APP));

        assertThat(crossOrigin.allow(get("https://app"), REPLY).headers())
                .containsEntry("access-control-allow-origin", List.of("https://app"))
                .containsEntry("access-control-expose-headers", List.of("etag"));
        assertThat(crossOrigin.allow(get("https://evil"), REPLY).headers()).containsOnlyKeys("content-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5173", "http://127.0.0.1:8080", "http://[::1]:1", "http://localhost"})
    void pagesOfThisMachineMayReadRepliesWhateverTheirPort(String origin) {
        assertThat(new CrossOrigin(Optional.of(APP)).allow(get(origin), REPLY).headers())
                .containsEntry("access-control-allow-origin", List.of(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://localhost.evil",
                "http://localhost.evil:80",
                "http://127.0.0.1.evil",
                "http://evil/http://localhost",
                "http://127x0x0x1",
                "file://localhost"
            })
    void whatOnlyLooksLikeThisMachineIsElsewhere(String origin) {
        assertThat(CrossOrigin.isOfThisMachine(origin)).isFalse();
    }

    @Test
    void aStarIsForEveryone() {
        assertThat(new CrossOrigin(Optional.of(ANYONE))
                        .allow(get("https://who"), REPLY)
                        .headers())
                .containsEntry("access-control-allow-origin", List.of("*"))
                .containsEntry("access-control-allow-credentials", List.of("true"));
    }

    @Test
    void withoutSettingsItHasNoPart() {
        var none = new CrossOrigin(Optional.empty());

        assertThat(none.answers(preflight("https://app"))).isFalse();
        assertThat(none.allow(get("https://app"), REPLY)).isEqualTo(REPLY);
    }

    private static Request preflight(String origin) {
        return request("OPTIONS", Map.of("access-control-request-method", List.of("PUT")), origin);
    }

    private static Request get(String origin) {
        return request("GET", Map.of(), origin);
    }

    private static Request request(String method, Map<String, List<String>> headers, String origin) {
        var all = new TreeMap<>(headers);
        all.put("origin", List.of(origin));
        return new Request(method, "/v1/me", "", all, Bytes.NONE, "HTTP/1.1", "127.0.0.1");
    }
}
