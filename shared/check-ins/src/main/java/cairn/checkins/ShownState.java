package cairn.checkins;

/// What a slot is to the person who looks at it now (semantics 7).
public enum ShownState {
    OPEN,
    /// Open, and put off until a moment still to come.
    SNOOZED,
    /// Open, past its close: it can still be completed, late.
    EXPIRED,
    COMPLETED,
    DISMISSED,
    /// Not opened, and not too late to be.
    UPCOMING,
    /// Never opened: it closed, or a later slot was opened.
    MISSED,
    /// Never opened, for it lies before the journey was created here.
    BEFORE
}
