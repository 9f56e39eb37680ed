package cairn.checkins;

import java.time.Duration;

/// What came of changing what is known of a member.
public sealed interface MemberOutcome permits MemberOutcome.Stands, MemberOutcome.TooSoon, Erased {

    /// It is as was asked, by this call or an equal one before.
    record Stands(MemberView member) implements MemberOutcome {}

    /// The member has been erased so often that the next life cannot begin yet. Nothing was changed.
    ///
    /// @param remaining until it can
    record TooSoon(Duration remaining) implements MemberOutcome {}
}
