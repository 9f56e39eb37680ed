package cairn.checkins;

/// What is stored of a check-in. What is shown may be another state, derived from it and the moment of
/// asking: see [ShownState].
public enum CheckInState {
    OPEN,
    COMPLETED,
    DISMISSED
}
