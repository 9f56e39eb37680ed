package cairn.local.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Values that a schema takes, and that mean something to the person who sends them: their own ids, days around now.
///
/// @param document has what schemas refer to
/// @param now      the moment of the request
record ValidValues(ApiDocument document, Person person, Instant now, Random random) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
            "America/St_Johns",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "America/Los_Angeles",
            "Africa/Casablanca",
            "UTC");
    private static final List<String> LANGUAGES =
            List.of("de", "ja-JP, en;q=0.5", "ar", "fr, *;q=0.1", "en-US,en;q=0.9,de-DE;q=0.8", "de;q=0.1, ja;q=0.2");

    /// @param name  of the field or parameter
    JsonNode of(String name, JsonNode schema) {
        return switch (name) {
            case "program" -> NODES.textNode(one("skin", "skin", "strength"));
            case "plan" -> NODES.textNode(one("free", "pro", "pro", "paused"));
            case "run" -> NODES.numberNode(1 + random.nextInt(4));
            case "id" -> NODES.textNode(id());
            case "cursor" -> NODES.textNode(Person.one(person.cursors, "none", random));
            case "If-None-Match" -> NODES.textNode(Person.one(person.etags, "\"none\"", random));
            case "Accept-Language" -> NODES.textNode(Odd.any(LANGUAGES, random));
            case "timeZone" -> NODES.textNode(Odd.any(ZONES, random));
            case "locale" -> NODES.textNode(one("en", "de-DE", "pt-BR", "zh-Hant-TW", "ja"));
            case "memberId" -> NODES.textNode(person.subject);
            case "startedOn" -> day(-60, 2);
            case "from" -> day(-200, 1);
            case "to" -> day(0, 190);
            case "since" -> day(-300, 300);
            case "until" -> instant(1, 100 * 60);
            case "answeredAt", "changedAt" -> instant(-3 * 24 * 60, 0);
            case "effectiveAt" -> instant(-10 * 24 * 60, 60 * 24 * 60);
            case "answers" -> answers();
            default -> bySchema(name, document.resolved(schema));
        };
    }

    /// Of a card that is due, if there is one; else of any that was told.
    private String id() {
        String any = Person.one(person.ids, "MSNza2luIzEjZGF5LTc", random);
        return random.nextInt(4) == 0 ? any : Person.one(person.due, any, random);
    }

    private JsonNode bySchema(String name, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(name, schema);
            case "array" -> array(name, schema);
            case "integer", "number" -> number(schema);
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            default -> text(schema);
        };
    }

    private JsonNode object(String name, JsonNode schema) {
        if (name.equals("definition")) {
            return document.root()
                    .at("/components/examples/PreviewOfADefinition/value/definition")
                    .deepCopy();
        }
        ObjectNode object = NODES.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(field -> required.add(field.asText()));
        schema.path("properties").properties().forEach(field -> {
            if (required.contains(field.getKey()) || random.nextBoolean()) {
                object.set(field.getKey(), of(field.getKey(), field.getValue()));
            }
        });
        return schema.path("properties").has("definition") ? oneProgram(object) : object;
    }

    /// A preview names a program or brings a definition; both days or none; its first plan has no day.
    private ObjectNode oneProgram(ObjectNode preview) {
        preview.remove(random.nextInt(3) == 0 ? "program" : "definition");
        if (!preview.has("program") && !preview.has("definition")) {
            preview.put("program", "skin");
        }
        if (!preview.has("from") || !preview.has("to")) {
            preview.remove(List.of("from", "to"));
        }
        ArrayNode plans = preview.putArray("plans");
        plans.addObject().put("plan", "free");
        LocalDate since = today().minusDays(random.nextInt(400));
        for (int more = random.nextInt(4); more > 0; more--) {
            plans.addObject()
                    .put("plan", preview.has("definition") ? "paused" : "pro")
                    .put("since", since.toString());
            since = since.plusDays(random.nextInt(100));
        }
        return preview;
    }

    private ArrayNode array(String name, JsonNode schema) {
        ArrayNode array = NODES.arrayNode();
        int size = schema.path("minItems").asInt(0) + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            array.add(of(name + " item", schema.path("items")));
        }
        return array;
    }

    private JsonNode number(JsonNode schema) {
        long min = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(min + 100);
        return NODES.numberNode(random.nextInt(5) == 0 ? most : random.nextLong(min, most));
    }

    private JsonNode text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date" -> day(-100, 100);
            case "date-time" -> instant(-60 * 24 * 60, 60 * 24 * 60);
            default -> schema.has("examples") ? schema.path("examples").path(0) : NODES.textNode(person.canary("text"));
        };
    }

    /// To the questions of a card that the person has seen.
    private JsonNode answers() {
        ObjectNode answers = NODES.objectNode();
        if (!person.cards.isEmpty()) {
            List<String> programs = person.cards.keySet().stream().sorted().toList();
            for (JsonNode question : person.cards.getOrDefault(Odd.any(programs, random), NODES.arrayNode())) {
                if (question.path("required").asBoolean() || random.nextBoolean()) {
                    answers.set(question.path("id").asText(), answer(question));
                }
            }
        }
        return answers;
    }

    private JsonNode answer(JsonNode question) {
        int min = question.path("min").asInt();
        int max = question.path("max").asInt();
        return switch (question.path("kind").asText()) {
            case "scale" -> NODES.numberNode(min + random.nextInt(max - min + 1));
            case "number" -> NODES.numberNode(min + (max - min) * random.nextDouble());
            case "yes-no" -> NODES.booleanNode(random.nextBoolean());
            case "text" -> NODES.textNode(person.canary(one("fine", "ü😀\n", "e\u0301 \t", " ")));
            case "choice" -> choice(question);
            default -> NODES.arrayNode().add(choice(question));
        };
    }

    private JsonNode choice(JsonNode question) {
        JsonNode choices = question.path("choices");
        return choices.path(random.nextInt(choices.size())).path("id");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private JsonNode day(int earliest, int latest) {
        return NODES.textNode(
                today().plusDays(earliest + random.nextInt(latest - earliest)).toString());
    }

    private JsonNode instant(int earliestMinute, int latestMinute) {
        long seconds = 60L * earliestMinute + random.nextInt(60 * (latestMinute - earliestMinute));
        return NODES.textNode(now.plusSeconds(seconds).toString());
    }

    private String one(String... all) {
        return all[random.nextInt(all.length)];
    }
}
