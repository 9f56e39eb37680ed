package cairn.testkit;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// What a function replied to an [HttpEvent], through its real entry: bytes in, bytes out, and both as [ApiContract]
/// has them.
///
/// @param headers by name, whatever its case
/// @param body    empty if there was none
public record HttpResult(int status, Map<String, String> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static HttpResult of(RequestStreamHandler function, HttpEvent event) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.json().getBytes(StandardCharsets.UTF_8)), output, new TestContext());
            JsonNode reply = JSON.readTree(output.toByteArray());
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            reply.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            HttpResult result = new HttpResult(
                    reply.path("statusCode").asInt(),
                    headers,
                    reply.path("body").asText(""));
            ApiContract.check(new Exchange(
                    event.method(), event.path(), event.body(), result.status(), result.headers(), result.body()));
            return result;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /// The last part of the problem's type: `closed`; empty if the reply is no problem.
    public String problem() {
        return json().path("type").asText("").replace("urn:cairn:problem:", "");
    }
}
