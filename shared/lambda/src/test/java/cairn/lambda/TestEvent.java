package cairn.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

/// An event as API Gateway sends it (HTTP API, payload format 2.0): that of `event.json`, of the member
/// `a-member`, with whatever a test changes in it.
final class TestEvent {
    /// In ASCII, so that a lone surrogate gets through.
    private static final ObjectMapper PLAIN =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final ObjectNode event;

    private TestEvent(ObjectNode event) {
        this.event = event;
    }

    /// @param routeKey `GET /v1/me/due`
    static TestEvent of(String routeKey) {
        try (InputStream text = Objects.requireNonNull(TestEvent.class.getResourceAsStream("/event.json"))) {
            TestEvent event = new TestEvent((ObjectNode) PLAIN.readTree(text));
            event.event.put("routeKey", routeKey);
            event.http().put("method", routeKey.substring(0, routeKey.indexOf(' ')));
            return event;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    TestEvent as(String subject) {
        event.withObject("/requestContext/authorizer/jwt/claims").put("sub", subject);
        return this;
    }

    /// @param pointer of the field that is not sent
    TestEvent without(String pointer) {
        int split = pointer.lastIndexOf('/');
        event.withObject(pointer.substring(0, split)).remove(pointer.substring(split + 1));
        return this;
    }

    TestEvent header(String name, String value) {
        event.withObject("/headers").put(name, value);
        return this;
    }

    TestEvent query(String name, String value) {
        event.withObject("/queryStringParameters").put(name, value);
        event.put("rawQueryString", event.get("rawQueryString").textValue() + "&" + name + "=" + value);
        return this;
    }

    TestEvent path(String name, String value) {
        event.withObject("/pathParameters").put(name, value);
        event.put("rawPath", "/v1/" + value);
        http().put("path", "/v1/" + value);
        return this;
    }

    TestEvent body(String body) {
        event.put("body", body);
        return this;
    }

    TestEvent base64Body(byte[] body) {
        event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
        return this;
    }

    TestEvent at(Instant now) {
        event.withObject("/requestContext").put("timeEpoch", now.toEpochMilli());
        return this;
    }

    private ObjectNode http() {
        return event.withObject("/requestContext/http");
    }

    /// In ASCII: half a surrogate pair has no UTF-8.
    String text() {
        try {
            return PLAIN.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(event);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
