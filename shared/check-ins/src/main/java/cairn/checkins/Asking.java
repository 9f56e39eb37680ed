package cairn.checkins;

import static cairn.checkins.Decision.done;

import cairn.timeline.Slot;
import java.util.Optional;

/// The rule for "what should I see now?": opens what the timeline nominates, one slot a journey, and says
/// what is due (semantics 6, 7, 11).
record Asking(Moment moment) {

    Decision<Asked> decide(Optional<Member> stored) {
        return stored.map(member -> decide(member, Asked.Way.CACHED)).orElseGet(() -> done(Asked.BY_NOBODY));
    }

    private Decision<Asked> decide(Member member, Asked.Way wayIfCached) {
        CachedAnswer cached = member.answer();
        if (cached != null && cached.isFreshAt(moment.now(), moment.programs().fingerprint())) {
            return done(new Asked(moment.format().read().apply(cached.json()), member.locale(), wayIfCached));
        }
        MemberAt at = moment.seen(member);
        return at.withOpenable()
                .map(journey -> open(member, journey))
                .orElseGet(() -> done(new Asked(at.answer(), member.locale(), Asked.Way.COMPUTED)));
    }

    private Decision<Asked> open(Member member, JourneyAt at) {
        OpenedSlot opened = opened(at, at.openable().orElseThrow());
        Journey journey = at.journey();
        CheckIn row = new CheckIn(at.life(), journey.program(), journey.run(), opened, null);
        return new Decision.Write<>(
                moment.opening(member.with(journey.opened(opened)), row), written -> decide(written, Asked.Way.OPENED));
    }

    private OpenedSlot opened(JourneyAt at, Slot slot) {
        return new OpenedSlot(
                slot,
                CheckInState.OPEN,
                moment.now(),
                OpenedBy.VISIT,
                null,
                0,
                at.program().editedOn());
    }
}
