package cairn.local.generated;

import cairn.checkins.Ledger;
import java.time.Instant;
import java.util.List;

/// What the requests go to.
interface Target {

    /// Sends it as that person.
    ///
    /// @param now the moment at which it arrives, or a little before
    HttpReply send(Call call, String subject, Instant now);

    /// Hands over an event.
    ///
    /// @param type   its detail type
    /// @param detail JSON
    /// @return why it was refused; empty if it was taken
    String tell(String type, String detail, Instant now);

    /// What is stored behind it.
    Ledger ledger();

    /// The log lines since the last time.
    List<String> newLog();
}
