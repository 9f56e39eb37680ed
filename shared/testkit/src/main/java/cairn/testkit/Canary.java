package cairn.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A word in every place in which a sender can put a name or a value, one at a time. Where it shows again, in a
/// log line or in the reason of a dead letter, something that was sent was quoted.
public final class Canary {
    /// It fits wherever a name of a program, a plan, a cadence or a field does.
    public static final String WORD = "canary";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Canary() {}

    /// The request with the word in its subject, route, path, query, headers and body.
    ///
    /// @param query names that the route knows
    public static List<HttpEvent> in(HttpEvent request, List<String> query) {
        List<HttpEvent> all = new ArrayList<>(List.of(
                request.as(WORD),
                request.withScope(WORD),
                request.withQuery(WORD, "1"),
                request.withHeader(WORD, "1"),
                routed(request, request.method(), request.path(), WORD),
                routed(request, WORD, request.path(), request.routeKey()),
                routed(request, request.method(), "/" + WORD, request.routeKey())));
        query.forEach(name -> all.add(request.withQuery(name, WORD)));
        for (String header :
                List.of("accept-language", "if-none-match", "content-type", "user-agent", "authorization", "cookie")) {
            all.add(request.withHeader(header, WORD));
        }
        for (String parameter : request.pathParameters().keySet()) {
            all.add(withPathParameter(request, parameter, WORD));
        }
        String body = request.body();
        all.add(request.withBody(WORD));
        all.add(request.withBody("{\"" + WORD + "\":" + WORD + "}"));
        if (body != null) {
            inJson(body).forEach(variant -> all.add(request.withBody(variant)));
        }
        return all;
    }

    public static HttpEvent withPathParameter(HttpEvent request, String name, String value) {
        Map<String, String> changed = new TreeMap<>(request.pathParameters());
        changed.put(name, value);
        return new HttpEvent(
                request.method(),
                request.path().replace(request.pathParameters().get(name), value),
                request.routeKey(),
                changed,
                request.query(),
                request.headers(),
                request.body(),
                request.sub(),
                request.scope(),
                request.timeEpoch());
    }

    private static HttpEvent routed(HttpEvent request, String method, String path, String routeKey) {
        return new HttpEvent(
                method,
                path,
                routeKey,
                request.pathParameters(),
                request.query(),
                request.headers(),
                request.body(),
                request.sub(),
                request.scope(),
                request.timeEpoch());
    }

    /// The document with the word as each value, as each name, and as one more field of each object, wherever they
    /// stand.
    public static List<String> inJson(String json) {
        JsonNode document = read(json);
        List<String> all = new ArrayList<>();
        change(document, () -> all.add(document.toString()));
        return all;
    }

    /// Makes each change in place, tells of it, and takes it back.
    private static void change(JsonNode node, Runnable changed) {
        switch (node) {
            case ObjectNode object -> changeObject(object, changed);
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    JsonNode before = array.get(i);
                    int index = i;
                    values().forEach(value -> {
                        array.set(index, value);
                        changed.run();
                    });
                    array.set(i, before);
                    change(before, changed);
                }
            }
            default -> {}
        }
    }

    private static void changeObject(ObjectNode object, Runnable changed) {
        object.put(WORD, WORD);
        changed.run();
        object.remove(WORD);
        for (String name : names(object)) {
            JsonNode before = object.get(name);
            values().forEach(value -> {
                object.set(name, value);
                changed.run();
            });
            object.remove(name);
            object.set(WORD, before);
            changed.run();
            object.remove(WORD);
            object.set(name, before);
            change(before, changed);
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<JsonNode> values() {
        return List.of(
                JSON.getNodeFactory().textNode(WORD),
                JSON.createObjectNode().put(WORD, WORD),
                JSON.createArrayNode().add(WORD));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
