package cairn.testkit.audit;

import cairn.checkins.Answer;
import cairn.testkit.audit.Walk.Spot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened in one run of a journey, as the audit keeps its own books.
final class Run {
    final String program;
    final int number;
    final LocalDate createdOn;
    LocalDate startedOn;

    /// By slot key, in the order in which they were stored.
    final Map<String, Entry> entries = new LinkedHashMap<>();

    @Nullable
    LocalDate lastOn;

    int lastMilestone = -1;

    @Nullable
    Entry card;

    /// The snooze count for which the card was announced or seen; -1 before.
    int announced = -1;

    private List<Spot> spots = List.of();
    private @Nullable LocalDate walkedFrom;
    private List<Walk.Since> walkedOn = List.of();

    Run(String program, int number, LocalDate startedOn, LocalDate createdOn) {
        this.program = program;
        this.number = number;
        this.startedOn = startedOn;
        this.createdOn = createdOn;
    }

    /// A stored check-in.
    static final class Entry {
        final Spot spot;
        final Instant openedAt;
        final boolean recovered;
        String state = "OPEN";

        @Nullable
        Instant snoozedUntil;

        int snoozeCount;

        @Nullable
        Map<String, Answer> answers;

        boolean late;

        Entry(Spot spot, Instant openedAt, boolean recovered) {
            this.spot = spot;
            this.openedAt = openedAt;
            this.recovered = recovered;
        }
    }

    /// Slots of this run by today's plans.
    List<Spot> spots(List<Walk.Since> plans, LocalDate horizon) {
        if (!startedOn.equals(walkedFrom) || !plans.equals(walkedOn)) {
            spots = Walk.slots(startedOn, plans, horizon);
            walkedFrom = startedOn;
            walkedOn = List.copyOf(plans);
        }
        return spots;
    }

    boolean canOpen(Spot spot) {
        return (lastOn == null || spot.date().isAfter(lastOn))
                && (spot.milestone() == null || spot.milestone() > lastMilestone);
    }

    Optional<Spot> current(List<Spot> all, LocalDate today) {
        Spot found = null;
        for (Spot spot : all) {
            if (!spot.date().isAfter(today)) {
                found = spot;
            }
        }
        return Optional.ofNullable(found);
    }

    /// The first day on which a slot is closed.
    ///
    /// @param openableOnly whether only a slot that can still open closes it
    @Nullable
    LocalDate closesOn(List<Spot> all, LocalDate date, boolean openableOnly) {
        LocalDate close = program.equals("hair") ? date.plusDays(5) : null;
        for (Spot spot : all) {
            if (spot.date().isAfter(date) && (!openableOnly || canOpen(spot))) {
                return close != null && close.isBefore(spot.date()) ? close : spot.date();
            }
        }
        return close;
    }

    boolean isClosed(List<Spot> all, Entry entry, LocalDate today) {
        LocalDate close = closesOn(all, entry.spot.date(), true);
        return close != null && !today.isBefore(close);
    }

    /// The slot that asking would open.
    Optional<Spot> openable(List<Spot> all, LocalDate today) {
        return current(all, today).filter(this::canOpen).filter(spot -> {
            LocalDate close = closesOn(all, spot.date(), false);
            return close == null || today.isBefore(close);
        });
    }

    Optional<Spot> next(List<Spot> all, LocalDate today) {
        return all.stream()
                .filter(spot -> spot.date().isAfter(today) && canOpen(spot))
                .findFirst();
    }

    boolean isDue(List<Spot> all, LocalDate today, Instant now) {
        return card != null
                && card.state.equals("OPEN")
                && (card.snoozedUntil == null || !card.snoozedUntil.isAfter(now))
                && !isClosed(all, card, today);
    }

    Entry open(Spot spot, Instant now, boolean recovered) {
        Entry entry = new Entry(spot, now, recovered);
        if (entries.put(spot.key(), entry) != null) {
            throw new AssertionError(spot + " was opened twice");
        }
        if (!recovered) {
            if (!canOpen(spot)) {
                throw new AssertionError(spot + " was opened behind " + lastOn);
            }
            card = entry;
            announced = -1;
        }
        lastOn = lastOn == null || spot.date().isAfter(lastOn) ? spot.date() : lastOn;
        lastMilestone = spot.milestone() == null ? lastMilestone : Math.max(lastMilestone, spot.milestone());
        return entry;
    }

    /// The state a timeline shows of a slot without a row.
    String unopened(List<Spot> all, Spot spot, LocalDate today) {
        if (openable(all, today).filter(spot::equals).isPresent()) {
            return "UPCOMING";
        }
        if (spot.date().isAfter(today) && canOpen(spot)) {
            return "UPCOMING";
        }
        return spot.date().isBefore(createdOn) ? "BEFORE" : "MISSED";
    }

    String shown(List<Spot> all, Entry entry, LocalDate today, Instant now) {
        if (!entry.state.equals("OPEN")) {
            return entry.state;
        }
        boolean snoozed = entry.snoozedUntil != null && entry.snoozedUntil.isAfter(now);
        boolean replaced = card != null && card.spot.date().isAfter(entry.spot.date());
        return replaced || isClosed(all, entry, today) ? "EXPIRED" : snoozed ? "SNOOZED" : "OPEN";
    }

    /// Whether a slot that was never opened can still be answered: however long ago it was missed.
    boolean isMissed(List<Spot> all, Spot spot, LocalDate today) {
        return !spot.date().isAfter(today) && unopened(all, spot, today).equals("MISSED");
    }

    /// Dates of what was opened in its turn, in that order.
    List<LocalDate> openings() {
        List<LocalDate> dates = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (!entry.recovered) {
                dates.add(entry.spot.date());
            }
        }
        return dates;
    }
}
