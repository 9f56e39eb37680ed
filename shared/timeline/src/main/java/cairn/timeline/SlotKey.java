package cairn.timeline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names one occurrence of a program for one member, whatever the zone, the locale, the card's text or the
/// moment of asking (semantics 4). The cadence is inside the key, so no call site ever adjusts one.
public sealed interface SlotKey {

    /// `day-<n>`: n days after the start.
    record Milestone(int days) implements SlotKey {
        public Milestone {
            if (days < 0) {
                throw new IllegalArgumentException("a milestone does not lie before the start");
            }
        }

        @Override
        public String text() {
            return "day-" + days;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /// `<cadence>-<date>`.
    record Recurring(String cadence, LocalDate date) implements SlotKey {
        @Override
        public String text() {
            return cadence + "-" + date;
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /// As it is stored, sent and logged: `day-7`, `weekly-2026-03-24`.
    String text();

    default SlotKind kind() {
        return switch (this) {
            case Milestone _ -> SlotKind.MILESTONE;
            case Recurring _ -> SlotKind.RECURRING;
        };
    }

    /// Reads what [#text] writes; anything else is empty.
    static Optional<SlotKey> parse(String text) {
        return Grammar.parse(text).filter(key -> key.text().equals(text));
    }

    /// The two formats as patterns.
    final class Grammar {
        private static final Pattern MILESTONE = Pattern.compile("day-(\\d{1,5})");
        private static final Pattern RECURRING = Pattern.compile("([a-z][a-z0-9-]{0,31})-(\\d{4}-\\d{2}-\\d{2})");

        private Grammar() {}

        private static Optional<SlotKey> parse(String text) {
            Matcher milestone = MILESTONE.matcher(text);
            if (milestone.matches()) {
                return Optional.of(new Milestone(Integer.parseInt(milestone.group(1))));
            }
            Matcher recurring = RECURRING.matcher(text);
            return recurring.matches() ? recurring(recurring.group(1), recurring.group(2)) : Optional.empty();
        }

        private static Optional<SlotKey> recurring(String cadence, String date) {
            try {
                return Optional.of(new Recurring(cadence, LocalDate.parse(date)));
            } catch (DateTimeParseException noSuchDay) {
                return Optional.empty();
            }
        }
    }
}
