package cairn.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/// Does several things at the same moment.
public final class Together {
    private static final long LONGEST_PAUSE_NANOS = 2_000_000;

    private Together() {}

    /// What each gave, in the order of `tasks`.
    ///
    /// @throws AssertionError if one of them threw; with that as its cause
    public static <T> List<T> run(List<Callable<T>> tasks) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> task : tasks) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            List<T> outcomes = new ArrayList<>();
            for (Future<T> future : running) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (ExecutionException thrown) {
            throw new AssertionError("one of those at work threw", thrown.getCause());
        }
    }

    /// A little while, longer after each race lost, never the same.
    public static void pause(int lostRaces) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS * lostRaces));
    }
}
