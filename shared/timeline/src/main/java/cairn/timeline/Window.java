package cairn.timeline;

/// How long a slot stays open when no later slot closes it sooner.
///
/// @param days counted from the slot's own date: with 5, a slot of the 1st can be answered in time up to
///             the 5th
public record Window(int days) {
    private static final int MOST_DAYS = 3660;

    /// @throws IllegalArgumentException if it is not one day to ten years
    public Window {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a window is one day to ten years");
        }
    }
}
