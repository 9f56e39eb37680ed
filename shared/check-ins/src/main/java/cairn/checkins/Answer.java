package cairn.checkins;

import java.math.BigDecimal;
import java.util.List;

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

    /// The ids of the options chosen, in the order given.
    record Selection(List<String> options) implements Answer {
        public Selection {
            options = List.copyOf(options);
        }
    }

    /// To a yes/no question.
    record YesNo(boolean value) implements Answer {}
}
