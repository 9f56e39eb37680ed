package cairn.lambda;

import cairn.checkins.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Answers on the wire: an object from question ids to numbers, texts, arrays of texts, and booleans. A null is
/// no answer.
public final class AnswersJson {
    private AnswersJson() {}

    /// What is no answer is noted as a fault of `answers`.
    public static Map<String, Answer> read(JsonBody answers) {
        return answers.asMap(
                AnswersJson::isAnswer, "a number, a text, an array of texts, true or false", AnswersJson::answer);
    }

    public static Map<String, Object> write(Map<String, Answer> answers) {
        Map<String, Object> json = new TreeMap<>();
        answers.forEach((id, answer) -> json.put(id, value(answer)));
        return json;
    }

    private static boolean isAnswer(JsonNode node) {
        return node.isNumber() || node.isTextual() || node.isBoolean() || isTexts(node);
    }

    private static boolean isTexts(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode element : node) {
            if (!element.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private static Answer answer(JsonNode node) {
        if (node.isNumber()) {
            return new Answer.Quantity(node.decimalValue());
        }
        if (node.isTextual()) {
            return new Answer.Words(node.textValue());
        }
        if (node.isBoolean()) {
            return new Answer.YesNo(node.booleanValue());
        }
        List<String> options = new ArrayList<>();
        node.forEach(element -> options.add(element.textValue()));
        return new Answer.Selection(options);
    }

    private static Object value(Answer answer) {
        return switch (answer) {
            case Answer.Quantity(BigDecimal value) -> value;
            case Answer.Words(String value) -> value;
            case Answer.Selection(List<String> options) -> options;
            case Answer.YesNo(boolean value) -> value;
        };
    }
}
