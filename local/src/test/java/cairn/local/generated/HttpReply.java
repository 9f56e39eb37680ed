package cairn.local.generated;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Map;

/// What came back.
///
/// @param headers by lower-case name
/// @param body    empty if there was none
record HttpReply(int status, Map<String, String> headers, String body) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    HttpReply {
        headers = Map.copyOf(headers);
    }

    JsonNode json() {
        return json(body);
    }

    /// Missing if it is no JSON.
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
