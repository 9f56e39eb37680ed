package cairn.commands;

import cairn.checkins.ImportOutcome;
import cairn.checkins.ImportedPerson;
import cairn.checkins.Ledger;
import cairn.checkins.Members;
import cairn.checkins.Programs;
import cairn.checkins.RowRefused;
import cairn.checkins.StoreUnavailable;
import cairn.lambda.Ledgers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Brings the people of a file into a ledger, several at once.
///
/// @param now    the moment of the import, one for all of them
/// @param atOnce how many people
record Import(Ledger ledger, Programs programs, Instant now, int atOnce) {
    private static final int MOST_TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    /// @throws StoreUnavailable if the store stayed away; what was written stays, and the next run goes on
    ///                          from there
    Tally run(PeopleFile file, Progress progress) {
        Tally tally = new Tally(file.unusable());
        progress.done(file.unusable().size());
        try (ExecutorService workers = Executors.newFixedThreadPool(atOnce)) {
            List<Future<?>> all = new ArrayList<>();
            file.people()
                    .forEach(person -> all.add(workers.submit(() -> {
                        tally.add(brought(person));
                        progress.done(person.records().size());
                    })));
            await(all, workers);
        }
        return tally;
    }

    private static void await(List<Future<?>> all, ExecutorService workers) {
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            workers.shutdownNow();
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted", stopped);
        }
    }

    /// A row that the store does not take is none that a reader lets through; if one is met all the same, its
    /// person is refused, and the others go on.
    ///
    /// A store that slows us down is waited for, longer each time: nobody else waits for this.
    private ImportOutcome brought(ImportedPerson person) {
        for (int tries = 1; ; tries++) {
            try {
                return members().bring(person);
            } catch (RowRefused refused) {
                return ImportOutcome.refused(person, String.valueOf(refused.getMessage()));
            } catch (StoreUnavailable away) {
                if (tries == MOST_TRIES) {
                    throw away;
                }
                pauseAfter(tries, away);
            }
        }
    }

    private Members members() {
        Ledgers ledgers = _ -> ledger;
        return ledgers.members(programs, Duration.ZERO, now, new AtomicInteger());
    }

    private static void pauseAfter(int tries, StoreUnavailable away) {
        try {
            Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (tries - 1)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
