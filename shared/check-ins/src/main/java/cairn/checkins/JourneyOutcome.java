package cairn.checkins;

import java.time.LocalDate;

/// What came of starting, correcting, restarting or reading a journey.
public sealed interface JourneyOutcome
        permits JourneyOutcome.Stands,
                JourneyOutcome.NoSuchProgram,
                JourneyOutcome.NoSuchJourney,
                JourneyOutcome.ZoneNeeded,
                JourneyOutcome.StartTooLate,
                JourneyOutcome.Superseded,
                JourneyOutcome.RunOutOfOrder,
                Erased {

    /// It is as was asked, by this call or an equal one before.
    record Stands(JourneyView journey) implements JourneyOutcome {}

    /// The deployment defines no program of that name.
    record NoSuchProgram() implements JourneyOutcome {}

    /// The member is not in that program.
    record NoSuchJourney() implements JourneyOutcome {}

    /// The member has named no time zone yet, and a day guessed in UTC is a wrong day.
    record ZoneNeeded() implements JourneyOutcome {}

    /// A start lies at most one day ahead.
    record StartTooLate(LocalDate latest) implements JourneyOutcome {}

    /// The first run's start cannot be changed any more: the journey was restarted.
    record Superseded() implements JourneyOutcome {}

    /// Only the current run and the next can be named.
    record RunOutOfOrder(int current) implements JourneyOutcome {}
}
