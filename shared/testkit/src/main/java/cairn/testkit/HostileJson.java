package cairn.testkit;

import static org.junit.jupiter.api.Named.named;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/// Values that no reader of JSON here may take, and all places of a sound document to put them in.
public final class HostileJson {
    /// Stands in a document for the value to be put there.
    public static final String HOLE = "\"@hole@\"";

    private static final ObjectMapper JSON = new ObjectMapper();

    private HostileJson() {}

    /// What makes a document malformed, wherever it stands in the place of a number, a text or an object.
    public static Stream<Named<String>> unreadable() {
        return Stream.concat(
                Stream.of(
                                "1e99999999999",
                                "0e99999999999",
                                "1e-2147483648",
                                "0.0e-2147483647",
                                "10e2147483647",
                                "1e2147483647",
                                "-1e1000000000",
                                "1e-1000000000",
                                "1e401",
                                "1e-401",
                                "123456789012345678901234567890123456789",
                                "NaN",
                                "-Infinity",
                                "+1",
                                "01",
                                ".5",
                                "1.",
                                "0x10",
                                "\"\\x\"",
                                "\"\\u12\"",
                                "\"\n\"",
                                "\"",
                                "'x'",
                                "tru",
                                "{\"a\":1,\"a\":1}",
                                "\uFEFF1",
                                "[[[[[[[[[1]]]]]]]]]")
                        .map(value -> named(value, value)),
                Stream.of(
                        named("ten thousand digits", "1".repeat(10_000)),
                        named("ten thousand decimals", "0." + "1".repeat(10_000)),
                        named("a long number of digits that may be read", "1".repeat(999)),
                        named("seven thousand brackets", "[".repeat(7_000)),
                        named("a name of ten thousand letters", "{\"" + "n".repeat(10_000) + "\":1}")));
    }

    /// Texts that are not Unicode.
    public static Stream<String> notUnicode() {
        return Stream.of("\"\\ud83d\"", "\"good day \\ud83d\"", "\"\\udc00x\"", "\"\\udc00\\ud83d\"");
    }

    /// The document with a [#HOLE] in the place of each of its values that is no object or array, one after another.
    public static List<String> holes(String sound) {
        try {
            JsonNode document = JSON.readTree(sound);
            List<String> holes = new ArrayList<>();
            dig(document, document, holes);
            return holes;
        } catch (JsonProcessingException notSound) {
            throw new IllegalArgumentException(notSound);
        }
    }

    private static void dig(JsonNode document, JsonNode node, List<String> holes) {
        TextNode hole = TextNode.valueOf("@hole@");
        for (String name : node instanceof ObjectNode object ? names(object) : List.<String>of()) {
            JsonNode value = node.get(name);
            if (value.isValueNode()) {
                ((ObjectNode) node).set(name, hole);
                holes.add(document.toString());
                ((ObjectNode) node).set(name, value);
            }
            dig(document, value, holes);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            JsonNode value = node.get(i);
            if (value.isValueNode()) {
                ((ArrayNode) node).set(i, hole);
                holes.add(document.toString());
                ((ArrayNode) node).set(i, value);
            }
            dig(document, value, holes);
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
