package cairn.local.http;

import cairn.local.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a function wrote, as the reply that API Gateway makes of it.
///
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
final class Replies {
    private Replies() {}

    /// @return empty if the payload is none that API Gateway can use
    static Optional<Reply> of(String payload) {
        try {
            JsonNode tree = Json.read(payload);
            if (tree.isMissingNode()) {
                return Optional.empty();
            }
            // Without a status code, whatever JSON it is, is the body.
            return tree.has("statusCode")
                    ? explicit(tree)
                    : Optional.of(new Reply(200, contentType("application/json"), Bytes.ofText(payload)));
        } catch (IOException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<Reply> explicit(JsonNode tree) {
        JsonNode status = tree.get("statusCode");
        if (!status.canConvertToInt() || status.intValue() < 200 || status.intValue() > 599) {
            return Optional.empty();
        }
        Map<String, List<String>> headers = new TreeMap<>(contentType("text/plain;charset=UTF-8"));
        tree.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        List.of(header.getValue().asText())));
        List<String> cookies = new ArrayList<>();
        tree.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        if (!cookies.isEmpty()) {
            headers.put("set-cookie", cookies);
        }
        JsonNode body = tree.path("body");
        if (!body.isTextual() && !body.isNull() && !body.isMissingNode()) {
            return Optional.empty();
        }
        Bytes bytes = tree.path("isBase64Encoded").asBoolean()
                ? Bytes.ofBase64(body.asText(""))
                : Bytes.ofText(body.asText(""));
        return Optional.of(new Reply(status.intValue(), headers, bytes));
    }

    private static Map<String, List<String>> contentType(String type) {
        return Map.of("content-type", List.of(type));
    }
}
