package cairn.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTest {
    @Test
    void statusHeadersCookiesAndBodyAreTakenOver() {
        Reply reply = reply("""
            {"statusCode": 201, "headers": {"Content-Type": "application/json", "ETag": "\\"7\\"", "retry-after": 5},
             "cookies": ["a=1", "b=2"], "body": "{}"}
            """);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body().text()).isEqualTo("{}");
        assertThat(reply.headers())
                .containsEntry("content-type", List.of("application/json"))
                .containsEntry("etag", List.of("\"7\""))
                .containsEntry("retry-after", List.of("5"))
                .containsEntry("set-cookie", List.of("a=1", "b=2"))
                .hasSize(4);
    }

    @Test
    void anEncodedBodyIsDecoded() {
        assertThat(reply("{\"statusCode\":200,\"body\":\"YWJj\",\"isBase64Encoded\":true}")
                        .body()
                        .text())
                .isEqualTo("abc");
    }

    @Test
    void aReplyWithoutBodyOrTypeIsPlainAndEmpty() {
        Reply reply = reply("{\"statusCode\":304,\"body\":null}");

        assertThat(reply.body().length()).isZero();
        assertThat(reply.headers()).containsEntry("content-type", List.of("text/plain;charset=UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "\"text\"", "[1]", "null"})
    void withoutAStatusCodeTheWholeJsonIsTheBody(String payload) {
        Reply reply = reply(payload);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("content-type", List.of("application/json"));
        assertThat(reply.body().text()).isEqualTo(payload);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{\"statusCode\":\"many\"}",
                "{\"statusCode\":99}",
                "{\"statusCode\":200,\"body\":{}}",
                "{\"statusCode\":200,\"body\":\"!\",\"isBase64Encoded\":true}"
            })
    void anythingElseIsOfNoUse(String payload) {
        assertThat(Replies.of(payload)).isEmpty();
    }

    private static Reply reply(String payload) {
        return Replies.of(payload).orElseThrow();
    }
}
