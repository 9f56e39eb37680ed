package cairn.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Asked;
import cairn.checkins.CheckIn;
import cairn.checkins.DueAnswer;
import cairn.checkins.Ledger;
import cairn.checkins.Members;
import cairn.checkins.TimelineView;
import cairn.checkins.Tombstone;
import cairn.testkit.audit.Run.Entry;
import cairn.testkit.audit.Walk.Spot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The audit's books held against what the product stores and shows.
final class Books {
    private Books() {}

    /// What `due` answers is what the books say: cards with their slots, days and closes, and what is next.
    static void expectDue(Person person, Asked asked, Instant now) {
        List<String> due = new ArrayList<>();
        List<String> next = new ArrayList<>();
        Life life = person.life;
        if (life != null && !person.isErased()) {
            LocalDate today = life.today(now);
            for (Run run : life.runs.values()) {
                List<Spot> all = life.spots(run);
                Entry card = run.card;
                if (card != null && run.isDue(all, today, now)) {
                    due.add(line(person, run, card.spot) + " closes " + run.closesOn(all, card.spot.date(), true)
                            + " opened " + card.openedAt);
                }
                run.next(all, today).ifPresent(spot -> next.add(line(person, run, spot)));
            }
        }
        assertThat(asked.answer().due().stream().map(Books::line).toList()).isEqualTo(due);
        assertThat(asked.answer().next().stream()
                        .map(coming -> coming.id() + " " + coming.dueOn())
                        .toList())
                .isEqualTo(next);
    }

    private static String line(Person person, Run run, Spot spot) {
        return person.idOf(run, spot).text() + " " + spot.date();
    }

    private static String line(DueAnswer.Due card) {
        return card.id() + " " + card.dueOn() + " closes " + card.closesOn() + " opened " + card.openedAt();
    }

    /// What the worker does for a tombstone: of that life and those before nothing is left.
    static void forget(Person person, Ledger ledger) {
        Instant erasedAt = person.erasedAt;
        if (erasedAt == null) {
            return;
        }
        int over = person.life == null ? person.lives : person.lives - 1;
        assertThat(new Tombstone(person.id, 1, over, erasedAt).forgetRows(ledger))
                .isTrue();
        person.rowsAreLeft = false;
        for (int life = 1; life <= over; life++) {
            assertThat(ledger.held(person.id, life, null, 100).items()).isEmpty();
        }
    }

    /// Every row of this life is one that the books have, with the answers that were acknowledged; in each run
    /// slots opened in strictly increasing order.
    ///
    /// @return how many rows
    static int expectRows(Person person, Ledger ledger) {
        Map<String, String> stored = new TreeMap<>();
        Ledger.@Nullable Position after = null;
        boolean more = true;
        while (more) {
            Ledger.Page page = ledger.held(person.id, person.lives, after, 100);
            for (CheckIn row : page.items()) {
                assertThat(stored.put(row.id().text(), line(row)))
                        .as("no row comes twice")
                        .isNull();
                after = row.position();
            }
            more = page.more();
        }
        Map<String, String> expected = new TreeMap<>();
        Life life = person.life;
        if (life != null) {
            List<Run> runs = new ArrayList<>(life.superseded);
            runs.addAll(life.runs.values());
            for (Run run : runs) {
                run.entries
                        .values()
                        .forEach(entry ->
                                expected.put(person.idOf(run, entry.spot).text(), line(entry)));
                List<LocalDate> openings = run.openings();
                for (int i = 1; i < openings.size(); i++) {
                    assertThat(openings.get(i)).isAfter(openings.get(i - 1));
                }
            }
        }
        assertThat(stored).isEqualTo(expected);
        return stored.size();
    }

    private static String line(CheckIn row) {
        var completion = row.completion();
        return row.opened().slot().date() + " " + row.opened().state() + " "
                + row.opened().openedAt() + " "
                + row.opened().snoozeCount() + " " + row.opened().snoozedUntil()
                + (completion == null
                        ? ""
                        : " " + new TreeMap<>(completion.answers()) + (completion.late() ? " late" : ""));
    }

    private static String line(Entry entry) {
        return entry.spot.date() + " " + entry.state + " " + entry.openedAt + " " + entry.snoozeCount + " "
                + entry.snoozedUntil
                + (entry.answers == null ? "" : " " + new TreeMap<>(entry.answers) + (entry.late ? " late" : ""));
    }

    /// Each slot of each current run was opened once, or missed, or is to come, as the books say.
    static void expectTimelines(Person person, Members members, Instant now) {
        Life life = person.life;
        if (life == null || person.isErased()) {
            return;
        }
        LocalDate today = life.today(now);
        LocalDate to = today.plusDays(60);
        for (Run run : life.runs.values()) {
            List<Spot> all = life.spots(run);
            // From the earliest row on: a row that a corrected start has left outside the days asked for is not read.
            LocalDate from = run.entries.values().stream()
                    .map(entry -> entry.spot.date())
                    .reduce(run.startedOn, (one, other) -> other.isBefore(one) ? other : one);
            Map<String, String> shown = new TreeMap<>();
            for (LocalDate start = from; start != null; ) {
                if (members.timeline(person.id, run.program, start, to)
                        instanceof Members.Part.Found<TimelineView>(TimelineView page)) {
                    page.items()
                            .forEach(item -> shown.put(
                                    item.slot().date() + " " + item.slot().key().text(),
                                    item.state().name()));
                    start = page.next();
                }
            }
            Map<String, String> expected = new TreeMap<>();
            for (Spot spot : all) {
                if (!spot.date().isAfter(to) && !run.entries.containsKey(spot.key())) {
                    expected.put(spot.date() + " " + spot.key(), run.unopened(all, spot, today));
                }
            }
            for (Entry entry : run.entries.values()) {
                if (!entry.spot.date().isBefore(from)) {
                    expected.put(entry.spot.date() + " " + entry.spot.key(), run.shown(all, entry, today, now));
                }
            }
            assertThat(shown).isEqualTo(expected);
        }
    }

    /// What the books say of a person, to be read where they differ from the product.
    static String of(Person person, Instant now) {
        Life life = person.life;
        if (life == null) {
            return "nobody lives";
        }
        StringBuilder text = new StringBuilder("life " + life.number + ", today " + life.today(now));
        for (Run run : life.runs.values()) {
            text.append("\n" + run.program + " run " + run.number + " started " + run.startedOn + " created "
                    + run.createdOn + " last " + run.lastOn + " milestone " + run.lastMilestone + " on " + life.plans);
            run.entries.values().forEach(entry -> text.append("\n  " + entry.spot.key() + " " + line(entry)));
        }
        return text.toString();
    }
}
