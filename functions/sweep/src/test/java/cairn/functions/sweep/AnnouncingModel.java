package cairn.functions.sweep;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Semantics 10 told once more, for one journey, by somebody who does not compute when to come next but looks at
/// everything at every moment: all slots spelled out, all days tried.
final class AnnouncingModel {
    private static final Duration HOURS = Duration.ofHours(12);
    private static final int RECURRING = 30;

    private final boolean weekly;
    private final @Nullable Integer windowDays;
    private final LocalTime announceAt;
    private final Set<String> told = new HashSet<>();
    private List<Slot> slots = List.of();
    private int run;
    private @Nullable LocalDate lastOpened;
    private @Nullable Card card;

    private record Slot(String key, LocalDate date) {}

    private record Card(Slot slot, int snoozes, @Nullable Instant until, boolean open) {
        Card snoozed(Instant to) {
            return new Card(slot, snoozes + 1, to, open);
        }

        Card settled() {
            return new Card(slot, snoozes, until, false);
        }
    }

    /// @param windowDays null for a program whose slots stay open until the next one
    AnnouncingModel(boolean weekly, @Nullable Integer windowDays, LocalTime announceAt) {
        this.weekly = weekly;
        this.windowDays = windowDays;
        this.announceAt = announceAt;
    }

    void starts(LocalDate start) {
        run++;
        lastOpened = null;
        card = null;
        List<Slot> all = new ArrayList<>();
        for (int days : List.of(7, 15, 30)) {
            all.add(new Slot("day-" + days, start.plusDays(days)));
        }
        LocalDate anchor = start.plusDays(30);
        for (int k = 1; k <= RECURRING; k++) {
            LocalDate date = weekly ? anchor.plusWeeks(k) : anchor.plusMonths(k);
            all.add(new Slot((weekly ? "weekly-" : "monthly-") + date, date));
        }
        slots = List.copyOf(all);
    }

    void visited(Instant now, LocalDate today, ZoneId zone) {
        openable(today).ifPresent(slot -> {
            open(slot);
            if (!now.isBefore(hour(slot.date(), zone))) {
                told.add(name(slot, 0));
            }
        });
    }

    /// What is put off or settled is known to be the card, and open.
    void snoozed(Instant until) {
        card = cardThere().snoozed(until);
    }

    void settled() {
        card = cardThere().settled();
    }

    /// @return what is announced at this tick: at most one, as [#name]
    Optional<String> swept(Instant now, LocalDate today, ZoneId zone) {
        openable(today).filter(slot -> !now.isBefore(hour(slot.date(), zone))).ifPresent(this::open);
        return Optional.ofNullable(card)
                .filter(there -> isDue(there, now, today))
                .filter(there -> isInHours(there, now, zone))
                .map(there -> name(there.slot(), there.snoozes()))
                .filter(told::add);
    }

    boolean canBePutOff(LocalDate today) {
        return card != null && card.open() && today.isBefore(close(card.slot()));
    }

    /// The moment before which a snooze must end.
    Instant closesAt(ZoneId zone) {
        return close(cardThere().slot()).atStartOfDay(zone).toInstant();
    }

    private String name(Slot slot, int snoozes) {
        return run + " " + slot.key() + " " + snoozes;
    }

    private Card cardThere() {
        if (card == null) {
            throw new IllegalStateException("there is no card");
        }
        return card;
    }

    private void open(Slot slot) {
        card = new Card(slot, 0, null, true);
        lastOpened = slot.date();
    }

    private Optional<Slot> openable(LocalDate today) {
        return slots.reversed().stream()
                .filter(slot -> !slot.date().isAfter(today))
                .findFirst()
                .filter(slot -> lastOpened == null || slot.date().isAfter(lastOpened))
                .filter(slot -> today.isBefore(close(slot)));
    }

    private LocalDate close(Slot slot) {
        LocalDate next = slots.stream()
                .map(Slot::date)
                .filter(date -> date.isAfter(slot.date()))
                .findFirst()
                .orElseThrow();
        LocalDate end = windowDays == null ? next : slot.date().plusDays(windowDays);
        return end.isBefore(next) ? end : next;
    }

    private boolean isDue(Card there, Instant now, LocalDate today) {
        boolean snoozed = there.until() != null && there.until().isAfter(now);
        return there.open() && !snoozed && today.isBefore(close(there.slot()));
    }

    /// What the clock on the member's wall shows decides, and the date beside it.
    private boolean isInHours(Card there, Instant now, ZoneId zone) {
        LocalDateTime wall = now.atZone(zone).toLocalDateTime();
        LocalDate date = wall.toLocalDate();
        Instant until = there.until();
        if (until != null && !now.isBefore(until)) {
            boolean sameDay = until.atZone(zone).toLocalDate().equals(date);
            if (sameDay && !now.isAfter(until.plus(HOURS))) {
                return true;
            }
        }
        boolean hasCome = !now.isBefore(hour(date, zone));
        boolean hasPassed =
                announceAt.isBefore(LocalTime.NOON) && wall.toLocalTime().isAfter(announceAt.plus(HOURS));
        boolean isLater = until == null || hour(date, zone).isAfter(until);
        return !date.isBefore(there.slot().date()) && hasCome && !hasPassed && isLater;
    }

    private Instant hour(LocalDate day, ZoneId zone) {
        return ZonedDateTime.of(day, announceAt, zone).toInstant();
    }
}
