package cairn.checkins;

import static cairn.checkins.Decision.done;
import static cairn.checkins.Decision.write;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The rules for those who do not ask: what has come due is opened and announced on its day, once
/// (semantics 10). The due index only nominates; these decide.
///
/// It takes two steps, with the bus between them: first the slots are opened and what is to be announced is
/// found; only once the bus has it, the member's row is told so. Until then the row stays in the index, so a
/// crash in between repeats an announcement and never loses one.
record Sweeping(Moment moment) {

    /// Opens what is to be opened. Where nothing is to be announced after that, the row's place in the index
    /// moves on.
    Decision<Swept> open(Member member) {
        return open(member, 0);
    }

    private Decision<Swept> open(Member member, int opened) {
        MemberAt at = moment.seen(member);
        Optional<JourneyAt> next = at.withSlotForTheSweep();
        if (next.isPresent()) {
            return new Decision.Write<>(
                    new Opening(moment, OpenedBy.SWEEP).nextOf(member, next.get()),
                    written -> open(written.living().orElseThrow(), opened + 1));
        }
        List<Announcement> announcements = at.announcements();
        Swept swept = new Swept(member, opened, announcements);
        boolean moveOn = announcements.isEmpty()
                && !Objects.equals(at.nextActionAt(), member.outlook().nextActionAt());
        return moveOn ? write(moment.writing(member), swept) : done(swept);
    }

    /// Notes that these are out. What is not the card any more, or was noted already, is passed over.
    Decision<Boolean> announced(Member stored, List<Announcement> out) {
        Member told = stored;
        for (Announcement announcement : out) {
            Journey journey = told.journeys().get(announcement.checkIn().program());
            if (journey != null && announcement.isPendingOn(told.life(), journey)) {
                OpenedSlot card = Objects.requireNonNull(journey.lastOpened());
                told = told.with(journey.announced(card, moment.now()));
            }
        }
        return told.equals(stored) ? done(false) : write(moment.writing(told), true);
    }
}
