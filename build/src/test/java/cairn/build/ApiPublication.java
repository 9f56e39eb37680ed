package cairn.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The step from the template to the documents in `docs/api/`: what is CloudFormation's and the gateway's own is left
/// out, parameters have their defaults, and examples, which the template holds as text, are JSON.
final class ApiPublication {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DefaultIndenter INDENTED = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(INDENTED).withArrayIndenter(INDENTED));
    /// In the place of a parameter that every deployment gives itself.
    private static final Map<String, String> GIVEN = Map.of("Issuer", "https://issuer.example.com");

    private final Template template;

    ApiPublication(Template template) {
        this.template = template;
    }

    /// OpenAPI 3.0, as API Gateway imports it: what generators of clients read best.
    Map<String, Object> threeZero() {
        Node body = template.properties("Api").at("DefinitionBody");
        return object(plain(Objects.requireNonNull(body.value())));
    }

    /// OpenAPI 3.1: the same, with schemas that are JSON Schema 2020-12.
    Map<String, Object> threeOne() {
        return OpenApiThreeOne.of(threeZero());
    }

    static String text(Map<String, Object> document) {
        try {
            return WRITER.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(this::plain).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.get("Ref") instanceof String parameter) {
            return parameter(parameter);
        }
        if (map.get("Fn::Sub") instanceof String text) {
            return GIVEN.entrySet().stream()
                    .reduce(
                            text,
                            (done, given) -> done.replace("${" + given.getKey() + "}", given.getValue()),
                            (one, _) -> one);
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, inner) -> {
            if (!key.toString().startsWith("x-amazon-")) {
                copy.put(key.toString(), plain(inner));
            }
        });
        if (copy.get("examples") instanceof Map<?, ?> examples) {
            copy.put("examples", parsed(object(examples)));
        }
        return copy;
    }

    private String parameter(String name) {
        Node standard = template.section("Parameters").at(name, "Default");
        return standard.exists() ? standard.text() : Objects.requireNonNull(GIVEN.get(name));
    }

    private static Map<String, Object> parsed(Map<String, Object> examples) {
        Map<String, Object> parsed = new LinkedHashMap<>();
        examples.forEach((name, example) -> {
            Map<String, Object> copy = object(example);
            copy.computeIfPresent("value", (_, text) -> read(text.toString()));
            parsed.put(name, copy);
        });
        return parsed;
    }

    private static Object read(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("an example is no JSON: " + json, unreadable);
        }
    }

    /// A copy of an object of the document.
    static Map<String, Object> object(Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, inner) -> copy.put(key.toString(), inner));
        return copy;
    }
}
