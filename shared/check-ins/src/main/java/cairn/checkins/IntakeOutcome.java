package cairn.checkins;

/// What came of an event from outside.
public sealed interface IntakeOutcome {

    /// It is stored.
    record Applied() implements IntakeOutcome {}

    /// It changes nothing, and need not: it came before, came late, or is about a life that is over.
    record Ignored(String why) implements IntakeOutcome {}

    /// It cannot be taken as it is. Nothing was changed.
    record Refused(String why) implements IntakeOutcome {}
}
