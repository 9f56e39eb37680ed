package cairn.local.generated;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/// A request as API Gateway hands it to a function (payload 2.0): the path decoded, equal parameters joined by commas,
/// a body that is no JSON by its type, or no UTF-8, as Base64. Whatever was percent-encoded has been through UTF-8, so
/// there is no half of a surrogate pair in it.
final class GatewayEvent {
    private GatewayEvent() {}

    static byte[] of(Call call, String subject, Instant now) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "2.0").put("routeKey", call.operation().key());
        event.put("rawPath", call.encodedPath()).put("rawQueryString", call.encodedQuery());
        ObjectNode headers = event.putObject("headers").put("host", "api.example");
        call.headers().forEach((name, value) -> headers.put(name, decoded(value)));
        if (!call.query().isEmpty()) {
            ObjectNode query = event.putObject("queryStringParameters");
            call.query().forEach(pair -> query.put(decoded(pair.getKey()), joined(query, pair)));
        }
        if (!call.path().isEmpty()) {
            ObjectNode path = event.putObject("pathParameters");
            call.path().forEach((name, value) -> path.put(name, decoded(value)));
        }
        context(call, subject, now, event.putObject("requestContext"));
        boolean text = call.charset().equals(StandardCharsets.UTF_8)
                && call.headers().getOrDefault("content-type", "").startsWith("application/json");
        if (call.body() != null) {
            event.put("body", text ? call.body() : Base64.getEncoder().encodeToString(call.bytes()));
        }
        event.put("isBase64Encoded", call.body() != null && !text);
        return BodyMutations.write(event).getBytes(StandardCharsets.UTF_8);
    }

    private static String joined(ObjectNode query, Map.Entry<String, String> pair) {
        String name = decoded(pair.getKey());
        String value = decoded(pair.getValue());
        return query.has(name) ? query.path(name).asText() + "," + value : value;
    }

    private static String decoded(String text) {
        return text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xfffd : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void context(Call call, String subject, Instant now, ObjectNode context) {
        context.put("accountId", "123456789012").put("apiId", "api-id");
        ObjectNode jwt = context.putObject("authorizer").putObject("jwt");
        jwt.putObject("claims").put("sub", subject).put("scope", "cairn/member");
        jwt.putArray("scopes").add("cairn/member");
        context.put("domainName", "api.example").put("domainPrefix", "api");
        context.putObject("http")
                .put("method", call.operation().method())
                .put("path", call.encodedPath())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "192.0.2.1")
                .put("userAgent", "generated");
        context.put("requestId", "request-id").put("routeKey", call.operation().key());
        context.put("stage", "$default").put("timeEpoch", now.toEpochMilli());
    }
}
