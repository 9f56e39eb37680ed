package cairn.functions.sweep;

import cairn.checkins.Announcement;
import cairn.checkins.Happening;
import cairn.checkins.Ledger.Nominee;
import cairn.checkins.Ledger.Nominees;
import cairn.checkins.Members;
import cairn.checkins.Programs;
import cairn.checkins.Swept;
import cairn.lambda.Ledgers;
import cairn.lambda.RequestLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One tick's way through its shards. The due index is the queue: whoever is not reached now is there at
/// the next tick. It is the outbox, too: a member's row leaves it only after the bus has taken the event, so
/// a crash repeats an announcement and never loses one.
///
/// @param bus      is told of things and answers with what it has not taken
/// @param most     cards to announce
/// @param timeIsUp whether to leave the rest to the next tick
record Round(
        Programs programs, Ledgers ledgers, UnaryOperator<List<Happening>> bus, int most, BooleanSupplier timeIsUp) {
    private static final Duration LONGEST_CALLS = Duration.ofSeconds(5);
    private static final Duration LONGEST_DELAY = Duration.ofHours(6);

    Tally run(Tick tick) {
        Tally tally = new Tally();
        for (int shard : tick.shards()) {
            shard(shard, tick.at(), tally);
        }
        if (tally.isOver()) {
            tally.lag = longestWait(tick);
        }
        return tally;
    }

    /// How long whoever is left to the next tick has waited.
    private Duration longestWait(Tick tick) {
        return tick.shards().stream()
                .flatMap(shard -> ledgers.within(LONGEST_CALLS).due(shard, tick.at(), null).items().stream()
                        .limit(1))
                .map(nominee -> Duration.between(nominee.at(), tick.at()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private void shard(int shard, Instant at, Tally tally) {
        Nominee last = null;
        boolean more = true;
        while (more && !tally.isOver()) {
            tally.outOfTime = timeIsUp.getAsBoolean();
            if (!tally.outOfTime) {
                Nominees page = ledgers.within(LONGEST_CALLS).due(shard, at, last);
                refuseToGoInCircles(last, page);
                open(page.items(), at, tally);
                more = page.more();
                last = page.items().isEmpty() ? last : page.items().getLast();
            }
        }
    }

    /// A page that does not lead on would be read for ever.
    private static void refuseToGoInCircles(@Nullable Nominee last, Nominees page) {
        if (page.items().isEmpty()) {
            if (page.more()) {
                throw new IllegalStateException("the due index promises more and gives nothing");
            }
        } else if (last != null) {
            if (page.items().contains(last) || page.items().getFirst().at().isBefore(last.at())) {
                throw new IllegalStateException("the due index turned back");
            }
        }
    }

    private void open(List<Nominee> nominees, Instant at, Tally tally) {
        List<Swept> all = new ArrayList<>();
        List<Crew.Outcome<Nominee, Swept>> outcomes =
                new Crew(timeIsUp).each(nominees, nominee -> members(at).sweep(nominee.id()));
        tally.due += outcomes.size();
        tally.outOfTime = outcomes.size() < nominees.size();
        for (Crew.Outcome<Nominee, Swept> outcome : outcomes) {
            switch (outcome) {
                case Crew.Done<Nominee, Swept>(Nominee _, Swept swept) -> {
                    tally.opened += swept.opened();
                    all.add(swept);
                }
                case Crew.Failed<Nominee, Swept>(Nominee nominee, RuntimeException why) ->
                    moveBack(nominee, why, at, tally);
            }
        }
        announce(all, at, tally);
    }

    private void announce(List<Swept> all, Instant at, Tally tally) {
        List<Announcement> pending =
                all.stream().flatMap(swept -> swept.announcements().stream()).toList();
        int room = Math.max(0, most - tally.announced);
        tally.atCap = pending.size() > room;
        List<Announcement> some = pending.subList(0, Math.min(room, pending.size()));
        if (some.isEmpty()) {
            return;
        }
        Set<Happening> notTaken = new HashSet<>(
                bus.apply(some.stream().map(card -> Happening.due(card, at)).toList()));
        tally.busAway = !notTaken.isEmpty();
        Set<Announcement> out = some.stream()
                .filter(card -> !notTaken.contains(Happening.due(card, at)))
                .collect(Collectors.toSet());
        tally.announced += out.size();
        note(all, out, at, tally);
    }

    private void note(List<Swept> all, Set<Announcement> out, Instant at, Tally tally) {
        List<Swept> told = all.stream()
                .filter(swept -> swept.announcements().stream().anyMatch(out::contains))
                .toList();
        new Crew(() -> false)
                .each(
                        told,
                        swept -> members(at)
                                .announced(
                                        swept.row(),
                                        swept.announcements().stream()
                                                .filter(out::contains)
                                                .toList()))
                .forEach(outcome -> {
                    if (outcome instanceof Crew.Failed<Swept, Boolean> failed) {
                        tally.failure(RequestLog.trace(failed.why()));
                    }
                });
    }

    /// Whose row cannot be handled is tried again later and later, never in the way of others. If even that
    /// fails, they are at their place at the next tick.
    private void moveBack(Nominee nominee, RuntimeException why, Instant at, Tally tally) {
        tally.failure(RequestLog.trace(why));
        try {
            ledgers.within(LONGEST_CALLS).moveBack(nominee, failures -> at.plus(delay(failures)));
        } catch (RuntimeException notEvenThat) {
            tally.failure(RequestLog.trace(notEvenThat));
        }
    }

    private static Duration delay(int failures) {
        Duration doubled = Duration.ofMinutes(1L << Math.min(failures, 10));
        return doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
    }

    private Members members(Instant at) {
        return ledgers.members(programs, LONGEST_CALLS, at, new AtomicInteger());
    }
}
