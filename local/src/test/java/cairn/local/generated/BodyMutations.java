package cairn.local.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Takes a valid body and spoils it: one value, one name, or its text.
///
/// @param canary goes into every name and text that is made up
record BodyMutations(String canary, Random random) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper PLAIN = new JsonMapper();
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final int LARGEST_BODY = 16 * 1024;
    private static final List<String> WRONG_BYTES =
            List.of("\u00e9", "\u00c0\u00af", "\u00ed\u00a0\u00bd", "\u00f0\u009f\u0098", "\u00ff\u00fe", "\u0080");

    /// A field of an object somewhere in the body.
    private record Place(ObjectNode object, String name) {}

    /// What was made of it.
    ///
    /// @param kind what was done
    /// @param text the body
    /// @param wrongBytes whether its characters are the bytes, as in Latin 1
    record Spoiled(String kind, String text, boolean wrongBytes) {}

    Spoiled spoil(JsonNode body) {
        return random.nextInt(10) < 7 ? value(body) : text(write(body));
    }

    static String write(JsonNode body) {
        try {
            return ASCII.writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String plain(JsonNode body) {
        try {
            return PLAIN.writeValueAsString(body);
        } catch (JsonProcessingException aLoneSurrogate) {
            return write(body);
        }
    }

    private Spoiled value(JsonNode valid) {
        if (!(valid.deepCopy() instanceof ObjectNode body)) {
            return text(write(valid));
        }
        List<Place> places = new ArrayList<>();
        collect(body, places);
        Place place = places.isEmpty() ? new Place(body, canary) : Odd.any(places, random);
        String kind = spoil(place);
        return new Spoiled(kind, random.nextBoolean() ? write(body) : plain(body), false);
    }

    private String spoil(Place place) {
        ObjectNode object = place.object();
        String name = place.name();
        return switch (random.nextInt(11)) {
            case 0 -> {
                object.set(name, Odd.ofAnotherType(random));
                yield "another type";
            }
            case 1 -> {
                object.remove(name);
                yield "a field missing";
            }
            case 2 -> {
                object.set(random.nextBoolean() ? canary : canary + Odd.text(random), Odd.ofAnotherType(random));
                yield "an unknown field";
            }
            case 3, 4 -> {
                object.put(name, Odd.text(random));
                yield "an odd text";
            }
            case 5 -> {
                object.put(name, Odd.literal(random));
                yield "an odd literal";
            }
            case 6, 7 -> {
                object.set(name, Odd.number(random));
                yield "an odd number";
            }
            case 8 -> {
                object.set(name, Odd.deep(random));
                yield "a deep value";
            }
            case 9 -> {
                object.put(name, Odd.longText(Odd.any(List.of(35, 256, 500, 1000, 15_000), random), random));
                yield "a long text";
            }
            default -> {
                JsonNode moved = object.remove(name);
                object.set(Odd.text(random), moved == null ? NODES.nullNode() : moved);
                yield "an odd name";
            }
        };
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                places.add(new Place(object, field.getKey()));
                collect(field.getValue(), places);
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> collect(element, places));
        }
    }

    private Spoiled text(String body) {
        return switch (random.nextInt(12)) {
            case 0 -> new Spoiled("cut off", body.substring(0, random.nextInt(body.length())), false);
            case 1 ->
                new Spoiled(
                        "something after it", body + Odd.any(List.of("{}", "x", ",", "\u0000", "]"), random), false);
            case 2 -> new Spoiled("a key twice", twice(body), false);
            case 3 -> new Spoiled("a comment", "/*" + canary + "*/" + body, false);
            case 4 -> new Spoiled("a mark at its beginning", "\ufeff" + body, false);
            case 5 -> new Spoiled("bytes that are no UTF-8", spliced(body, Odd.any(WRONG_BYTES, random)), true);
            case 6 -> new Spoiled("other quotes", body.replace('"', '\''), false);
            case 7 -> new Spoiled("blanks up to the limit", padded(body, LARGEST_BODY), false);
            case 8 -> new Spoiled("more than the limit", padded(body, LARGEST_BODY + 1), false);
            case 9 -> new Spoiled("no object", write(Odd.ofAnotherType(random)), false);
            case 10 -> new Spoiled("raw control characters", body.replace(":", ":\u0001"), false);
            default -> new Spoiled("raw control characters in texts", body.replace("\":\"", "\":\"\u0000\n"), false);
        };
    }

    private String spliced(String body, String bytes) {
        int quote = body.lastIndexOf('"');
        int at = quote > 0 && random.nextBoolean() ? quote : random.nextInt(body.length() + 1);
        return body.substring(0, at) + bytes + body.substring(at);
    }

    private static String twice(String body) {
        return body.startsWith("{\"")
                ? "{" + body.substring(1, body.length() - 1) + "," + body.substring(1)
                : body + body;
    }

    private static String padded(String body, int length) {
        return body + " ".repeat(Math.max(0, length - body.length()));
    }
}
