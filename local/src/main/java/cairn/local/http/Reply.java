package cairn.local.http;

import cairn.local.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A reply as it goes out.
///
/// @param status HTTP's
/// @param headers by lower-case name
/// @param body empty if there is none
record Reply(int status, Map<String, List<String>> headers, Bytes body) {
    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, String json) {
        return new Reply(status, Map.of("content-type", List.of("application/json")), Bytes.ofText(json));
    }

    /// A whole list, new every time: `{"items": […]}`.
    static Reply items(List<JsonNode> items) {
        ObjectNode json = Json.object();
        json.putArray("items").addAll(items);
        return json(200, Json.text(json)).with("cache-control", "no-store");
    }

    /// The gateway's own form: `{"message": …}`.
    static Reply message(int status, String message) {
        return json(status, Json.object().put("message", message).toString());
    }

    Reply with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, List.of(value));
        return new Reply(status, more, body);
    }

    Reply without(String prefix) {
        var fewer = new TreeMap<>(headers);
        fewer.keySet().removeIf(name -> name.startsWith(prefix));
        return new Reply(status, fewer, body);
    }
}
