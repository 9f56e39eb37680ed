package cairn.lambda;

import cairn.timeline.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What no value in JSON may be, whatever field it stands in.
final class JsonLimits {
    /// Said of a text, or of a name.
    static final String NOT_UNICODE = "contains a lone surrogate, which is not Unicode";

    private static final int MOST_DIGITS = 38;
    private static final int LARGEST_EXPONENT = 400;
    /// Arithmetic on an exponent of this size neither overflows nor costs more than reading the number did.
    private static final int HARMLESS_EXPONENT = 10_000;

    private static final String OUT_OF_RANGE = "is out of range: a number has at most " + MOST_DIGITS
            + " significant digits, times a power of ten from -" + LARGEST_EXPONENT + " to " + LARGEST_EXPONENT;

    private JsonLimits() {}

    /// Whether the text can be written as UTF-8, and so be stored and sent back as it is. JSON can escape
    /// lone surrogates, which cannot (RFC 8259, section 8.2).
    static boolean isUnicode(String text) {
        return text.codePoints()
                .noneMatch(point -> Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE);
    }

    /// Every double is a number here, however it is printed.
    static boolean isNumber(BigDecimal number) {
        return Math.abs((long) number.scale()) <= HARMLESS_EXPONENT && isInRange(number.stripTrailingZeros());
    }

    private static boolean isInRange(BigDecimal stripped) {
        return stripped.precision() <= MOST_DIGITS && Math.abs(stripped.scale()) <= LARGEST_EXPONENT;
    }

    /// Whether the value is a text that is not Unicode, or an array that has one.
    static Optional<Fault> textFault(JsonNode node) {
        return fault(node, value -> value.isTextual() && !isUnicode(value.textValue()), NOT_UNICODE);
    }

    /// Whether it is a number out of range likewise.
    static Optional<Fault> numberFault(JsonNode node) {
        return fault(node, value -> value.isNumber() && !isNumber(value.decimalValue()), OUT_OF_RANGE);
    }

    /// Points to the element that is wrong, where the value is an array.
    private static Optional<Fault> fault(JsonNode node, Predicate<JsonNode> isWrong, String message) {
        if (!node.isArray()) {
            return isWrong.test(node) ? Optional.of(new Fault("", message)) : Optional.empty();
        }
        return IntStream.range(0, node.size())
                .boxed()
                .flatMap(i -> fault(node.get(i), isWrong, message).map(fault -> fault.under("/" + i)).stream())
                .findFirst();
    }
}
