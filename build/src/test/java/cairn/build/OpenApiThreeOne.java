package cairn.build;

import static cairn.build.ApiPublication.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// An OpenAPI 3.0 document as 3.1: what differs is how schemas say "or null" and give examples.
///
/// https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
final class OpenApiThreeOne {
    /// Keywords whose value is a schema, a list of schemas, or schemas by name.
    private static final Set<String> SCHEMA = Set.of("items", "additionalProperties", "not");

    private static final Set<String> SCHEMAS = Set.of("allOf", "oneOf", "anyOf");
    private static final Set<String> NAMED_SCHEMAS = Set.of("properties");

    private OpenApiThreeOne() {}

    static Map<String, Object> of(Map<String, Object> threeZero) {
        Map<String, Object> document = object(outsideSchemas(threeZero));
        document.put("openapi", "3.1.1");
        document.put("info", identified(object(document.get("info"))));
        document.computeIfPresent("components", (_, components) -> {
            Map<String, Object> copy = object(components);
            copy.computeIfPresent("schemas", (_, schemas) -> each(schemas, OpenApiThreeOne::schema));
            return copy;
        });
        return document;
    }

    /// A licence has a name of its own, by which its address is known.
    private static Map<String, Object> identified(Map<String, Object> info) {
        info.computeIfPresent("license", (_, license) -> {
            Map<String, Object> copy = object(license);
            copy.remove("url");
            copy.put("identifier", copy.get("name"));
            return copy;
        });
        return info;
    }

    private static Object outsideSchemas(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(OpenApiThreeOne::outsideSchemas).toList();
        }
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        Map<String, Object> copy = object(value);
        copy.replaceAll((key, inner) -> switch (key) {
            case "schema" -> schema(inner);
            // Of a component: these are bodies, in which nothing is a keyword. Or schemas, which come after.
            case "examples", "schemas" -> inner;
            default -> outsideSchemas(inner);
        });
        return copy;
    }

    private static Object schema(Object value) {
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        object(value).forEach((keyword, inner) -> {
            if (keyword.equals("example")) {
                schema.put("examples", List.of(inner));
            } else if (NAMED_SCHEMAS.contains(keyword)) {
                schema.put(keyword, each(inner, OpenApiThreeOne::schema));
            } else if (SCHEMAS.contains(keyword)) {
                schema.put(
                        keyword,
                        ((List<?>) inner).stream().map(OpenApiThreeOne::schema).toList());
            } else if (SCHEMA.contains(keyword)) {
                schema.put(keyword, schema(inner));
            } else {
                schema.put(keyword, inner);
            }
        });
        if (Boolean.TRUE.equals(schema.remove("nullable"))) {
            schema.put("type", List.of(schema.get("type"), "null"));
            schema.computeIfPresent("enum", (_, values) -> {
                List<Object> withNull = new ArrayList<>((List<?>) values);
                withNull.add(null);
                return withNull;
            });
        }
        return schema;
    }

    private static Map<String, Object> each(Object named, UnaryOperator<Object> change) {
        Map<String, Object> copy = object(named);
        copy.replaceAll((_, inner) -> change.apply(inner));
        return copy;
    }
}
