package cairn.lambda;

import cairn.checkins.Ledger;
import java.time.Duration;

/// Gives each invocation its ledger.
@FunctionalInterface
public interface Ledgers {

    /// @param budget how long all calls to the store together may take
    Ledger within(Duration budget);
}
