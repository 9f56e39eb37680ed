package cairn.local.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// JSON as trees, read strictly: one value, no key twice.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /// For numbers with exponents that a decimal cannot hold: they become infinite or zero.
    private static final JsonMapper IN_DOUBLES = MAPPER.rebuild()
            .disable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /// An empty one.
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// An empty one.
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /// Writes a tree in ASCII. Half of a surrogate pair is an escape in it, as it was sent: in UTF-8 it would
    /// become a question mark, or an exception.
    public static String text(JsonNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// Numbers are kept as they were sent, up to exponents of nine digits.
    ///
    /// @throws IOException if it is no JSON
    public static JsonNode read(String text) throws IOException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException | ArithmeticException | NumberFormatException noDecimals) {
            return IN_DOUBLES.readTree(text);
        }
    }

    /// What was said, as JSON where it is JSON, else as a text.
    public static JsonNode readOrQuote(String text) {
        try {
            JsonNode tree = read(text);
            return tree.isMissingNode() ? JsonNodeFactory.instance.textNode(text) : tree;
        } catch (IOException noJson) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    /// @param map of texts, numbers, truth values, lists and maps
    public static JsonNode of(Map<String, ?> map) {
        return MAPPER.valueToTree(map);
    }
}
