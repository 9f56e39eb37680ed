package cairn.lambda;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/// A sound program as an operator writes it, with a question of every kind; and changes to it.
final class TestDefinition {
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final String SOUND = """
        {"milestones": ["P7D", "P2W"], "cadences": {"weekly": "P1W"}, "plans": {"pro": "weekly", "paused": null},
         "window": "P5D", "announceAt": "09:00", "editedOn": "2026-11-22",
         "card": {
           "defaultLocale": "en", "title": {"en": "How?", "pt-BR": "Como?"}, "body": {"en": "So.", "pt-BR": "Assim."},
           "questions": [
             {"id": "irritation", "kind": "scale", "required": true, "min": 0, "max": 10,
              "text": {"en": "a", "pt-BR": "b"}},
             {"id": "load", "kind": "number", "required": false, "min": 0.5, "max": 300,
              "text": {"en": "a", "pt-BR": "b"}},
             {"id": "change", "kind": "choice", "required": true, "text": {"en": "a", "pt-BR": "b"},
              "choices": [{"id": "better", "text": {"en": "a", "pt-BR": "b"}},
                          {"id": "worse", "text": {"en": "a", "pt-BR": "b"}}]},
             {"id": "areas", "kind": "choices", "required": false, "atMost": 2, "text": {"en": "a", "pt-BR": "b"},
              "choices": [{"id": "nose", "text": {"en": "a", "pt-BR": "b"}},
                          {"id": "chin", "text": {"en": "a", "pt-BR": "b"}}]},
             {"id": "note", "kind": "text", "required": false, "maxLength": 500, "text": {"en": "a", "pt-BR": "b"}},
             {"id": "pain", "kind": "yes-no", "required": true, "text": {"en": "a", "pt-BR": "b"}}]}}\
        """;

    private final ObjectNode definition;

    private TestDefinition(ObjectNode definition) {
        this.definition = definition;
    }

    static TestDefinition sound() {
        return new TestDefinition((ObjectNode) tree(SOUND));
    }

    /// @param pointer of the field or element to set
    /// @param value   JSON
    TestDefinition with(String pointer, String value) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = definition.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), tree(value));
        } else {
            ((ArrayNode) parent).set(at.last().getMatchingIndex(), tree(value));
        }
        return this;
    }

    TestDefinition without(String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        ((ObjectNode) definition.at(at.head())).remove(at.last().getMatchingProperty());
        return this;
    }

    String text() {
        return definition.toString();
    }

    JsonBody body() {
        return JsonBody.parse(text());
    }

    private static JsonNode tree(String text) {
        try {
            return PLAIN.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
