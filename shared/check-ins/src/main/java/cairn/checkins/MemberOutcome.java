package cairn.checkins;

/// What came of changing what is known of a member.
public sealed interface MemberOutcome permits MemberOutcome.Stands, Erased {

    /// It is as was asked, by this call or an equal one before.
    record Stands(MemberView member) implements MemberOutcome {}
}
