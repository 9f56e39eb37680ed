package cairn.testkit.audit;

import cairn.checkins.Answer;
import cairn.checkins.CheckInId;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.testkit.audit.Run.Entry;
import cairn.testkit.audit.Walk.Spot;
import cairn.timeline.SlotKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// One person, with what the audit's books say of them.
final class Person {
    final MemberId id;
    final LocalDate horizon;
    /// Null before the first write, and while a tombstone stands.
    @Nullable
    Life life;

    int lives = 1;

    @Nullable
    Instant erasedAt;

    boolean rowsAreLeft;
    long version;

    /// Plan changes that billing has made and not yet delivered for the last time.
    final List<Told> underway = new ArrayList<>();

    /// A change of plan as it is sent, with the event's own time.
    record Told(String plan, Instant changedAt, @Nullable Instant effectiveAt, Instant time) {}

    Person(MemberId id, LocalDate horizon) {
        this.id = id;
        this.horizon = horizon;
    }

    boolean isErased() {
        return life == null && erasedAt != null;
    }

    /// The life that goes on or, with its first write, begins.
    Life living() {
        Life current = life;
        if (current == null) {
            current = new Life(lives, erasedAt, horizon);
            life = current;
        }
        return current;
    }

    /// After any operation: a write moves the last day to that of the moment, and nothing else does.
    void noteWrite(Optional<Member> stored, Instant now) {
        if (stored.isEmpty() || life == null) {
            return;
        }
        Member member = stored.get();
        if (member.version() != version && life.zone != null) {
            life.lastDay = life.today(now);
        }
        version = member.version();
        if (!Objects.equals(member.lastDay(), life.lastDay)) {
            throw new AssertionError("last day " + member.lastDay() + ", by the books " + life.lastDay);
        }
    }

    CheckInId idOf(Run run, Spot spot) {
        SlotKey key = SlotKey.parse(spot.key()).orElseThrow();
        return new CheckInId(living().number, run.program, run.number, key);
    }

    Optional<CheckInId> cardOf(String program) {
        return Optional.ofNullable(life)
                .map(there -> there.runs.get(program))
                .flatMap(run -> Optional.ofNullable(run.card).map(card -> idOf(run, card.spot)));
    }

    /// A check-in to try one's luck with: mostly near, sometimes of an earlier run or life.
    Optional<CheckInId> any(Random random, Instant now) {
        Life there = life;
        if (there == null || there.runs.isEmpty()) {
            return Optional.empty();
        }
        List<Run> runs = new ArrayList<>(there.runs.values());
        if (random.nextInt(10) == 0) {
            runs.addAll(there.superseded);
        }
        Run run = runs.get(random.nextInt(runs.size()));
        LocalDate today = there.today(now);
        List<Spot> near = new ArrayList<>(there.spots(run).stream()
                .filter(spot ->
                        spot.date().isAfter(today.minusDays(400)) && spot.date().isBefore(today.plusDays(15)))
                .toList());
        run.entries.values().stream().map(entry -> entry.spot).forEach(near::add);
        if (near.isEmpty()) {
            return Optional.empty();
        }
        CheckInId id = idOf(run, near.get(random.nextInt(near.size())));
        int life = random.nextInt(20) == 0 ? 1 + random.nextInt(there.number + 1) : there.number;
        return Optional.of(new CheckInId(life, id.program(), id.run(), id.slot()));
    }

    /// What completing comes to by semantics 7, with the books brought up to it.
    String completes(CheckInId id, Map<String, Answer> answers, Instant now) {
        if (isErased()) {
            return "Erased";
        }
        Life there = life;
        Run run = there == null ? null : there.runs.get(id.program());
        String elsewhere = elsewhere(id, there, run);
        if (there == null || run == null || elsewhere != null) {
            return elsewhere == null ? "NoSuchCheckIn" : elsewhere;
        }
        LocalDate today = there.today(now);
        List<Spot> all = there.spots(run);
        Entry entry = run.entries.get(id.slot().text());
        if (entry != null) {
            if (entry.answers != null) {
                return entry.answers.equals(answers) ? "Settled" : "ALREADY_COMPLETED";
            }
            complete(entry, answers, entry != run.card || run.isClosed(all, entry, today));
            return "Settled";
        }
        Spot spot = all.stream()
                .filter(slot -> slot.key().equals(id.slot().text()))
                .findFirst()
                .orElse(null);
        if (spot == null) {
            return "NoSuchCheckIn";
        }
        if (run.openable(all, today).filter(spot::equals).isPresent()) {
            complete(run.open(spot, now, false), answers, false);
            return "Settled";
        }
        if (run.isMissed(all, spot, today)) {
            complete(run.open(spot, now, true), answers, true);
            return "Settled";
        }
        return "NoSuchCheckIn";
    }

    private static void complete(Entry entry, Map<String, Answer> answers, boolean late) {
        entry.state = "COMPLETED";
        entry.answers = answers;
        entry.late = late;
    }

    /// What dismissing (`until` null) or snoozing comes to, with the books brought up to it.
    String putsOff(CheckInId id, @Nullable Instant until, Instant now) {
        if (isErased()) {
            return "Erased";
        }
        Life there = life;
        Run run = there == null ? null : there.runs.get(id.program());
        String elsewhere = elsewhere(id, there, run);
        if (there == null || run == null || elsewhere != null) {
            return elsewhere == null ? "NoSuchCheckIn" : elsewhere;
        }
        LocalDate today = there.today(now);
        List<Spot> all = there.spots(run);
        Entry entry = run.entries.get(id.slot().text());
        if (entry == null) {
            boolean couldOpen = all.stream()
                    .filter(spot -> spot.key().equals(id.slot().text()))
                    .anyMatch(spot ->
                            run.openable(all, today).filter(spot::equals).isPresent()
                                    || run.isMissed(all, spot, today));
            return couldOpen ? "NOT_OPEN" : "NoSuchCheckIn";
        }
        if (entry.state.equals("COMPLETED")) {
            return "ALREADY_COMPLETED";
        }
        if (entry.state.equals("DISMISSED")) {
            return until == null ? "Settled" : "DISMISSED";
        }
        if (entry != run.card || run.isClosed(all, entry, today)) {
            return "CLOSED";
        }
        if (until == null) {
            entry.state = "DISMISSED";
            return "Settled";
        }
        if (until.equals(entry.snoozedUntil)) {
            return "Settled";
        }
        LocalDate close = run.closesOn(all, entry.spot.date(), true);
        if (!until.isAfter(now)
                || (close != null
                        && !until.isBefore(
                                close.atStartOfDay(there.reckoningZone()).toInstant()))) {
            return "Invalid";
        }
        entry.snoozedUntil = until;
        entry.snoozeCount++;
        return "Settled";
    }

    private static @Nullable String elsewhere(CheckInId id, @Nullable Life there, @Nullable Run run) {
        if (there == null || id.life() > there.number) {
            return "NoSuchCheckIn";
        }
        if (id.life() < there.number || (run != null && id.run() < run.number)) {
            return "SUPERSEDED";
        }
        return run == null || id.run() > run.number ? "NoSuchCheckIn" : null;
    }
}
