package cairn.functions.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cairn.checkins.CheckIn;
import cairn.checkins.ForwardingLedger;
import cairn.checkins.Happening;
import cairn.checkins.MemberId;
import cairn.checkins.OpenedBy;
import cairn.checkins.Standing;
import cairn.lambda.EventFunction.Refused;
import cairn.testkit.TestContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {
    private final Rig rig = new Rig();

    @Test
    void aTickOpensWhatHasComeDueAndAnnouncesIt() {
        MemberId id = rig.member(new MemberId("anna"));

        rig.tick(Rig.DUE);

        assertThat(rig.card(id).map(CheckIn::opened)).hasValueSatisfying(card -> {
            assertThat(card.openedBy()).isEqualTo(OpenedBy.SWEEP);
            assertThat(card.openedAt()).isEqualTo(Instant.parse(Rig.DUE));
        });
        assertThat(rig.bus.taken).singleElement().satisfies(told -> {
            assertThat(told.type()).isEqualTo("CheckInDue");
            assertThat(told.at()).isEqualTo(Instant.parse(Rig.DUE));
            assertThat(told.detail())
                    .containsEntry("memberId", "anna")
                    .containsEntry("slot", Rig.SLOT)
                    .containsEntry("closesOn", LocalDate.of(2026, 4, 1))
                    .containsEntry("timeZone", "Europe/Berlin")
                    .containsEntry("snoozeCount", 0);
        });
        assertThat(rig.nextActionAt(id)).isEqualTo("2026-04-01T07:00:00Z");
    }

    @Test
    void theNextTicksHaveNothingToDo() {
        rig.members(3, 5);
        rig.tick(Rig.DUE);

        assertThat(rig.tick("2026-03-24T08:01:00Z").get("due").intValue()).isZero();
        assertThat(rig.tick("2026-03-25T08:00:00Z").get("due").intValue()).isZero();
        assertThat(rig.bus.taken).hasSize(3);
    }

    @Test
    void theLogLineSaysWhatWasDone() {
        rig.members(2, 3);
        rig.tick("2026-03-24T08:01:30Z");

        assertThat(rig.log.getLast().replaceAll("\"millis\":\\d+", "\"millis\":…"))
                .isEqualTo("{\"level\":\"INFO\",\"requestId\":\"request-id\",\"way\":\"sweep\",\"from\":0,\"to\":15,"
                        + "\"due\":2,\"opened\":2,\"announced\":2,\"failed\":0,\"atCap\":false,"
                        + "\"outOfTime\":false,\"busAway\":false,\"lagSeconds\":0,\"millis\":…}");
    }

    @Test
    void theExampleInTheRepositoryIsATick() throws IOException {
        MemberId id = Stream.iterate(0, i -> i + 1)
                .map(i -> new MemberId("example-" + i))
                .filter(one -> one.shard() == 7)
                .findFirst()
                .orElseThrow();
        rig.at("2026-11-15T12:00:00Z").start(id, "skin", LocalDate.of(2026, 11, 15), ZoneId.of("Europe/Berlin"));

        JsonNode line = rig.event(Files.readString(Path.of("../../events/sweep.json")));

        assertThat(line.get("announced").intValue()).isEqualTo(1);
        assertThat(rig.bus.members()).containsExactly(id.subject());
    }

    @Test
    void aTickLooksAfterItsShardsAndNoOthers() {
        for (int shard = 0; shard < MemberId.SHARDS; shard++) {
            rig.members(1, shard);
        }

        rig.event("{\"from\":3,\"to\":5,\"at\":\"" + Rig.DUE + "\"}");

        assertThat(rig.bus.members())
                .extracting(subject -> new MemberId(subject).shard())
                .containsExactlyInAnyOrder(3, 4, 5);
    }

    @Test
    void eachShardHasItsTurnToBeTheFirst() {
        Set<Integer> first = new HashSet<>();
        for (int minute = 0; minute < 8; minute++) {
            Tick tick = new Tick(4, 11, Instant.parse(Rig.DUE).plusSeconds(60L * minute));
            assertThat(tick.shards()).containsExactlyInAnyOrder(4, 5, 6, 7, 8, 9, 10, 11);
            first.add(tick.shards().getFirst());
        }
        assertThat(first).hasSize(8);
    }

    @Test
    void aShardOfSeveralPagesIsWorkedOffInOneTick() {
        List<MemberId> ids = rig.members(250, 3);

        assertThat(rig.tick(Rig.DUE).get("due").intValue()).isEqualTo(250);
        assertThat(rig.opened(ids)).isEqualTo(250);
        assertThat(rig.bus.members())
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(MemberId::subject).toList());
    }

    @Test
    void ofThoseWhoAreNotDueNobodyIsRead() {
        List<MemberId> due = rig.members(5, 3);
        rig.at("2026-03-18T12:00:00Z")
                .start(new MemberId("later"), "skin", LocalDate.of(2026, 3, 18), ZoneId.of("UTC"));
        var read = new ConcurrentLinkedQueue<MemberId>();
        rig.seen = new ForwardingLedger(rig.memory) {
            @Override
            public Standing standing(MemberId id) {
                read.add(id);
                return super.standing(id);
            }
        };

        rig.tick(Rig.DUE);

        assertThat(new HashSet<>(read)).isEqualTo(new HashSet<>(due));
    }

    @Test
    void moreThanATickMayAnnounceIsLeftToTheNextOne() {
        List<MemberId> ids = rig.members(150, 3);
        rig.most = 60;

        JsonNode first = rig.tick(Rig.DUE);
        assertThat(first.get("atCap").booleanValue()).isTrue();
        assertThat(first.get("level").textValue()).isEqualTo("WARN");
        assertThat(rig.bus.taken).hasSize(60);

        JsonNode second = rig.tick("2026-03-24T08:01:00Z");
        assertThat(second.get("atCap").booleanValue()).isTrue();
        assertThat(second.get("lagSeconds").intValue()).isEqualTo(60);
        assertThat(rig.bus.taken).hasSize(120);

        JsonNode third = rig.tick("2026-03-24T08:02:00Z");
        assertThat(third.get("atCap").booleanValue()).isFalse();
        assertThat(third.get("announced").intValue()).isEqualTo(30);
        assertThat(rig.bus.members()).doesNotHaveDuplicates().hasSize(150);
        assertThat(rig.opened(ids)).isEqualTo(150);
    }

    @Test
    void theCapHoldsOverAllShardsTogether() {
        rig.members(5, 3);
        rig.members(5, 4);
        rig.most = 7;

        assertThat(rig.tick(Rig.DUE).get("announced").intValue()).isEqualTo(7);
        assertThat(rig.bus.taken).hasSize(7);
    }

    @Test
    void anExactlyFullTickIsNotAtItsCap() {
        rig.members(5, 3);
        rig.most = 5;

        JsonNode line = rig.tick(Rig.DUE);

        assertThat(line.get("atCap").booleanValue()).isFalse();
        assertThat(line.get("level").textValue()).isEqualTo("INFO");
    }

    /// Of 60 s a fifth is kept: it stops below 12 s. Whom it has opened by then it announces.
    @Test
    void aTickStopsInTimeAndTheNextOneGoesOn() {
        List<MemberId> ids = rig.members(150, 3);
        AtomicInteger asked = new AtomicInteger();
        rig.context = new TestContext(() -> {
            int times = asked.getAndIncrement();
            return times == 0 ? 60_000 : times <= 51 ? 12_000 : 11_999;
        });

        JsonNode first = rig.event("{\"from\":3,\"to\":3,\"at\":\"" + Rig.DUE + "\"}");

        assertThat(first.get("outOfTime").booleanValue()).isTrue();
        assertThat(first.get("level").textValue()).isEqualTo("WARN");
        assertThat(first.get("due").intValue()).isEqualTo(50);
        assertThat(rig.bus.taken).hasSize(50);
        assertThat(rig.opened(ids)).isEqualTo(50);

        rig.context = new TestContext();
        assertThat(rig.tick("2026-03-24T08:01:00Z").get("due").intValue()).isEqualTo(100);
        assertThat(rig.bus.members()).doesNotHaveDuplicates().hasSize(150);
    }

    @Test
    void aTickThatBeginsWithoutTimeDoesNothing() {
        List<MemberId> ids = rig.members(2, 3);
        AtomicInteger asked = new AtomicInteger();
        rig.context = new TestContext(() -> asked.getAndIncrement() == 0 ? 60_000 : 1_000);

        assertThat(rig.tick(Rig.DUE).get("outOfTime").booleanValue()).isTrue();
        assertThat(rig.opened(ids)).isZero();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
        {"from":0,"to":15}                                           | /at
        {"from":0,"at":"2026-03-24T08:00:00Z"}                       | /to
        {"to":15,"at":"2026-03-24T08:00:00Z"}                        | /from
        {"from":-1,"to":15,"at":"2026-03-24T08:00:00Z"}              | /from
        {"from":0,"to":16,"at":"2026-03-24T08:00:00Z"}               | /to
        {"from":8,"to":7,"at":"2026-03-24T08:00:00Z"}                | /to
        {"from":0.5,"to":7,"at":"2026-03-24T08:00:00Z"}              | /from
        {"from":"0","to":7,"at":"2026-03-24T08:00:00Z"}              | /from
        {"from":0,"to":7,"at":"2026-03-24"}                          | /at
        {"from":0,"to":7,"at":"<aws.scheduler.scheduled-time>"}      | /at
        {"from":0,"to":7,"at":"2026-03-24T08:00:00Z","shard":3}      | unknown field
        []                                                           | one JSON object
        not JSON                                                     | not JSON
        """)
    void aTickThatSaysSomethingElseIsRefusedWithItsReason(String event, String reason) {
        List<MemberId> ids = rig.members(2, 3);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> rig.event(event))
                .withMessageContaining(reason);

        assertThat(rig.opened(ids)).isZero();
        assertThat(rig.line().get("outcome").textValue()).isEqualTo("refused");
        assertThat(rig.line().get("why").textValue()).contains(reason);
    }

    @Test
    void afterAnOutageWhatIsStillDueIsAnnouncedOnceInItsHours() {
        rig.members(30, 3);
        MemberId completed = rig.member(new MemberId("completed"));
        rig.at("2026-03-24T07:00:00Z").due(completed);
        rig.at("2026-03-24T07:00:00Z")
                .dismiss(completed, rig.card(completed).orElseThrow().id());

        for (int hour = 0; hour < 72; hour++) {
            rig.tick(Instant.parse("2026-03-26T21:00:00Z")
                    .plusSeconds(3600L * hour)
                    .toString());
        }

        assertThat(rig.bus.members()).doesNotHaveDuplicates().hasSize(30).doesNotContain(completed.subject());
        assertThat(rig.bus.taken).extracting(Happening::at).containsOnly(Instant.parse("2026-03-27T08:00:00Z"));
        assertThat(rig.bus.taken)
                .extracting(told -> Objects.requireNonNull(told.detail().get("slot")))
                .containsOnly(Rig.SLOT);
    }
}
