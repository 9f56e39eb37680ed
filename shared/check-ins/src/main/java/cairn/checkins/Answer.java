package cairn.checkins;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person said to one question, in the four shapes an answer can have on the wire and at rest.
public sealed interface Answer {

    /// To a scale or a number question. `7`, `7.0` and `7.00` are the same answer.
    record Quantity(BigDecimal value) implements Answer {
        public Quantity {
            value = value.stripTrailingZeros();
        }
    }

    /// To a text question, or the id of the one option chosen.
    record Words(String value) implements Answer {}

    /// The ids of the options chosen, in the order given. In another order they are the same answer.
    record Selection(List<String> options) implements Answer {
        public Selection {
            options = List.copyOf(options);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Selection(List<String> others)
                    && Set.copyOf(options).equals(Set.copyOf(others));
        }

        @Override
        public int hashCode() {
            return Set.copyOf(options).hashCode();
        }
    }

    /// To a yes/no question.
    record YesNo(boolean value) implements Answer {}

    /// Whether it says anything. An empty text and an empty choice do not: they are the same as no answer
    /// (semantics 7).
    default boolean isGiven() {
        return switch (this) {
            case Words(String value) -> !value.isEmpty();
            case Selection(List<String> options) -> !options.isEmpty();
            case Quantity _, YesNo _ -> true;
        };
    }

    /// Those answers that are given, so that two maps are equal when they mean the same.
    static Map<String, Answer> given(Map<String, Answer> answers) {
        Map<String, Answer> given = new HashMap<>(answers);
        given.values().removeIf(answer -> !answer.isGiven());
        return Map.copyOf(given);
    }
}
