package cairn.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The files for browsers, beside the API on one port.
class PagesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path root;

    private static LocalDeployment deployment;

    @BeforeAll
    static void start() throws IOException {
        TestProject.in(root);
        Files.writeString(
                root.resolve("template.yaml"),
                TestProject.template().replace("/v1/echo/fixed:", "/cairn-client.d.ts:"));
        deployment = LocalDeployment.start(TestProject.settings(root));
    }

    @AfterAll
    static void stop() {
        deployment.close();
        HTTP.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/cairn-check-in.js, text/javascript; charset=utf-8, customElements.define",
        "/cairn-client.js, text/javascript; charset=utf-8, If-None-Match",
        "/cairn-check-in.d.ts, text/plain; charset=utf-8, HTMLElementTagNameMap",
        "/folder/inside.html, text/html; charset=utf-8, inside",
        "/demo.html, text/html; charset=utf-8, <cairn-check-in base-url=\"/\">",
    })
    void aPageIsServedAsWhatItIs(String path, String type, String content) throws Exception {
        var reply = send(get(path));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("content-type")).contains(type);
        assertThat(reply.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(reply.body()).contains(content);
    }

    @Test
    void whoHasItAlreadyIsToldSoAndAsksEachTime() throws Exception {
        var first = send(get("/cairn-check-in.js"));
        String tag = first.headers().firstValue("etag").orElseThrow();

        assertThat(first.headers().firstValue("cache-control")).contains("no-cache");
        var second = send(get("/cairn-check-in.js").header("If-None-Match", tag));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(send(get("/cairn-client.js").header("If-None-Match", tag)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void headSaysWhatGetWouldWithoutTheContent() throws Exception {
        var reply = send(get("/demo.html").method("HEAD", BodyPublishers.noBody()));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void pagesAreOnlyRead(String method) throws Exception {
        var reply = send(get("/demo.html").method(method, BodyPublishers.ofString("x")));

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../outside.html",
                "/folder/../../outside.html",
                "/..%2foutside.html",
                "/folder/",
                "/../../cairn/local/Main.class",
                "/..%2f..%2fcairn/local/Main.class",
                "/%2e%2e/MANIFEST.MF",
                "/x/../demo.html",
                "//demo.html",
                "/demo.html/",
                "/demo.html%00",
                "/.hidden.html",
                "/nothing.html",
                "/demo",
                "/META-INF/MANIFEST.MF",
                "/v1/demo.html",
                "/v1/nothing",
            })
    void whatIsNoPageIsStillTheGateways(String path) throws Exception {
        assertThat(RawHttp.statusLine(deployment.address(), "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"))
                .contains(" 404 ");
    }

    @Test
    void whatTheTemplateHasARouteForIsNoPage() throws Exception {
        assertThat(send(get("/cairn-client.d.ts")).statusCode()).isEqualTo(401);
    }

    @Test
    void aModuleMayBeLoadedByAPageOfAnotherOrigin() throws Exception {
        var reply = send(get("/cairn-check-in.js").header("Origin", "http://localhost:5173"));

        assertThat(reply.headers().firstValue("access-control-allow-origin")).contains("*");
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(deployment.address() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
