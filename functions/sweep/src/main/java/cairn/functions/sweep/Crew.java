package cairn.functions.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Works on several members at once, on a bounded number of them: a partition of the table takes so many
/// writes a second, and the account so many of everything.
///
/// @param timeIsUp whether whoever was not begun with is left to the next tick
record Crew(BooleanSupplier timeIsUp) {
    static final int HANDS = 16;

    /// How the work on one of them ended.
    sealed interface Outcome<T, R> {}

    record Done<T, R>(T item, R result) implements Outcome<T, R> {}

    /// One that fails is in nobody's way.
    record Failed<T, R>(T item, RuntimeException why) implements Outcome<T, R> {}

    /// @return in the order of `items`, without those that were not begun
    <T, R> List<Outcome<T, R>> each(List<T> items, Function<T, R> work) {
        try (ExecutorService hands =
                Executors.newFixedThreadPool(HANDS, Thread.ofVirtual().factory())) {
            List<Future<Optional<Outcome<T, R>>>> begun = new ArrayList<>();
            for (T item : items) {
                Callable<Optional<Outcome<T, R>>> one =
                        () -> timeIsUp.getAsBoolean() ? Optional.empty() : Optional.of(outcome(item, work));
                begun.add(hands.submit(one));
            }
            List<Outcome<T, R>> outcomes = new ArrayList<>();
            for (Future<Optional<Outcome<T, R>>> one : begun) {
                one.get().ifPresent(outcomes::add);
            }
            return outcomes;
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the middle of a tick", stopped);
        }
    }

    private static <T, R> Outcome<T, R> outcome(T item, Function<T, R> work) {
        try {
            return new Done<>(item, work.apply(item));
        } catch (RuntimeException why) {
            return new Failed<>(item, why);
        }
    }
}
