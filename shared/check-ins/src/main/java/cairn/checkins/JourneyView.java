package cairn.checkins;

import java.time.LocalDate;
import java.time.ZoneId;

/// A journey as it is shown to its member.
///
/// @param createdOn the member's day on which this run was begun here
public record JourneyView(
        String program,
        int run,
        LocalDate startedOn,
        LocalDate createdOn,
        ZoneId timeZone,
        String plan,
        Progress progress) {

    static JourneyView of(Member member, JourneyAt at) {
        Journey journey = at.journey();
        return new JourneyView(
                journey.program(),
                journey.run(),
                journey.startedOn(),
                journey.createdOn(),
                at.zone(),
                member.planFrom(at.today()),
                at.progress());
    }
}
