package cairn.checkins;

import java.util.Optional;

/// A person of whom nothing is stored.
public record Nobody(MemberId id) implements Standing {

    @Override
    public long version() {
        return 0;
    }

    @Override
    public int life() {
        return 1;
    }

    @Override
    public Optional<Member> living() {
        return Optional.empty();
    }

    @Override
    public Nobody named(String write) {
        return this;
    }
}
