package cairn.testkit;

import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<MemberId, Member> members = new HashMap<>();
    private final Map<MemberId, Map<CheckInId, CheckIn>> checkIns = new HashMap<>();

    @Override
    public synchronized Optional<Member> member(MemberId id) {
        return Optional.ofNullable(members.get(id));
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
        return after == null ? page(all, limit) : page(allAfter(after, all), limit);
    }

    private static List<CheckIn> allAfter(Position position, List<CheckIn> all) {
        int index = all.stream().map(CheckIn::id).toList().indexOf(position.id());
        return index < 0 ? List.of() : all.subList(index + 1, all.size());
    }

    @Override
    public synchronized Page dated(MemberId id, int life, String program, int run, LocalDate from, LocalDate to) {
        List<CheckIn> all = of(id, life, program, row -> row.run() == run && isDated(row, from, to))
                .sorted(BY_RUN_AND_DATE)
                .toList();
        return page(all, MOST_ROWS);
    }

    @Override
    public synchronized Result commit(Change change) {
        MemberId id = change.after().id();
        Member current = members.get(id);
        if ((current == null ? 0 : current.version()) != change.expectedVersion()) {
            return new MemberChanged(Optional.ofNullable(current));
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
        members.put(id, change.after());
        return new Committed();
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
