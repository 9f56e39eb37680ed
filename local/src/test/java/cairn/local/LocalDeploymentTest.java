package cairn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.local.life.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One running deployment, asked over real HTTP.
class LocalDeploymentTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path root;

    private static LocalDeployment deployment;

    @BeforeAll
    static void start() {
        deployment = LocalDeployment.start(TestProject.settings(TestProject.in(root)));
    }

    @AfterAll
    static void stop() {
        deployment.close();
        HTTP.close();
    }

    @Test
    void aRequestReachesTheFunctionAsAnEventAndItsReplyComesBack() throws Exception {
        var reply = send(get("/v1/echo/a%20b?x=1").header("Authorization", "Bearer " + token("ada")));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("content-type")).contains("application/json");
        JsonNode event = JSON.readTree(reply.body());
        assertThat(event.get("routeKey").textValue()).isEqualTo("GET /v1/echo/{thing}");
        assertThat(event.at("/pathParameters/thing").textValue()).isEqualTo("a b");
        assertThat(event.at("/queryStringParameters/x").textValue()).isEqualTo("1");
        assertThat(event.at("/requestContext/authorizer/jwt/claims/sub").textValue())
                .isEqualTo("ada");
    }

    @Test
    void theGatewayAnswersByItselfWhatNeverReachesAFunction() throws Exception {
        assertThat(brief(send(get("/v1/nothing")))).isEqualTo("404 {\"message\":\"Not Found\"}");
        assertThat(brief(send(get("/v1/echo").POST(BodyPublishers.noBody()))))
                .isEqualTo("404 {\"message\":\"Not Found\"}");
        assertThat(brief(send(get("/v1/echo")))).isEqualTo("401 {\"message\":\"Unauthorized\"}");
        assertThat(brief(send(get("/v1/echo").header("Authorization", "Bearer x"))))
                .isEqualTo("401 {\"message\":\"Unauthorized\"}");
        assertThat(brief(send(get("/v1/echo").header("Authorization", "Bearer " + token("ada", "other")))))
                .isEqualTo("403 {\"message\":\"Forbidden\"}");
        assertThat(brief(send(get("/v1/echo")
                        .header("Authorization", "Bearer " + token("ada"))
                        .PUT(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024 + 1])))))
                .isEqualTo("413 {\"message\":\"Request Entity Too Large\"}");
    }

    @Test
    void aFunctionThatFailsIsAnInternalServerErrorAndOneThatIsSlowIsUnavailable() throws Exception {
        for (String wish : new String[] {"throw", "garbage", "die"}) {
            assertThat(brief(wish(wish))).isEqualTo("500 {\"message\":\"Internal Server Error\"}");
        }
        assertThat(brief(send(get("/v1/hasty")
                        .method("GET", BodyPublishers.ofString("{\"do\":\"doze\"}"))
                        .header("Content-Type", "application/json"))))
                .isEqualTo("503 {\"message\":\"Service Unavailable\"}");
    }

    @Test
    void cookiesAndBareRepliesAreUnderstood() throws Exception {
        var cookies = wish("cookies");
        assertThat(cookies.statusCode()).isEqualTo(204);
        assertThat(cookies.headers().allValues("set-cookie")).containsExactlyInAnyOrder("a=1", "b=2");
        assertThat(cookies.headers().firstValue("x-one")).contains("1");
        assertThat(brief(wish("bare"))).isEqualTo("200 {\"bare\":true}");
    }

    @Test
    void aPreflightIsAnsweredForEveryPath() throws Exception {
        var reply = send(get("/v1/echo")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://other.example.com")
                .header("Access-Control-Request-Method", "PUT"));

        assertThat(reply.statusCode()).isEqualTo(204);
        assertThat(reply.headers().firstValue("access-control-allow-origin")).contains("https://other.example.com");
    }

    @Test
    void theFunctionsNowIsTheTravelledClocks() throws Exception {
        try {
            assertThat(send(json("/local/clock", "PUT", "{\"now\":\"2031-05-06T07:08:09Z\"}"))
                            .body())
                    .contains("\"now\":\"2031-05-06T07:08:", "\"travelled\":true");
            JsonNode event = JSON.readTree(send(get("/v1/echo").header("Authorization", "Bearer " + token("ada")))
                    .body());

            assertThat(Instant.ofEpochMilli(
                            event.at("/requestContext/timeEpoch").longValue()))
                    .isBetween(Instant.parse("2031-05-06T07:08:09Z"), Instant.parse("2031-05-06T07:10:00Z"));
            assertThat(event.at("/requestContext/time").textValue()).startsWith("06/May/2031:07:");
        } finally {
            assertThat(send(get("/local/clock").DELETE()).body()).contains("\"travelled\":false");
        }
        assertThat(send(get("/local/clock")).body()).contains("\"travelled\":false");
    }

    @Test
    void badInputUnderLocalIsAnsweredWithItsFault() throws Exception {
        assertThat(brief(send(json("/local/clock", "PUT", "{\"now\":\"tomorrow\"}"))))
                .isEqualTo("400 {\"message\":\"/now is to be an instant, such as 2026-03-24T08:00:00Z.\"}");
        assertThat(brief(send(json("/local/clock", "PUT", "{\"now\":\"1999-12-31T23:59:59Z\"}"))))
                .isEqualTo("400 {\"message\":\"/now is to be from 2000 to 2199.\"}");
        assertThat(brief(send(json("/local/tokens", "POST", "{}"))))
                .isEqualTo("400 {\"message\":\"/sub is missing.\"}");
        assertThat(send(json("/local/tokens", "POST", "{\"sub\":1}")).statusCode())
                .isEqualTo(400);
        assertThat(send(json("/local/tokens", "POST", "{\"sub\":\"a\\ud800\"}")).statusCode())
                .isEqualTo(400);
        assertThat(send(json("/local/tokens", "POST", "{\"sub\":\"a\",\"role\":\"b\"}"))
                        .body())
                .startsWith("{\"message\":\"/role is not known");
        assertThat(send(json("/local/tokens", "POST", "{\"sub\":\"a\",\"sub\":\"b\"}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(json("/local/tokens", "POST", "[]")).statusCode()).isEqualTo(400);
        assertThat(send(get("/local/tokens").POST(BodyPublishers.ofString("{\"sub\":\"a\"}")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(get("/local/nothing")).statusCode()).isEqualTo(404);
    }

    @Test
    void aPageFromElsewhereGetsNothingUnderLocal() throws Exception {
        assertThat(send(json("/local/tokens", "POST", "{\"sub\":\"a\"}").header("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(json("/local/tokens", "POST", "{\"sub\":\"a\"}").header("Origin", "null"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(RawHttp.statusLine(deployment.address(), "GET /local/clock HTTP/1.1\r\nHost: evil.example\r\n"))
                .contains(" 403 ");
        var own = deployment.address().toString();
        assertThat(send(json("/local/tokens", "POST", "{\"sub\":\"a\"}").header("Origin", own))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aPageOfThisMachineMayAskFromAnotherPort() throws Exception {
        var preflight = send(get("/local/tokens")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "http://localhost:5173")
                .header("Access-Control-Request-Method", "POST"));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("access-control-allow-headers"))
                .contains("content-type");

        var token = send(json("/local/tokens", "POST", "{\"sub\":\"a\"}").header("Origin", "http://localhost:5173"));
        assertThat(token.statusCode()).isEqualTo(201);
        assertThat(token.headers().firstValue("access-control-allow-origin")).contains("http://localhost:5173");
    }

    @Test
    void theIssuerPublishesItsConfigurationAndKeys() throws Exception {
        JsonNode configuration = JSON.readTree(
                send(get("/local/issuer/.well-known/openid-configuration")).body());
        assertThat(configuration.get("issuer").textValue()).isEqualTo(deployment.address() + "/local/issuer");

        URI keys = URI.create(configuration.get("jwks_uri").textValue());
        String published = HTTP.send(HttpRequest.newBuilder(keys).build(), BodyHandlers.ofString())
                .body();
        assertThat(published).contains("\"kty\":\"RSA\"").doesNotContain("\"d\":");
    }

    @Test
    void theWelcomeHasACommandThatWorks() throws Exception {
        String welcome = deployment.welcome(true);

        String token = welcome.replaceAll("(?s).*Bearer ([^']+)'.*", "$1");
        assertThat(welcome).contains(deployment.address() + "/v1/echo", "in memory");
        assertThat(send(get("/v1/echo").header("Authorization", "Bearer " + token))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTemplateThatCannotBeHonouredLeavesNothingBehind(@TempDir Path elsewhere) throws IOException {
        TestProject.in(elsewhere);
        Files.writeString(
                elsewhere.resolve("template.yaml"), TestProject.template().replace("Timeout: 10", "Layers: [a]"));

        assertThatThrownBy(() -> LocalDeployment.start(TestProject.settings(elsewhere)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Layers");
    }

    @Test
    void aFunctionThatWasNotBuiltIsRefusedWithAnAdvice(@TempDir Path elsewhere) throws IOException {
        TestProject.in(elsewhere);
        Files.delete(elsewhere.resolve(TestProject.ARCHIVE));

        assertThatThrownBy(() -> LocalDeployment.start(TestProject.settings(elsewhere)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(TestProject.ARCHIVE)
                .hasMessageContaining("mvn package");
    }

    private static HttpResponse<String> wish(String wish) throws Exception {
        return send(
                json("/v1/echo", "PUT", "{\"do\":\"" + wish + "\"}").header("Authorization", "Bearer " + token("ada")));
    }

    private static String token(String subject) throws Exception {
        return issued("{\"sub\":\"" + subject + "\"}");
    }

    private static String token(String subject, String scope) throws Exception {
        return issued("{\"sub\":\"" + subject + "\",\"scope\":\"" + scope + "\"}");
    }

    private static String issued(String body) throws Exception {
        var reply = send(json("/local/tokens", "POST", body));
        assertThat(reply.statusCode()).isEqualTo(201);
        return JSON.readTree(reply.body()).at("/token").textValue();
    }

    private static HttpRequest.Builder json(String path, String method, String body) {
        return get(path).method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(deployment.address() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String brief(HttpResponse<String> reply) {
        return reply.statusCode() + " " + reply.body();
    }
}
