package cairn.local.template;

import cairn.local.json.Json;
import cairn.local.life.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a rule's target gets in place of the event: a template of JSON with EventBridge's own variables.
/// Where a text stands without quotes, they are added; an event is put as it is and never goes between quotes.
///
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
///
/// @param template JSON but for the variables, `<aws.events.event.json>`
public record InputTransformer(String template) {
    private static final Pattern VARIABLE = Pattern.compile("<([^<>]*)>");
    private static final Pattern QUOTE = Pattern.compile("(?<!\\\\)\"");

    /// @throws Refusal if there is a variable that one machine does not know, or what comes of it is not JSON
    public InputTransformer {
        ObjectNode example = Json.object();
        example.putObject("detail");
        try {
            Json.read(filled(template, values("arn:aws:events:r:a:rule/b/n", example, Instant.EPOCH)));
        } catch (IOException notJson) {
            throw new Refusal("This input template does not become JSON: " + template, notJson);
        }
    }

    /// @param rule its ARN
    /// @param takenInAt when the bus took it in, which the target gets to the second
    /// @return JSON
    public String input(String rule, JsonNode event, Instant takenInAt) {
        return filled(template, values(rule, event, takenInAt));
    }

    private static Map<String, JsonNode> values(String rule, JsonNode event, Instant takenInAt) {
        ObjectNode withoutDetail = event.deepCopy();
        withoutDetail.remove("detail");
        ObjectNode values = Json.object()
                .put("aws.events.rule-arn", rule)
                .put("aws.events.rule-name", rule.substring(rule.lastIndexOf('/') + 1))
                .put(
                        "aws.events.event.ingestion-time",
                        takenInAt.truncatedTo(ChronoUnit.SECONDS).toString());
        return Map.of(
                "aws.events.rule-arn", values.path("aws.events.rule-arn"),
                "aws.events.rule-name", values.path("aws.events.rule-name"),
                "aws.events.event.ingestion-time", values.path("aws.events.event.ingestion-time"),
                "aws.events.event", withoutDetail,
                "aws.events.event.json", event);
    }

    /// In one pass: what an event says is never taken for a variable.
    private static String filled(String template, Map<String, JsonNode> values) {
        return VARIABLE.matcher(template).replaceAll(found -> {
            JsonNode value = values.get(found.group(1));
            if (value == null) {
                throw new Refusal("One machine does not know " + found.group() + " in an input template.");
            }
            boolean quoted = QUOTE.matcher(template.substring(0, found.start()))
                                    .results()
                                    .count()
                            % 2
                    == 1;
            if (quoted && !value.isTextual()) {
                throw new Refusal(found.group() + " in an input template goes without quotes.");
            }
            return Matcher.quoteReplacement(quoted ? value.textValue() : Json.text(value));
        });
    }
}
