package cairn.checkins;

import cairn.timeline.OpenedSoFar;
import cairn.timeline.Program;
import cairn.timeline.SlotKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rule for what a journey comes to by the check-ins that are brought into it, and in which order they
/// are written.
///
/// The first write tells the journey all that was opened, so that from then on nothing of it opens again,
/// wherever the import breaks off. It stores the card's own row, for the member's row never names one that
/// is not there. Each row after it is counted as it is stored.
///
/// @param base   as it is stored, or was begun
/// @param told   the line about its current run; null if there is none
/// @param held   rows of its current run that are there
/// @param coming rows of it that are not, of earlier runs too
record ImportingJourney(
        Moment moment,
        Member member,
        Program program,
        Journey base,
        @Nullable ImportedJourney told,
        List<CheckIn> held,
        List<CheckIn> coming) {
    private static final Comparator<CheckIn> IN_ORDER =
            Comparator.comparingInt(CheckIn::run).thenComparing(CheckIn::position, byDate());

    /// One write: the person with what it tells of the journey, and its row.
    record Step(Journey head, boolean first, CheckIn row) {
        Member applyTo(Member before) {
            Journey journey = first ? head : before.journey(head.program()).orElse(head);
            return before.with(row.run() == journey.run() ? journey.counting(row) : journey);
        }
    }

    List<Step> steps() {
        List<CheckIn> rows = new ArrayList<>(coming);
        rows.sort(IN_ORDER);
        Optional<CheckIn> card = card();
        card.ifPresent(row -> {
            rows.remove(row);
            rows.addFirst(row);
        });
        Journey head = base.brought(
                opened(),
                card.map(CheckIn::opened).orElse(base.lastOpened()),
                card.isPresent() ? announced(card.get().opened()) : base.announced(),
                streak());
        List<Step> steps = new ArrayList<>();
        rows.forEach(row -> steps.add(new Step(head, steps.isEmpty(), row)));
        return steps;
    }

    private List<CheckIn> comingToCurrentRun() {
        return coming.stream().filter(row -> row.run() == base.run()).toList();
    }

    private OpenedSoFar opened() {
        OpenedSoFar opened = base.opened();
        for (CheckIn row : comingToCurrentRun()) {
            opened = opened.with(row.opened().slot());
        }
        return opened;
    }

    /// The row that becomes the card; empty if the card stays what it is. The one that its journey's line
    /// names; else the last, unless a later one was opened here.
    private Optional<CheckIn> card() {
        SlotKey named = namedCard();
        if (named != null) {
            return comingToCurrentRun().stream()
                    .filter(row -> row.opened().slot().key().equals(named))
                    .filter(this::isLaterThanCard)
                    .findFirst();
        }
        return comingToCurrentRun().stream().max(IN_ORDER).filter(this::isLaterThanCard);
    }

    private @Nullable SlotKey namedCard() {
        SlotKey named = told == null ? null : told.card();
        boolean isThere =
                held.stream().anyMatch(row -> row.opened().slot().key().equals(named));
        boolean comes = comingToCurrentRun().stream()
                .anyMatch(row -> row.opened().slot().key().equals(named));
        return isThere || comes ? named : null;
    }

    private boolean isLaterThanCard(CheckIn row) {
        OpenedSlot card = base.lastOpened();
        return card == null || row.opened().slot().date().isAfter(card.slot().date());
    }

    /// What another system opened, the person has seen; one put off until later they wait for.
    private @Nullable Announced announced(OpenedSlot card) {
        if (told != null && Objects.equals(namedCard(), card.slot().key())) {
            return told.announced();
        }
        int seen = card.isSnoozedAt(moment.now()) ? Math.max(0, card.snoozeCount() - 1) : card.snoozeCount();
        return new Announced(seen, card.openedAt());
    }

    private @Nullable Streak streak() {
        Streak toldOf = told == null ? null : told.streak();
        if (toldOf != null && (base.streak() == null || toldOf.equals(base.streak()))) {
            return toldOf;
        }
        Streak counted = counted();
        Streak stored = base.streak();
        return stored == null || (counted != null && isBetter(counted, stored)) ? counted : stored;
    }

    private boolean isBetter(Streak counted, Streak stored) {
        LocalDate countedThrough = dateOf(counted.through());
        LocalDate storedThrough = dateOf(stored.through());
        return countedThrough.isAfter(storedThrough)
                || (countedThrough.equals(storedThrough) && counted.length() > stored.length());
    }

    private LocalDate dateOf(SlotKey key) {
        return switch (key) {
            case SlotKey.Milestone(int days) -> base.startedOn().plusDays(days);
            case SlotKey.Recurring(String _, LocalDate date) -> date;
        };
    }

    /// Slot after slot in the order of their dates, as if each had been completed when it was.
    private @Nullable Streak counted() {
        List<CheckIn> rows = new ArrayList<>(held);
        rows.addAll(comingToCurrentRun());
        rows.sort(IN_ORDER);
        Journey counting = base.brought(base.opened(), null, null, null);
        for (CheckIn row : rows) {
            Completion completion = row.completion();
            if (completion != null && !completion.late()) {
                JourneyAt at = JourneyAt.of(member, counting, program, moment.now());
                Streak longer = at.streakThrough(row.opened().slot());
                counting = base.brought(base.opened(), null, null, longer);
            }
        }
        return counting.streak();
    }

    private static Comparator<Ledger.Position> byDate() {
        return Comparator.comparing(Ledger.Position::date)
                .thenComparing(position -> position.id().slot().text());
    }
}
