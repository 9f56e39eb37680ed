package cairn.local.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What answers mean (semantics 7): choices are a set, 3 is 3.0, and what is null or empty is not answered.
final class Meaning {
    private Meaning() {}

    static Map<String, String> of(JsonNode answers) {
        Map<String, String> meaning = new TreeMap<>();
        answers.properties().forEach(answer -> {
            String value = value(answer.getValue());
            if (!value.isEmpty()) {
                meaning.put(answer.getKey(), value);
            }
        });
        return meaning;
    }

    private static String value(JsonNode answer) {
        return switch (answer.getNodeType()) {
            case NUMBER ->
                "number "
                        + answer.decimalValue()
                                .stripTrailingZeros()
                                .add(BigDecimal.ZERO)
                                .stripTrailingZeros();
            case STRING -> answer.asText().isEmpty() ? "" : "text " + answer.asText();
            case BOOLEAN -> answer.toString();
            case ARRAY -> {
                TreeSet<String> choices = new TreeSet<>();
                answer.forEach(choice -> choices.add(choice.asText()));
                yield choices.isEmpty() ? "" : choices.toString();
            }
            default -> "";
        };
    }
}
