package cairn.dynamodb;

import cairn.checkins.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Answers at rest: a map by question id, each answer in the type that DynamoDB has for its shape. A number
/// that DynamoDB cannot hold is the text of one, in a map of its own so that it is no answer in words.
final class AnswersConverter implements AttributeConverter<Map<String, Answer>> {
    private static final String NUMBER = "number";
    private static final int MOST_DIGITS = 38;
    private static final int SMALLEST_EXPONENT = -130;
    private static final int LARGEST_EXPONENT = 125;

    static final EnhancedType<Map<String, Answer>> TYPE = EnhancedType.mapOf(String.class, Answer.class);

    @Override
    public AttributeValue transformFrom(Map<String, Answer> answers) {
        Map<String, AttributeValue> values = new TreeMap<>();
        answers.forEach((question, answer) -> values.put(question, value(answer)));
        return AttributeValue.fromM(values);
    }

    @Override
    public Map<String, Answer> transformTo(AttributeValue value) {
        Map<String, Answer> answers = new TreeMap<>();
        value.m().forEach((question, answer) -> answers.put(question, answer(answer)));
        return answers;
    }

    private static AttributeValue value(Answer answer) {
        return switch (answer) {
            case Answer.Quantity(BigDecimal number) -> number(number);
            case Answer.Words(String words) -> AttributeValue.fromS(words);
            case Answer.Selection(List<String> options) ->
                AttributeValue.fromL(options.stream().map(AttributeValue::fromS).toList());
            case Answer.YesNo(boolean yes) -> AttributeValue.fromBool(yes);
        };
    }

    /// AWS: DynamoDB Developer Guide, "Naming rules and data types", Number: up to 38 digits, from 1E-130 to
    /// 9.99…E+125, positive or negative.
    private static AttributeValue number(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        boolean fits =
                number.precision() <= MOST_DIGITS && SMALLEST_EXPONENT <= exponent && exponent <= LARGEST_EXPONENT;
        return fits
                ? AttributeValue.fromN(number.toPlainString())
                : AttributeValue.fromM(Map.of(NUMBER, AttributeValue.fromS(number.toString())));
    }

    private static Answer answer(AttributeValue value) {
        return switch (value.type()) {
            case N -> new Answer.Quantity(new BigDecimal(value.n()));
            case M ->
                new Answer.Quantity(new BigDecimal(
                        Objects.requireNonNull(value.m().get(NUMBER)).s()));
            case S -> new Answer.Words(value.s());
            case L ->
                new Answer.Selection(value.l().stream().map(AttributeValue::s).toList());
            case BOOL -> new Answer.YesNo(value.bool());
            default -> throw new IllegalStateException("no answer is stored as " + value.type());
        };
    }

    @Override
    public EnhancedType<Map<String, Answer>> type() {
        return TYPE;
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.M;
    }
}
