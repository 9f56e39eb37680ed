package cairn.checkins;

import static cairn.checkins.Decision.done;
import static cairn.checkins.Decision.write;

/// The rules for the end of a life and the beginning of the next (semantics 12).
record Erasing(Moment moment) {

    /// Puts the tombstone in the row's place: from then on every write for that life fails its condition.
    /// Where nothing is stored it stands too, against what may be on its way.
    ///
    /// @param first what the person asked to be erased
    Decision<Erased> erase(Standing first, Standing now) {
        return switch (now) {
            case Member member when member.isLifeOf(first) -> entombed(member.erased(moment.now()));
            case Nobody nobody -> entombed(new Tombstone(nobody.id(), 1, nobody.life(), moment.now()));
            case Member _, Tombstone _ -> done(new Erased());
        };
    }

    private static Decision<Erased> entombed(Tombstone tombstone) {
        return write(new Change(tombstone, null), new Erased());
    }

    /// Only an erased person begins again; for anyone else nothing changes. It acts on the tombstone that it first
    /// saw: a later one is of an erasure that the person asked for after this.
    ///
    /// @param first what there was when the person asked to begin again
    Decision<MemberOutcome> beginAgain(Standing first, Standing now) {
        return switch (now) {
            case Tombstone tombstone
            when tombstone.equals(first) && tombstone.waitAt(moment.now()).isPositive() ->
                done(new MemberOutcome.TooSoon(tombstone.waitAt(moment.now())));
            case Tombstone tombstone
            when tombstone.equals(first) -> {
                Member fresh = tombstone.begunAgain(moment.programs().defaultPlan());
                yield write(moment.writing(fresh), stands(fresh));
            }
            case Tombstone _ -> done(new Erased());
            case Member member -> done(stands(member));
            case Nobody nobody -> done(stands(moment.unknown(nobody.id())));
        };
    }

    private MemberOutcome stands(Member member) {
        return new MemberOutcome.Stands(MemberView.of(moment.seen(member)));
    }
}
