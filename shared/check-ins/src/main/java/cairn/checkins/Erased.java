package cairn.checkins;

/// The life that was asked about is over: the person was erased. Only they can begin again.
public record Erased() implements ActionOutcome, DueOutcome, JourneyOutcome, MemberOutcome {}
