package cairn.testkit;

import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Nobody;
import cairn.checkins.Outlook;
import cairn.checkins.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ledger in memory, for tests of everything above it. Each call is one step: there is one lock, held
/// for as long as a call takes.
public final class InMemoryLedger implements Ledger {
    private static final int MOST_ROWS = 100;
    private static final Comparator<CheckIn> BY_RUN_AND_DATE = Comparator.comparingInt(CheckIn::run)
            .thenComparing(checkIn -> checkIn.opened().slot().date())
            .thenComparing(checkIn -> checkIn.opened().slot().key().text());
    private static final Comparator<Nominee> LONGEST_WAITING = Comparator.comparing(Nominee::at)
            .thenComparing(nominee -> nominee.id().subject());

    private final Map<MemberId, Standing> members = new HashMap<>();
    private final Map<MemberId, Map<CheckInId, CheckIn>> checkIns = new HashMap<>();
    private final Map<Integer, NavigableSet<Nominee>> dueIndex = new HashMap<>();
    private final Map<MemberId, Integer> failures = new HashMap<>();

    @Override
    public synchronized Standing standing(MemberId id) {
        return members.getOrDefault(id, new Nobody(id));
    }

    @Override
    public synchronized Optional<CheckIn> checkIn(MemberId id, CheckInId checkIn) {
        return Optional.ofNullable(rows(id).get(checkIn));
    }

    @Override
    public synchronized Page newestFirst(MemberId id, int life, String program, @Nullable Position after, int limit) {
        List<CheckIn> all = of(id, life, program, _ -> true)
                .sorted(BY_RUN_AND_DATE.reversed())
                .toList();
        return page(allAfter(after, all), limit);
    }

    @Override
    public synchronized Page dated(MemberId id, int life, String program, int run, LocalDate from, LocalDate to) {
        List<CheckIn> all = of(id, life, program, row -> row.run() == run && isDated(row, from, to))
                .sorted(BY_RUN_AND_DATE)
                .toList();
        return page(all, MOST_ROWS);
    }

    @Override
    public synchronized Page held(MemberId id, int life, @Nullable Position after, int limit) {
        List<CheckIn> all = rows(id).values().stream()
                .filter(row -> row.life() == life)
                .sorted(Comparator.comparing(CheckIn::program).thenComparing(BY_RUN_AND_DATE))
                .toList();
        return page(allAfter(after, all), limit);
    }

    @Override
    public synchronized Result commit(Change change) {
        MemberId id = change.after().id();
        Standing current = standing(id);
        if (change.traceIn(current) == Change.Trace.APPLIED) {
            return new Committed();
        }
        if (current.version() != change.expectedVersion()) {
            return new MemberChanged(current);
        }
        Change.CheckInWrite write = change.checkIn();
        if (write != null) {
            CheckIn existing = rows(id).get(write.row().id());
            switch (write) {
                case Change.Open _
                when existing != null -> {
                    return new SlotTaken(existing);
                }
                case Change.Replace _
                when existing == null -> throw new IllegalStateException("a check-in to be replaced is not there");
                case Change.Open _, Change.Replace _ -> rows(id).put(write.row().id(), write.row());
            }
        }
        store(change.after());
        failures.remove(id);
        return new Committed();
    }

    @Override
    public synchronized boolean forget(MemberId id, int life) {
        rows(id).keySet().removeIf(checkIn -> checkIn.life() <= life);
        return true;
    }

    @Override
    public synchronized Nominees due(int shard, Instant until, @Nullable Nominee after) {
        NavigableSet<Nominee> all = shard(shard);
        List<Nominee> waiting = (after == null ? all : all.tailSet(after, false))
                .stream()
                        .takeWhile(nominee -> !nominee.at().isAfter(until))
                        .limit(MOST_ROWS + 1)
                        .toList();
        return new Nominees(waiting.stream().limit(MOST_ROWS).toList(), waiting.size() > MOST_ROWS);
    }

    @Override
    public synchronized void moveBack(Nominee nominee, IntFunction<Instant> until) {
        if (standing(nominee.id()) instanceof Member member
                && nominee.at().equals(member.outlook().nextActionAt())) {
            int before = failures.merge(nominee.id(), 1, Integer::sum) - 1;
            store(member.with(new Outlook(member.outlook().answer(), until.apply(before))));
        }
    }

    private void store(Standing standing) {
        MemberId id = standing.id();
        nomination(standing(id)).ifPresent(shard(id.shard())::remove);
        members.put(id, standing);
        nomination(standing).ifPresent(shard(id.shard())::add);
    }

    private static Optional<Nominee> nomination(Standing standing) {
        return standing.living()
                .map(member -> member.outlook().nextActionAt())
                .map(at -> new Nominee(standing.id(), at));
    }

    private NavigableSet<Nominee> shard(int number) {
        return dueIndex.computeIfAbsent(number, _ -> new TreeSet<>(LONGEST_WAITING));
    }

    private static List<CheckIn> allAfter(@Nullable Position position, List<CheckIn> all) {
        if (position == null) {
            return all;
        }
        int index = all.stream().map(CheckIn::id).toList().indexOf(position.id());
        return index < 0 ? List.of() : all.subList(index + 1, all.size());
    }

    private Stream<CheckIn> of(MemberId id, int life, String program, Predicate<CheckIn> which) {
        return rows(id).values().stream()
                .filter(row -> row.life() == life && row.program().equals(program))
                .filter(which);
    }

    private static boolean isDated(CheckIn row, LocalDate from, LocalDate to) {
        LocalDate date = row.opened().slot().date();
        return !date.isBefore(from) && !date.isAfter(to);
    }

    private static Page page(List<CheckIn> rest, int limit) {
        return new Page(rest.stream().limit(limit).toList(), rest.size() > limit);
    }

    private Map<CheckInId, CheckIn> rows(MemberId id) {
        return checkIns.computeIfAbsent(id, _ -> new HashMap<>());
    }
}
