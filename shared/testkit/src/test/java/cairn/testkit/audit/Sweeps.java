package cairn.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Announcement;
import cairn.checkins.Happening;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.Swept;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sweep's ticks, with the bus failing now and then between the announcement and its note.
final class Sweeps {
    private final Travel travel;
    private final Map<MemberId, Person> people = new HashMap<>();
    /// The ids of announcements that were noted, and of those that were lost on their way to the note.
    private final Set<String> noted = new HashSet<>();

    private final Set<String> unnoted = new HashSet<>();
    private final List<Person> all;
    /// Those for whom this tick crashed before the note.
    private final Set<Person> crashed = new HashSet<>();

    Sweeps(Travel travel, List<Person> all) {
        this.travel = travel;
        this.all = all;
        all.forEach(person -> people.put(person.id, person));
    }

    void tick(Instant now) {
        crashed.clear();
        for (int shard = 0; shard < MemberId.SHARDS; shard++) {
            Ledger.@Nullable Nominee after = null;
            boolean more = true;
            while (more) {
                Ledger.Nominees page = travel.ledger.due(shard, now, after);
                for (Ledger.Nominee nominee : page.items()) {
                    sweep(person(nominee.id()), now);
                    after = nominee;
                }
                more = page.more();
            }
        }
        for (int sample = 0; sample < 5; sample++) {
            Person person = all.get(travel.random.nextInt(all.size()));
            if (person.life != null && !crashed.contains(person)) {
                assertThat(person.life.waitsForTheSweep(now))
                        .as("forgotten by the sweep")
                        .isFalse();
            }
        }
    }

    private Person person(MemberId id) {
        Person person = people.get(id);
        if (person == null) {
            throw new AssertionError("nominated: somebody unknown");
        }
        return person;
    }

    private void sweep(Person person, Instant now) {
        assertThat(person.isErased()).as("nominated though erased").isFalse();
        Life life = person.living();
        Members members = travel.at(now);
        Swept swept = members.sweep(person.id);
        life.openAll(now, true);
        person.noteWrite(travel.ledger.member(person.id), now);

        List<Run> expected = life.toAnnounce(now);
        assertThat(swept.announcements().stream().map(Announcement::checkIn).toList())
                .as("what is announced is what is due now, each once, one a journey")
                .isEqualTo(expected.stream()
                        .map(run -> person.cardOf(run.program).orElseThrow())
                        .toList());
        for (Announcement announcement : swept.announcements()) {
            String id = Happening.due(announcement, now).id();
            assertThat(noted).as("announced after it was noted").doesNotContain(id);
            travel.tally.count(unnoted.add(id) ? "announcements" : "announcements repeated after a crash");
        }
        if (!swept.announcements().isEmpty() && travel.random.nextInt(30) == 0) {
            crashed.add(person);
            return;
        }
        if (!swept.announcements().isEmpty()) {
            assertThat(members.announced(swept.row(), swept.announcements())).isTrue();
            swept.announcements()
                    .forEach(announcement ->
                            noted.add(Happening.due(announcement, now).id()));
            expected.forEach(run -> run.announced = run.card == null ? -1 : run.card.snoozeCount);
            person.noteWrite(travel.ledger.member(person.id), now);
        }
        Member member = travel.ledger.member(person.id).orElseThrow();
        Instant nextActionAt = member.outlook().nextActionAt();
        assertThat(nextActionAt == null || nextActionAt.isAfter(now))
                .as("after a sweep there is nothing to do but later")
                .isTrue();
    }
}
