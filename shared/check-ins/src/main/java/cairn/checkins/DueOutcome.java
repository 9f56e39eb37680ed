package cairn.checkins;

/// What came of asking what is due.
public sealed interface DueOutcome permits Asked, Erased {}
