package cairn.local.http;

import cairn.local.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// The JSON object in a request's body.
///
/// @param object its members
record JsonBody(JsonNode object) {
    /// @throws BadInput if there is none, or it is sent as something else: a form of another site can send
    ///     text, not JSON
    static JsonBody of(Request request) {
        String type = request.header("content-type").orElse("");
        if (!type.matches("(?i)application/json\\s*(;.*)?")) {
            throw new BadInput(415, "The content type is to be application/json.");
        }
        if (!request.body().isUtf8()) {
            throw new BadInput(400, "The body is not UTF-8.");
        }
        try {
            JsonNode tree = Json.read(request.body().text());
            if (tree.isObject()) {
                return new JsonBody(tree);
            }
        } catch (IOException malformed) {
            throw new BadInput(400, "The body is not JSON, or has a key twice.");
        }
        throw new BadInput(400, "The body is to be a JSON object.");
    }

    void refuseAllBut(Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new BadInput(400, "/" + name + " is not known; these are: " + known + ".");
            }
        });
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> new BadInput(400, "/" + name + " is missing."));
    }

    Optional<String> optionalText(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new BadInput(400, "/" + name + " is to be a text that is not empty.");
        }
        return Optional.of(value.textValue());
    }
}
