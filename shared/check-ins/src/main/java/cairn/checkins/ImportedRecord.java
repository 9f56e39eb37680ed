package cairn.checkins;

/// What one line of an import tells about a person. Whatever it leaves open, the rules of [Importing] fill
/// in.
public sealed interface ImportedRecord permits ImportedMember, ImportedJourney, ImportedCheckIn {

    /// Where it stands, to speak of it: from 1.
    int line();

    MemberId memberId();
}
