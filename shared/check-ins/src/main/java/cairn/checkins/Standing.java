package cairn.checkins;

import java.util.Optional;

/// What is stored under a person's key: nothing, the living row, or what is left of an erased one.
public sealed interface Standing permits Nobody, Member, Tombstone {

    MemberId id();

    /// Counts the writes of this row, over all lives.
    long version();

    /// 1, and one more after each erasure.
    int life();

    /// The member, if there is one.
    Optional<Member> living();

    /// The same row, as the write of that name leaves it.
    Standing named(String write);

    /// Whether an operation that began in the life of `seen` can go on here. After an erasure nothing of the
    /// life before can.
    default boolean isLifeOf(Standing seen) {
        return life() == seen.life() && !(this instanceof Tombstone);
    }
}
