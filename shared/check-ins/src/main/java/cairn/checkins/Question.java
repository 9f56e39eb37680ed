package cairn.checkins;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One question on a card. Each kind says itself which answers it takes.
public sealed interface Question {

    String id();

    Localized text();

    boolean required();

    /// What would be right instead of `answer`, or empty if it is fine.
    Optional<String> objectionTo(Answer answer);

    /// One of the things to choose from.
    record Option(String id, Localized text) {}

    /// A whole number from `min` to `max`.
    record Scale(String id, Localized text, boolean required, int min, int max) implements Question {
        @Override
        public Optional<String> objectionTo(Answer answer) {
            boolean fits = answer instanceof Answer.Quantity(BigDecimal value)
                    && value.scale() <= 0
                    && isBetween(value, BigDecimal.valueOf(min), BigDecimal.valueOf(max));
            return objection(fits, "a whole number from " + min + " to " + max);
        }
    }

    /// A number from `min` to `max`.
    record Numeric(String id, Localized text, boolean required, BigDecimal min, BigDecimal max) implements Question {
        @Override
        public Optional<String> objectionTo(Answer answer) {
            boolean fits = answer instanceof Answer.Quantity(BigDecimal value) && isBetween(value, min, max);
            return objection(fits, "a number from " + min.toPlainString() + " to " + max.toPlainString());
        }
    }

    /// Exactly one of the options, by its id.
    record Choice(String id, Localized text, boolean required, List<Option> choices) implements Question {
        public Choice {
            choices = List.copyOf(choices);
        }

        @Override
        public Optional<String> objectionTo(Answer answer) {
            boolean fits = answer instanceof Answer.Words(String chosen)
                    && ids(choices).contains(chosen);
            return objection(fits, "one of " + ids(choices));
        }
    }

    /// Up to `atMost` different options, by their ids.
    record Choices(String id, Localized text, boolean required, List<Option> choices, int atMost) implements Question {
        public Choices {
            choices = List.copyOf(choices);
        }

        @Override
        public Optional<String> objectionTo(Answer answer) {
            boolean fits = answer instanceof Answer.Selection(List<String> chosen)
                    && ids(choices).containsAll(chosen)
                    && chosen.stream().distinct().count() == chosen.size()
                    && chosen.size() <= atMost;
            return objection(fits, (required ? "1 to " : "at most ") + atMost + " different ones of " + ids(choices));
        }
    }

    /// At most `maxLength` characters (UTF-16 units, as browsers count them).
    record Text(String id, Localized text, boolean required, int maxLength) implements Question {
        @Override
        public Optional<String> objectionTo(Answer answer) {
            boolean fits = answer instanceof Answer.Words(String words)
                    && words.length() <= maxLength
                    && !(required && words.isBlank());
            return objection(fits, "a text of at most " + maxLength + " characters" + (required ? ", not empty" : ""));
        }
    }

    /// `true` or `false`.
    record YesOrNo(String id, Localized text, boolean required) implements Question {
        @Override
        public Optional<String> objectionTo(Answer answer) {
            return objection(answer instanceof Answer.YesNo, "true or false");
        }
    }

    private static Optional<String> objection(boolean fits, String wanted) {
        return fits ? Optional.empty() : Optional.of("is to be " + wanted);
    }

    private static boolean isBetween(BigDecimal value, BigDecimal min, BigDecimal max) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    private static List<String> ids(List<Option> options) {
        return options.stream().map(Option::id).toList();
    }
}
