package cairn.checkins;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A member as they are shown to themselves.
///
/// @param timeZone null before they said so
/// @param locale   null if they named none
/// @param journeys the programs they are in
public record MemberView(
        @Nullable ZoneId timeZone, @Nullable String locale, String plan, List<String> journeys) {

    static MemberView of(MemberAt at) {
        Member member = at.member();
        return new MemberView(
                member.zone(),
                member.locale(),
                member.planFrom(at.today()),
                member.journeys().keySet().stream().toList());
    }
}
