package cairn.checkins;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is to happen next in an operation, as a value: the rules decide, [Settlement] does.
sealed interface Decision<T> {

    /// It is settled, and this came of it.
    record Done<T>(T outcome) implements Decision<T> {}

    /// This is to be written; then the operation goes on from the row as written.
    record Write<T>(Change change, Function<Standing, Decision<T>> then) implements Decision<T> {}

    /// The check-in's own row is needed to decide, if there is one.
    record NeedsRow<T>(CheckInId id, Function<Optional<CheckIn>, Decision<T>> then) implements Decision<T> {}

    /// The same, of a check-in that was opened: only an erasure removes its row.
    record NeedsOpened<T>(CheckInId id, Function<CheckIn, Decision<T>> then) implements Decision<T> {}

    /// All check-ins of that life are needed to decide.
    record NeedsHeld<T>(int life, Function<Map<CheckInId, CheckIn>, Decision<T>> then) implements Decision<T> {}

    static <T> Decision<T> done(T outcome) {
        return new Done<>(outcome);
    }

    /// To be written, and that settles it.
    static <T> Decision<T> write(Change change, T outcome) {
        return new Write<>(change, _ -> new Done<>(outcome));
    }
}
