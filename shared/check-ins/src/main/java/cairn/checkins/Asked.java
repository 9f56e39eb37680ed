package cairn.checkins;

import org.jspecify.annotations.Nullable;

/// What is due, for one who asked.
///
/// @param locale the member's own, for the texts; null if they named none
public record Asked(DueAnswer answer, @Nullable String locale, Way way) implements DueOutcome {
    static final Asked BY_NOBODY = new Asked(DueAnswer.NOTHING, null, Way.NOTHING_STORED);

    /// How the answer came about; the same question gets the same answer on each.
    public enum Way {
        /// Nothing is stored of who asks.
        NOTHING_STORED,
        /// The cached answer was fresh.
        CACHED,
        /// It was not, or there was none; nothing was to be opened.
        COMPUTED,
        /// Asking opened a slot.
        OPENED
    }
}
