package cairn.lambda;

import cairn.checkins.Ledger;
import cairn.checkins.Members;
import cairn.checkins.Programs;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/// Gives each invocation its ledger.
@FunctionalInterface
public interface Ledgers {

    /// @param budget how long all calls to the store together may take
    Ledger within(Duration budget);

    /// The rules, at one moment, over such a ledger.
    ///
    /// @param lostRaces is set to the number of writes that had to be decided again
    default Members members(Programs programs, Duration budget, Instant now, AtomicInteger lostRaces) {
        return new Members(within(budget), programs, Json.ANSWER_FORMAT, now, lost -> Pause.after(lost, lostRaces));
    }
}
