package cairn.lambda.portable;

import cairn.checkins.Export;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import java.util.ArrayList;
import java.util.List;

/// One record about a person, in words that any system can read. Each names its person, so that it stands
/// for itself as a line of a file.
public sealed interface PortableRecord permits PortableMember, PortableJourney, PortableCheckIn {

    /// `member`, `journey` or `check-in`.
    String type();

    /// The subject of the person's token.
    String memberId();

    /// What a page of an export holds: the member and their journeys first, then the check-ins.
    static List<PortableRecord> of(MemberId id, Export page) {
        List<PortableRecord> records = new ArrayList<>();
        Member member = page.member();
        if (member != null) {
            records.add(PortableMember.of(member));
            member.journeys().values().forEach(journey -> records.add(PortableJourney.of(id, journey)));
        }
        page.checkIns().forEach(row -> records.add(PortableCheckIn.of(id, row)));
        return records;
    }
}
