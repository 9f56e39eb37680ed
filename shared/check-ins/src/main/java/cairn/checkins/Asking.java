package cairn.checkins;

import static cairn.checkins.Decision.done;

import java.util.Optional;

/// The rule for "what should I see now?": opens what the timeline nominates, one slot a journey, and says
/// what is due (semantics 6, 7, 11).
record Asking(Moment moment) {

    Decision<DueOutcome> decide(Optional<Member> stored) {
        return stored.map(member -> decide(member, Asked.Way.CACHED)).orElseGet(() -> done(Asked.BY_NOBODY));
    }

    private Decision<DueOutcome> decide(Member member, Asked.Way wayIfCached) {
        CachedAnswer cached = member.outlook().answer();
        if (cached != null && cached.isFreshAt(moment.now(), moment.programs().fingerprint())) {
            return done(new Asked(moment.format().read().apply(cached.json()), member.locale(), wayIfCached));
        }
        MemberAt at = moment.seen(member);
        return at.withOpenable()
                .map(journey -> open(member, journey))
                .orElseGet(() -> done(new Asked(at.answer(), member.locale(), Asked.Way.COMPUTED)));
    }

    private Decision<DueOutcome> open(Member member, JourneyAt at) {
        return new Decision.Write<>(
                new Opening(moment, OpenedBy.VISIT).nextOf(member, at),
                written -> decide(written.living().orElseThrow(), Asked.Way.OPENED));
    }
}
