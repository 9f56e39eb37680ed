package cairn.testkit.audit;

import cairn.testkit.audit.Run.Entry;
import cairn.testkit.audit.Walk.Since;
import cairn.testkit.audit.Walk.Spot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One life of one member, as the audit keeps its own books.
final class Life {
    private static final LocalTime ANNOUNCE_AT = LocalTime.of(9, 0);
    private static final Duration HOURS = Duration.ofHours(12);

    final int number;
    final @Nullable Instant erasedAt;
    final LocalDate horizon;
    final Map<String, Run> runs = new TreeMap<>();
    final List<Run> superseded = new ArrayList<>();
    List<Since> plans = List.of(new Since("free", LocalDate.MIN));

    @Nullable
    Instant newestChange;

    @Nullable
    ZoneId zone;

    @Nullable
    LocalDate lastDay;

    Life(int number, @Nullable Instant erasedAt, LocalDate horizon) {
        this.number = number;
        this.erasedAt = erasedAt;
        this.horizon = horizon;
    }

    ZoneId reckoningZone() {
        return zone == null ? ZoneOffset.UTC : zone;
    }

    LocalDate today(Instant now) {
        LocalDate local = now.atZone(reckoningZone()).toLocalDate();
        return lastDay != null && lastDay.isAfter(local) ? lastDay : local;
    }

    List<Spot> spots(Run run) {
        return run.spots(plans, horizon);
    }

    /// A visit or a sweep opens what has come.
    void openAll(Instant now, boolean bySweep) {
        LocalDate today = today(now);
        for (Run run : runs.values()) {
            run.openable(spots(run), today).ifPresent(spot -> {
                boolean hasCome = !announceAt(spot.date()).isAfter(now);
                if (hasCome || !bySweep) {
                    run.open(spot, now, false);
                    run.announced = hasCome && !bySweep ? 0 : -1;
                }
            });
        }
    }

    /// Semantics 9: the newest change wins.
    ///
    /// @return what is to come of it: `applied`, `ignored`; equal ones are always equal here
    String change(String plan, Instant changedAt, @Nullable Instant effectiveAt, Instant now) {
        if ((erasedAt != null && changedAt.isBefore(erasedAt))
                || (newestChange != null && !newestChange.isBefore(changedAt))) {
            return "ignored";
        }
        newestChange = changedAt;
        LocalDate today = today(now);
        LocalDate since = today;
        if (effectiveAt != null) {
            LocalDate effective = effectiveAt.atZone(reckoningZone()).toLocalDate();
            since = effective.isAfter(today) ? effective : today;
        }
        List<Since> kept = new ArrayList<>();
        for (Since entry : plans) {
            if (!entry.since().isAfter(today)) {
                kept.add(entry);
            }
        }
        if (!kept.getLast().plan().equals(plan)) {
            LocalDate on = since;
            kept.removeIf(entry -> entry.since().equals(on));
            kept.add(new Since(plan, since));
        }
        plans = kept;
        return "applied";
    }

    /// The runs whose card is to be announced now (semantics 10).
    List<Run> toAnnounce(Instant now) {
        LocalDate today = today(now);
        return runs.values().stream()
                .filter(run -> run.isDue(spots(run), today, now))
                .filter(run -> run.card != null && run.announced < run.card.snoozeCount)
                .filter(run -> run.card != null && isWithinHours(run.card, now))
                .toList();
    }

    /// Whether the sweep has something to do here.
    boolean waitsForTheSweep(Instant now) {
        LocalDate today = today(now);
        return !toAnnounce(now).isEmpty()
                || runs.values().stream()
                        .flatMap(run -> run.openable(spots(run), today).stream())
                        .anyMatch(spot -> !announceAt(spot.date()).isAfter(now));
    }

    /// By the wall: from nine to twenty-one o'clock, or within twelve hours after a snooze on its own day.
    private boolean isWithinHours(Entry card, Instant now) {
        LocalDateTime wall = now.atZone(reckoningZone()).toLocalDateTime();
        LocalDate local = wall.toLocalDate();
        Instant snoozed = card.snoozedUntil;
        boolean afterSnooze = snoozed != null
                && snoozed.atZone(reckoningZone()).toLocalDate().equals(local)
                && !snoozed.isAfter(now)
                && !now.isAfter(snoozed.plus(HOURS));
        boolean daily = !local.isBefore(card.spot.date())
                && !announceAt(local).isAfter(now)
                && !wall.toLocalTime().isAfter(ANNOUNCE_AT.plus(HOURS))
                && (snoozed == null || announceAt(local).isAfter(snoozed));
        return afterSnooze || daily;
    }

    private Instant announceAt(LocalDate day) {
        return day.atTime(ANNOUNCE_AT).atZone(reckoningZone()).toInstant();
    }
}
