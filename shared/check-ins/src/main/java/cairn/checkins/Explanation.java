package cairn.checkins;

import cairn.timeline.InstantText;
import cairn.timeline.OpenedSoFar;
import cairn.timeline.PlanHistory;
import cairn.timeline.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why a journey's card is due at a moment, or is not: each rule with what went in and what came out, in
/// the order in which they decide; and what would change it.
///
/// @param due   whether asking at that moment shows a card
/// @param steps the rules
/// @param ahead what will change by itself, soonest first
public record Explanation(Instant at, LocalDate today, boolean due, List<Step> steps, List<Ahead> ahead) {
    public Explanation {
        steps = List.copyOf(steps);
        ahead = List.copyOf(ahead);
    }

    /// One rule.
    ///
    /// @param rule    its name: `today`, `plan`, `timeline`, `order`, `window`, `card`, `snooze`
    /// @param inputs  what it looked at, as text
    /// @param verdict what it found
    public record Step(String rule, Map<String, String> inputs, String verdict) {}

    /// Something that time alone will bring.
    public record Ahead(Instant at, String what) {}

    static Explanation of(Member member, JourneyAt at) {
        List<Step> steps = new ArrayList<>();
        steps.add(today(member, at));
        steps.add(plan(member.plans(), at));
        steps.add(timeline(at));
        at.timeline().lastOnOrBefore(at.today()).ifPresent(slot -> {
            steps.add(order(at, slot));
            steps.add(window(at, slot));
        });
        steps.add(card(at));
        boolean due = at.openable().isPresent() || at.dueCard().isPresent();
        return new Explanation(at.now(), at.today(), due, steps, ahead(at));
    }

    private static Step today(Member member, JourneyAt at) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("now", InstantText.of(at.now()));
        inputs.put("timeZone", at.zone().getId());
        inputs.put("lastDay", String.valueOf(member.lastDay()));
        return new Step("today", inputs, "it is " + at.today() + " for this member");
    }

    private static Step plan(PlanHistory plans, JourneyAt at) {
        String plan = plans.planOn(at.today());
        String cadence = at.program()
                .cadenceOf(plan)
                .map(found -> "a slot every " + found.period() + " (" + found.name() + ")")
                .orElse("no slots after the milestones");
        return new Step("plan", Map.of("plan", plan), cadence);
    }

    private static Step timeline(JourneyAt at) {
        Optional<Slot> current = at.timeline().lastOnOrBefore(at.today());
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("startedOn", at.journey().startedOn().toString());
        inputs.put("milestones", at.program().milestones().toString());
        return new Step(
                "timeline",
                inputs,
                current.map(slot -> "the current slot is " + named(slot)).orElse("no slot has come yet"));
    }

    private static Step order(JourneyAt at, Slot slot) {
        OpenedSoFar opened = at.journey().opened();
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("lastOpenedOn", String.valueOf(opened.lastOn()));
        inputs.put("lastOpenedMilestone", String.valueOf(opened.lastMilestone()));
        return new Step(
                "order",
                inputs,
                opened.leavesOpenable(slot)
                        ? named(slot) + " comes after all that was opened, so it can open"
                        : named(slot) + " does not come after all that was opened, so it cannot open again");
    }

    private static Step window(JourneyAt at, Slot slot) {
        Optional<LocalDate> closesOn = at.timeline().closesOn(slot);
        boolean closed = closesOn.filter(day -> !at.today().isBefore(day)).isPresent();
        return new Step(
                "window",
                Map.of("closesOn", closesOn.map(LocalDate::toString).orElse("never")),
                named(slot) + (closed ? " has closed" : " has not closed"));
    }

    private static Step card(JourneyAt at) {
        if (at.openable().isPresent()) {
            return new Step(
                    "card", Map.of(), "asking opens " + named(at.openable().get()) + " and shows it");
        }
        return at.card()
                .map(card -> {
                    ShownState state = card.shownAt(at.now(), at.isClosed(card));
                    Map<String, String> inputs = new LinkedHashMap<>();
                    inputs.put("openedAt", InstantText.of(card.openedAt()));
                    inputs.put(
                            "closesOn",
                            at.closesOn(card).map(LocalDate::toString).orElse("never"));
                    Instant until = card.snoozedUntil();
                    inputs.put("snoozedUntil", until == null ? "null" : InstantText.of(until));
                    return new Step("card", inputs, named(card.slot()) + " was opened and is " + word(state));
                })
                .orElseGet(() -> new Step("card", Map.of(), "nothing was opened yet"));
    }

    private static List<Ahead> ahead(JourneyAt at) {
        List<Ahead> ahead = new ArrayList<>();
        at.next().ifPresent(slot -> ahead.add(new Ahead(at.reached(slot.date()), named(slot) + " can open")));
        at.card().map(card -> named(card.slot())).ifPresent(card -> {
            at.cardClosesAt().ifPresent(close -> ahead.add(new Ahead(close, card + " closes")));
            at.snoozeEndsAt().ifPresent(until -> ahead.add(new Ahead(until, card + " is no longer snoozed")));
        });
        return ahead.stream()
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }

    private static String named(Slot slot) {
        return slot.key().text() + " of " + slot.date();
    }

    private static String word(ShownState state) {
        return switch (state) {
            case OPEN -> "open, so it is shown";
            case SNOOZED -> "snoozed";
            case EXPIRED -> "expired";
            case COMPLETED -> "completed";
            case DISMISSED -> "dismissed";
            case UPCOMING, MISSED, BEFORE -> throw new IllegalArgumentException("not the state of a stored check-in");
        };
    }
}
