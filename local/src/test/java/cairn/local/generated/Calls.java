package cairn.local.generated;

import cairn.local.generated.ApiDocument.Operation;
import cairn.local.generated.ApiDocument.Parameter;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes requests of the API's document: valid ones, and spoiled ones.
///
/// @param document the API's
record Calls(ApiDocument document, Random random) {

    /// As the document has it.
    Call valid(Operation operation, Person person, Instant now) {
        ValidValues values = new ValidValues(document, person, now, random);
        Map<String, String> path = new TreeMap<>();
        operation.in("path").forEach(parameter -> path.put(parameter.name(), text(values, parameter)));
        List<Map.Entry<String, String>> query = new ArrayList<>();
        operation
                .in("query")
                .filter(parameter -> !parameter.name().equals("cursor") || !person.cursors.isEmpty())
                .filter(_ -> random.nextInt(3) == 0)
                .forEach(parameter -> query.add(Map.entry(parameter.name(), text(values, parameter))));
        Map<String, String> headers = new TreeMap<>();
        operation
                .in("header")
                .filter(_ -> random.nextInt(4) == 0)
                .forEach(parameter -> headers.put(parameter.name().toLowerCase(Locale.ROOT), text(values, parameter)));
        String body = operation.hasBody() ? BodyMutations.write(values.of("body", operation.body())) : null;
        if (body != null) {
            headers.put("content-type", "application/json");
        }
        return new Call(operation, "valid", path, query, headers, body, StandardCharsets.UTF_8);
    }

    private static String text(ValidValues values, Parameter parameter) {
        return values.of(parameter.name(), parameter.schema()).asText();
    }

    /// A valid one with something wrong about it.
    ///
    /// @param number of this request, for what is made up in it
    Call spoiled(Call valid, Person person, Person other, int number) {
        String canary = person.canary(number + "x");
        int dice = random.nextInt(10);
        if (valid.operation().hasBody() && dice < 6) {
            return body(valid, canary);
        }
        return switch (dice % 5) {
            case 0 -> query(valid, canary);
            case 1 -> path(valid, canary);
            case 2 -> header(valid, canary);
            case 3 -> ofAnother(valid, other);
            default -> oddBody(valid, canary);
        };
    }

    private Call body(Call valid, String canary) {
        JsonNode body = HttpReply.json(valid.body() == null ? "{}" : valid.body());
        BodyMutations.Spoiled spoiled = new BodyMutations(canary, random).spoil(body);
        return spoiled.wrongBytes()
                ? valid.withBytes(spoiled.kind(), spoiled.text())
                : valid.with(spoiled.kind(), spoiled.text());
    }

    private Call query(Call valid, String canary) {
        List<Parameter> known = valid.operation().in("query").toList();
        String name = known.isEmpty() ? canary : Odd.any(known, random).name();
        return switch (random.nextInt(5)) {
            case 0 -> valid.withQuery("an unknown parameter", canary, "1");
            case 1 -> valid.withQuery("an odd parameter", canary + Odd.text(random), Odd.text(random));
            case 2 ->
                valid.withQuery("a parameter twice", name, Odd.literal(random))
                        .withQuery("a parameter twice", name, "1");
            case 3 -> valid.withQuery("a long parameter", name, Odd.longText(1000, random));
            default -> valid.withQuery("an odd parameter", name, Odd.text(random));
        };
    }

    private Call path(Call valid, String canary) {
        List<Parameter> known = valid.operation().in("path").toList();
        if (known.isEmpty()) {
            return query(valid, canary);
        }
        String name = Odd.any(known, random).name();
        String value = switch (random.nextInt(4)) {
            case 0 -> id("1#skin#1#" + Odd.text(random));
            case 1 ->
                id(Odd.any(
                        List.of(
                                "2#skin#1#day-7",
                                "0#skin#1#day-7",
                                "1#skin#0#day-7",
                                "1#skin#9999#day-7",
                                "999999999#skin#1#day-7",
                                "1#" + canary + "#1#day-7",
                                "1#skin#1#" + canary,
                                "1#skin#1#weekly-2199-12-31",
                                "1#skin#1#" + canary + "-2027-03-14",
                                "1#strength#1#quarterly-0000-01-01",
                                "1#skin#1#day-2147483648",
                                "1#skin#1#day-007"),
                        random));
            case 2 -> canary + Odd.text(random);
            default -> Odd.text(random);
        };
        // A part with a slash, or none at all, is another route's.
        String part = value.replace("/", "%2F");
        return valid.withPath("an odd part of the path", name, part.isEmpty() ? " " : part);
    }

    private static String id(String parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    private Call header(Call valid, String canary) {
        return switch (random.nextInt(5)) {
            case 0 -> valid.withHeader("an odd tag", "if-none-match", canary + Odd.text(random));
            case 1 ->
                valid.withHeader("any tag", "if-none-match", Odd.any(List.of("*", ",", "W/", "\"", ",,,*"), random));
            case 2 -> valid.withHeader("an odd language", "accept-language", Odd.text(random) + ", " + canary);
            case 3 ->
                valid.withHeader(
                        "many languages",
                        "accept-language",
                        Odd.any(List.of("zh-abc", "-abc", "de,", "*,", "a;q=0.1,"), random)
                                .repeat(1000));
            default ->
                valid.withHeader(
                        "an odd content type",
                        "content-type",
                        Odd.any(
                                List.of(
                                        "text/plain",
                                        "application/xml",
                                        "application/json; charset=utf-16",
                                        "x",
                                        canary,
                                        "application/octet-stream",
                                        "application/json;charset=" + canary),
                                random));
        };
    }

    /// What another person was told.
    private Call ofAnother(Call valid, Person other) {
        String id = Person.one(other.ids, "MSNza2luIzEjZGF5LTc", random);
        String cursor = Person.one(other.cursors, "none", random);
        if (valid.operation().path().contains("{id}")) {
            return valid.withPath("another's id", "id", id);
        }
        return random.nextBoolean()
                ? valid.withQuery("another's cursor", "cursor", cursor)
                : valid.withQuery("a forged cursor", "cursor", forged(cursor));
    }

    private String forged(String cursor) {
        int at = random.nextInt(cursor.length());
        return cursor.substring(0, at)
                + Odd.any(List.of("A", "_", "", "=", "é", "AA"), random)
                + cursor.substring(at + 1);
    }

    private Call oddBody(Call valid, String canary) {
        @Nullable
        String body = Odd.any(List.of("{}", "null", "{", "[]", "\"" + canary + "\"", " ", "1e99999999999"), random);
        return random.nextInt(4) == 0
                ? valid.with("no body", null)
                : valid.withHeader("", "content-type", "application/json").with("an odd body", body);
    }
}
