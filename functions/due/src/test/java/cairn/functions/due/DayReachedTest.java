package cairn.functions.due;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Asked;
import cairn.checkins.CheckInId;
import cairn.checkins.CheckInProgram;
import cairn.checkins.DueAnswer;
import cairn.checkins.Explanation;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.Programs;
import cairn.checkins.Swept;
import cairn.lambda.Json;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import cairn.timeline.Program;
import cairn.timeline.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Semantics 11 where the clocks change around midnight: what is due stays as it was answered until `validUntil`, and
/// is what the explanation says, which is never cached.
class DayReachedTest {
    private static final MemberId ID = new MemberId("midnight");
    private static final Instant FROM = Instant.parse("2000-01-20T00:00:00Z");
    private static final Instant TO = Instant.parse("2041-01-01T00:00:00Z");
    /// From midnight: farther away a change of the clocks makes no day longer than its own hours do.
    private static final Duration NEAR = Duration.ofHours(3);

    private final Programs programs = new Programs(
            Map.of(SamplePrograms.SKIN, atMidnight(SamplePrograms.skin()), SamplePrograms.HAIR, SamplePrograms.hair()),
            SamplePrograms.DEFAULT_PLAN,
            "midnight-1");

    @Test
    void inStJohnsTheDayThatBeginsTwiceBringsItsCard() {
        InMemoryLedger ledger = new InMemoryLedger();
        ZoneId stJohns = ZoneId.of("America/St_Johns");
        at(ledger, Instant.parse("2010-10-31T12:00:00Z"))
                .start(ID, SamplePrograms.SKIN, LocalDate.of(2010, 10, 31), stJohns);
        at(ledger, Instant.parse("2010-11-07T03:00:00Z")).setLiving(ID, stJohns, "en");

        DueAnswer before = answer(ledger, Instant.parse("2010-11-07T03:10:00Z"));
        assertThat(before.due()).isEmpty();
        assertThat(before.validUntil()).isEqualTo("2010-11-07T03:30:00Z");
        assertThat(before.next()).extracting(DueAnswer.Next::opensAt).containsExactly(before.validUntil());
        assertThat(answer(ledger, Instant.parse("2010-11-07T03:40:00Z")).due())
                .extracting(DueAnswer.Due::slot)
                .containsExactly("day-7");
    }

    /// A snooze that ends within the hour that comes twice is one before the close.
    @Test
    void aCardThatClosesWithTheDayThatBeginsTwiceCanBePutOffInTheHourBefore() {
        InMemoryLedger ledger = new InMemoryLedger();
        ZoneId stJohns = ZoneId.of("America/St_Johns");
        at(ledger, Instant.parse("2010-10-26T12:00:00Z"))
                .start(ID, SamplePrograms.HAIR, LocalDate.of(2010, 10, 26), stJohns);
        DueAnswer.Due card =
                answer(ledger, Instant.parse("2010-11-06T12:00:00Z")).due().getFirst();
        assertThat(card.closesOn()).isEqualTo("2010-11-07");
        Instant until = Instant.parse("2010-11-07T03:20:00Z");

        at(ledger, Instant.parse("2010-11-07T03:00:00Z"))
                .snooze(ID, CheckInId.parse(card.id()).orElseThrow(), until);

        assertThat(answer(ledger, Instant.parse("2010-11-07T03:10:00Z")).validUntil())
                .isEqualTo(until);
        assertThat(answer(ledger, until).due()).hasSize(1);
        assertThat(answer(ledger, until).validUntil()).isEqualTo("2010-11-07T03:30:00Z");
        assertThat(answer(ledger, Instant.parse("2010-11-07T03:30:00Z")).due()).isEmpty();
    }

    /// Every change of every clock that happens near midnight, once for all that are alike.
    @Test
    void whatIsAnsweredIsRightUntilItSaysAndNoLonger() {
        Set<String> alike = new HashSet<>();
        for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(name);
            ZoneOffsetTransition change = zone.getRules().nextTransition(FROM);
            while (change != null && change.getInstant().isBefore(TO)) {
                String kind = change.getDateTimeBefore().toLocalTime() + " " + change.getDuration();
                if (isNearMidnight(change) && alike.add(kind)) {
                    holds(zone, change);
                }
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertThat(alike).contains("00:01 PT-1H", "01:00 PT-1H", "00:00 PT1H", "00:00 PT-1H", "00:00 PT24H");
    }

    private static boolean isNearMidnight(ZoneOffsetTransition change) {
        return Stream.of(change.getDateTimeBefore(), change.getDateTimeAfter())
                .map(wall -> Duration.between(LocalTime.MIDNIGHT, wall.toLocalTime()))
                .anyMatch(since -> since.compareTo(NEAR) <= 0
                        || since.compareTo(Duration.ofDays(1).minus(NEAR)) >= 0);
    }

    private void holds(ZoneId zone, ZoneOffsetTransition change) {
        LocalDate day = change.getDateTimeBefore().plusHours(12).toLocalDate();
        List<Instant> moments = moments(change.getInstant(), day, zone);
        for (int startedDaysBefore : List.of(7, 12)) {
            for (int written = 0; written < moments.size(); written++) {
                InMemoryLedger ledger = started(day.minusDays(startedDaysBefore), zone);
                at(ledger, moments.get(written)).setLiving(ID, zone, "de");
                goesOn(ledger, moments.subList(written, moments.size()), written % 2 == 0);
            }
        }
    }

    /// Every half an hour, and the change and the midnights to the millisecond.
    private static List<Instant> moments(Instant change, LocalDate day, ZoneId zone) {
        Stream<Instant> steps =
                IntStream.rangeClosed(-4, 6).mapToObj(step -> change.plus(Duration.ofMinutes(30L * step)));
        Stream<Instant> ends = Stream.of(change, WallTime.startOf(day, zone), WallTime.reached(day, zone, change));
        return Stream.concat(steps, ends.flatMap(end -> Stream.of(end.minusMillis(1), end, end.plusSeconds(30))))
                .distinct()
                .sorted()
                .toList();
    }

    private InMemoryLedger started(LocalDate startedOn, ZoneId zone) {
        InMemoryLedger ledger = new InMemoryLedger();
        Instant then = startedOn.atTime(12, 0).atZone(zone).toInstant();
        for (String program : List.of(SamplePrograms.SKIN, SamplePrograms.HAIR)) {
            at(ledger, then).start(ID, program, startedOn, zone);
        }
        at(ledger, startedOn.plusDays(7).atTime(12, 0).atZone(zone).toInstant().minus(Duration.ofDays(2)))
                .due(ID);
        return ledger;
    }

    private void goesOn(InMemoryLedger ledger, List<Instant> moments, boolean sweeps) {
        @Nullable DueAnswer before = null;
        for (Instant now : moments) {
            if (sweeps) {
                sweep(ledger, now);
            }
            Set<String> explained = Stream.of(SamplePrograms.HAIR, SamplePrograms.SKIN)
                    .filter(program -> isDue(ledger, program, now))
                    .collect(Collectors.toSet());
            DueAnswer answer = answer(ledger, now);
            assertThat(answer.due())
                    .as("at %s", now)
                    .extracting(DueAnswer.Due::program)
                    .hasSameElementsAs(explained);
            Instant until = answer.validUntil();
            assertThat(until == null || until.isAfter(now))
                    .as("%s is after %s", until, now)
                    .isTrue();
            if (before != null && isStillValid(before, now)) {
                assertThat(answer).as("at %s", now).isEqualTo(before);
            }
            before = answer;
        }
    }

    private static boolean isStillValid(DueAnswer answer, Instant now) {
        return answer.validUntil() == null || now.isBefore(answer.validUntil());
    }

    private void sweep(InMemoryLedger ledger, Instant now) {
        Members members = at(ledger, now);
        Swept swept = members.sweep(ID);
        members.announced(swept.row(), swept.announcements());
        Instant next = ledger.member(ID).orElseThrow().outlook().nextActionAt();
        assertThat(next == null || next.isAfter(now))
                .as("%s is after %s", next, now)
                .isTrue();
    }

    private boolean isDue(InMemoryLedger ledger, String program, Instant now) {
        Members.Part<Explanation> part = at(ledger, now).explanation(ID, program, now);
        Explanation why = ((Members.Part.Found<Explanation>) part).value();
        assertThat(why.ahead()).allSatisfy(ahead -> assertThat(ahead.at()).isAfter(now));
        return why.due();
    }

    private DueAnswer answer(InMemoryLedger ledger, Instant now) {
        return ((Asked) at(ledger, now).due(ID)).answer();
    }

    private Members at(InMemoryLedger ledger, Instant now) {
        return new Members(ledger, programs, Json.ANSWER_FORMAT, now, _ -> {});
    }

    private static CheckInProgram atMidnight(CheckInProgram program) {
        Program as = program.schedule();
        Program changed =
                new Program(as.name(), as.milestones(), as.plans(), as.window(), LocalTime.MIDNIGHT, as.editedOn());
        return new CheckInProgram(changed, program.card());
    }
}
