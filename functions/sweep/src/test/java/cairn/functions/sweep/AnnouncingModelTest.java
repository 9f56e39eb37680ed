package cairn.functions.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Announcement;
import cairn.checkins.Answer;
import cairn.checkins.CheckInId;
import cairn.checkins.CheckInProgram;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.PlanChange;
import cairn.checkins.Programs;
import cairn.lambda.Json;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import cairn.timeline.Program;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random lives of some weeks, in two programs at once, with visits, snoozes, answers, restarts, journeys round the
/// world and outages: at every tick exactly those cards are announced of which [AnnouncingModel] says so.
class AnnouncingModelTest {
    private static final MemberId ID = new MemberId("walker");
    private static final int LIVES = 120;
    private static final int TICKS = 2_500;
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/Los_Angeles",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Asia/Tokyo",
            "UTC");
    private static final List<String> HOURS = List.of("09:00", "18:30", "00:00", "02:30", "11:59", "12:00", "23:50");
    private static final Map<String, Answer> ANSWERS =
            Map.of("comfort", new Answer.Quantity(BigDecimal.ONE), "feel", new Answer.Words("dry"));
    private static final Set<String> REHEARSED = new HashSet<>();

    private final Ledger ledger = new InMemoryLedger();
    private final Map<String, AnnouncingModel> models = new TreeMap<>();
    private Programs programs = SamplePrograms.both();
    private Instant now = BEGIN;

    static IntStream seeds() {
        return IntStream.range(0, LIVES);
    }

    /// Lives in which little happens would prove little.
    @AfterAll
    static void thereWasSomethingToCompare() {
        assertThat(REHEARSED).contains("announced 0", "announced 1", "announced 2", "restart", "move", "settle", "nap");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsAnnouncedIsWhatMayBe(int seed) {
        Random random = new Random(seed);
        boolean weekly = random.nextBoolean();
        Duration step = Duration.ofMinutes(List.of(7, 20, 30, 45).get(random.nextInt(4)));
        begin(weekly, ZoneId.of(pick(random, ZONES)), HOURS.get(seed % HOURS.size()));
        int down = 0;
        for (int tick = 0; tick < TICKS; tick++, now = now.plus(step)) {
            if (random.nextInt(40) == 0) {
                something(random);
            }
            if (random.nextInt(150) == 0) {
                down = random.nextInt(200);
                REHEARSED.add("nap");
            }
            if (down-- <= 0) {
                expectAsModelled(step);
            }
        }
    }

    private void begin(boolean weekly, ZoneId zone, String hour) {
        LocalDate start = now.atZone(zone).toLocalDate();
        LocalTime announceAt = LocalTime.parse(hour);
        programs = new Programs(
                Map.of(
                        SamplePrograms.SKIN, announcedAt(announceAt, SamplePrograms.skin()),
                        SamplePrograms.HAIR, announcedAt(announceAt, SamplePrograms.hair())),
                SamplePrograms.DEFAULT_PLAN,
                "model-1");
        models.put(SamplePrograms.SKIN, new AnnouncingModel(weekly, null, announceAt));
        models.put(SamplePrograms.HAIR, new AnnouncingModel(weekly, 5, announceAt));
        if (weekly) {
            members().changePlan(ID, new PlanChange("pro", now, null));
        }
        models.forEach((program, model) -> {
            members().start(ID, program, start, zone);
            model.starts(start);
        });
    }

    private static CheckInProgram announcedAt(LocalTime announceAt, CheckInProgram program) {
        Program as = program.schedule();
        Program changed = new Program(as.name(), as.milestones(), as.plans(), as.window(), announceAt, as.editedOn());
        return new CheckInProgram(changed, program.card());
    }

    private void something(Random random) {
        String program = random.nextBoolean() ? SamplePrograms.SKIN : SamplePrograms.HAIR;
        AnnouncingModel model = model(program);
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> {
                models.values().forEach(each -> each.visited(now, today(), zone()));
                members().due(ID);
            }
            case 5, 6, 7, 8, 9 -> snooze(random, program, model);
            case 10, 11 -> settle(random, program, model);
            case 12 -> restart(random, program, model);
            default -> {
                members().setLiving(ID, ZoneId.of(pick(random, ZONES)), null);
                REHEARSED.add("move");
            }
        }
    }

    private void snooze(Random random, String program, AnnouncingModel model) {
        Instant until = now.plus(Duration.ofMinutes(1 + random.nextInt(2 * 24 * 60)));
        if (model.canBePutOff(today()) && until.isBefore(model.closesAt(zone()))) {
            members().snooze(ID, card(program), until);
            model.snoozed(until);
        }
    }

    private void settle(Random random, String program, AnnouncingModel model) {
        if (model.canBePutOff(today())) {
            CheckInId card = card(program);
            if (random.nextBoolean()) {
                members().complete(ID, card, ANSWERS, null);
            } else {
                members().dismiss(ID, card);
            }
            model.settled();
            REHEARSED.add("settle");
        }
    }

    private void restart(Random random, String program, AnnouncingModel model) {
        int run = member().journey(program).orElseThrow().run() + 1;
        LocalDate start = today().minusDays(random.nextInt(12)).plusDays(1);
        members().restart(ID, program, run, start);
        model.starts(start);
        REHEARSED.add("restart");
    }

    private void expectAsModelled(Duration step) {
        Set<String> expected = new HashSet<>();
        LocalDate today = today();
        models.forEach((program, model) ->
                model.swept(now, today, zone()).ifPresent(name -> expected.add(program + " " + name)));
        Set<String> announced = new HashSet<>();
        if (isNominated()) {
            List<Announcement> out = members().sweep(ID).announcements();
            for (Announcement one : out) {
                announced.add(name(one));
                members().announced(member(), List.of(one));
                REHEARSED.add("announced " + one.snoozeCount());
            }
            Instant next = member().outlook().nextActionAt();
            assertThat(next == null || next.isAfter(now))
                    .as("%s lies ahead", next)
                    .isTrue();
        }
        assertThat(announced).as("announced at %s, ticks %s apart", now, step).isEqualTo(expected);
    }

    private static String name(Announcement one) {
        CheckInId id = one.checkIn();
        return Stream.of(id.program(), id.run(), id.slot().text(), one.snoozeCount())
                .map(String::valueOf)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    private boolean isNominated() {
        return !ledger.due(ID.shard(), now, null).items().isEmpty();
    }

    private Members members() {
        return new Members(ledger, programs, Json.ANSWER_FORMAT, now, _ -> {});
    }

    private AnnouncingModel model(String program) {
        return models.entrySet().stream()
                .filter(entry -> entry.getKey().equals(program))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private Member member() {
        return ledger.member(ID).orElseThrow();
    }

    private ZoneId zone() {
        return member().reckoningZone();
    }

    private LocalDate today() {
        return member().todayAt(now);
    }

    private CheckInId card(String program) {
        int run = member().journey(program).orElseThrow().run();
        return ledger.newestFirst(ID, 1, program, null, 1).items().stream()
                .map(row -> row.id())
                .filter(id -> id.run() == run)
                .findFirst()
                .orElseThrow();
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
