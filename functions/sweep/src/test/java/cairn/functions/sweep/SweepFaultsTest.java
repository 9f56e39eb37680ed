package cairn.functions.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cairn.checkins.Change;
import cairn.checkins.ForwardingLedger;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Standing;
import cairn.checkins.StoreUnavailable;
import cairn.lambda.EventFunction;
import cairn.testkit.TestContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A tick among broken rows, a bus that is away, and a store that fails half-way.
class SweepFaultsTest {
    private static final Instant DUE = Instant.parse(Rig.DUE);

    private final Rig rig = new Rig();

    @Test
    void whoseRowCannotBeHandledIsMovedBackFurtherEachTimeUpToSixHours() {
        MemberId broken = rig.members(1, 3).getFirst();
        rig.seen = brokenFor(broken);

        List<Duration> delays = new ArrayList<>();
        Instant at = DUE;
        for (int time = 0; time < 12; time++) {
            JsonNode line = rig.tick(at.toString());
            assertThat(line.get("failed").intValue()).isEqualTo(1);
            assertThat(line.get("level").textValue()).isEqualTo("WARN");
            delays.add(Duration.between(at, rig.nextActionAt(broken)));
            at = rig.nextActionAt(broken);
        }

        assertThat(delays)
                .extracting(Duration::toMinutes)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 360L, 360L, 360L);
    }

    @Test
    void untilItsTimeComesAgainItIsNotTouched() {
        MemberId broken = rig.members(1, 3).getFirst();
        rig.seen = brokenFor(broken);
        rig.tick(Rig.DUE);

        assertThat(rig.tick("2026-03-24T08:00:59Z").get("due").intValue()).isZero();
        assertThat(rig.tick("2026-03-24T08:01:00Z").get("failed").intValue()).isEqualTo(1);
    }

    @Test
    void theOthersAreOpenedAndAnnouncedAllTheSame() {
        List<MemberId> ids = rig.members(120, 3);
        MemberId broken = ids.get(7);
        rig.seen = brokenFor(broken);

        JsonNode line = rig.tick(Rig.DUE);

        assertThat(line.get("due").intValue()).isEqualTo(120);
        assertThat(line.get("announced").intValue()).isEqualTo(119);
        assertThat(rig.bus.members()).hasSize(119).doesNotContain(broken.subject());
        assertThat(line.get("cause").get(0).get(0).textValue()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(rig.log.getLast()).doesNotContain(broken.subject(), "canary");
    }

    @Test
    void onceMendedItIsAnnouncedInItsHours() {
        MemberId broken = rig.members(1, 3).getFirst();
        rig.seen = brokenFor(broken);
        rig.tick(Rig.DUE);
        rig.seen = rig.memory;

        rig.tick("2026-03-24T08:01:00Z");

        assertThat(rig.bus.members()).containsExactly(broken.subject());
    }

    @Test
    void aLogLineHoldsAFewCausesHoweverManyFail() {
        rig.members(20, 3);
        rig.seen = new ForwardingLedger(rig.memory) {
            @Override
            public Standing standing(MemberId id) {
                throw new StoreUnavailable("away");
            }

            @Override
            public void moveBack(Nominee nominee, IntFunction<Instant> until) {
                throw new StoreUnavailable("away too");
            }
        };

        JsonNode line = rig.tick(Rig.DUE);

        assertThat(line.get("failed").intValue()).isEqualTo(40);
        assertThat(line.get("cause")).hasSize(3);
        rig.seen = rig.memory;
        assertThat(rig.tick("2026-03-24T08:01:00Z").get("announced").intValue()).isEqualTo(20);
    }

    @Test
    void whatTheBusDoesNotTakeIsToldAgainUnderTheSameIdAndTheRestIsNot() {
        List<MemberId> ids = rig.members(20, 3);
        rig.tick("2026-03-24T07:59:00Z");
        List<String> offered = new ArrayList<>();
        rig.bus.refuses = told -> {
            offered.add(told.id());
            return ids.indexOf(new MemberId(String.valueOf(told.detail().get("memberId")))) < 5;
        };

        JsonNode line = rig.tick(Rig.DUE);

        assertThat(line.get("busAway").booleanValue()).isTrue();
        assertThat(line.get("level").textValue()).isEqualTo("WARN");
        assertThat(line.get("announced").intValue()).isEqualTo(15);
        rig.bus.refuses = _ -> false;
        assertThat(rig.tick("2026-03-24T08:01:00Z").get("announced").intValue()).isEqualTo(5);
        assertThat(rig.bus.ids()).containsExactlyInAnyOrderElementsOf(offered);
        assertThat(rig.tick("2026-03-24T08:02:00Z").get("due").intValue()).isZero();
    }

    @Test
    void whileTheBusIsAwayNothingIsMarkedAndTheTickEnds() {
        List<MemberId> ids = rig.members(150, 3);
        rig.bus.refuses = _ -> true;

        JsonNode line = rig.tick(Rig.DUE);

        assertThat(line.get("busAway").booleanValue()).isTrue();
        assertThat(line.get("due").intValue()).isEqualTo(100);
        assertThat(line.get("announced").intValue()).isZero();
        assertThat(ids).extracting(rig::nextActionAt).containsOnly(DUE);
        rig.bus.refuses = _ -> false;
        assertThat(rig.tick("2026-03-24T08:01:00Z").get("announced").intValue()).isEqualTo(150);
    }

    /// The bus has it, and the function ends before it can note so.
    @Test
    void aCrashAfterTheBusRepeatsUnderTheSameIdAndLosesNothing() {
        rig.members(3, 3);
        rig.bus.then = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatExceptionOfType(EventFunction.Failed.class).isThrownBy(() -> rig.tick(Rig.DUE));
        List<String> first = List.copyOf(rig.bus.ids());
        rig.bus.then = () -> {};

        rig.tick("2026-03-24T08:01:00Z");
        rig.tick("2026-03-24T08:02:00Z");

        assertThat(first).hasSize(3).doesNotHaveDuplicates();
        assertThat(rig.bus.ids()).hasSize(6).isSubsetOf(first);
    }

    @Test
    void aMarkThatIsNotWrittenIsCountedAndItsCardIsAnnouncedAgainUnderTheSameId() {
        List<MemberId> ids = rig.members(3, 3);
        rig.tick("2026-03-24T07:59:00Z");
        ids.forEach(id -> rig.at("2026-03-24T07:59:30Z").due(id));
        rig.seen = new ForwardingLedger(rig.memory) {
            @Override
            public Result commit(Change change) {
                if (change.after().id().equals(ids.getFirst())) {
                    throw new StoreUnavailable("away");
                }
                return super.commit(change);
            }
        };

        JsonNode line = rig.tick(Rig.DUE);

        assertThat(line.get("announced").intValue()).isEqualTo(3);
        assertThat(line.get("failed").intValue()).isEqualTo(1);
        rig.seen = rig.memory;
        assertThat(rig.tick("2026-03-24T08:01:00Z").get("announced").intValue()).isEqualTo(1);
        assertThat(rig.bus.ids()).hasSize(4);
        assertThat(rig.bus.ids().getLast()).isEqualTo(idOf(ids.getFirst()));
    }

    @Test
    void anIndexThatTurnsBackIsNotFollowed() {
        MemberId first = rig.members(150, 3).getFirst();
        rig.seen = withPages((pages, after) -> after == null
                ? pages.due(3, DUE, null)
                : new Ledger.Nominees(List.of(new Ledger.Nominee(first, DUE.minusMillis(1))), true));
        expectNotFollowed();
    }

    /// They all have waited since the same moment, so it does not show in that.
    @Test
    void anIndexThatGivesTheSamePageAgainIsNotFollowed() {
        rig.members(150, 3);
        Ledger.Nominees firstPage = rig.memory.due(3, DUE, null);
        rig.seen = withPages((_, _) -> firstPage);
        expectNotFollowed();
    }

    @Test
    void anIndexThatPromisesMoreAndGivesNothingIsNotFollowed() {
        rig.members(150, 3);
        rig.seen = withPages(
                (pages, after) -> after == null ? pages.due(3, DUE, null) : new Ledger.Nominees(List.of(), true));
        expectNotFollowed();
    }

    private void expectNotFollowed() {
        AtomicInteger asked = new AtomicInteger();
        rig.context = new TestContext(() -> asked.getAndIncrement() < 2_000 ? 60_000 : 0);

        assertThatExceptionOfType(EventFunction.Failed.class)
                .isThrownBy(() -> rig.tick(Rig.DUE))
                .satisfies(failed ->
                        assertThat(failed.getStackTrace()[0].getMethodName()).isEqualTo("refuseToGoInCircles"));
        assertThat(rig.line().get("level").textValue()).isEqualTo("ERROR");
    }

    private String idOf(MemberId id) {
        return rig.bus.taken.stream()
                .filter(told -> id.subject().equals(told.detail().get("memberId")))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private interface Pages {
        Ledger.Nominees after(Ledger real, Ledger.@Nullable Nominee last);
    }

    private Ledger withPages(Pages pages) {
        return new ForwardingLedger(rig.memory) {
            @Override
            public Nominees due(int shard, Instant until, @Nullable Nominee after) {
                return shard == 3 ? pages.after(rig.memory, after) : new Nominees(List.of(), false);
            }
        };
    }

    private Ledger brokenFor(MemberId broken) {
        return new ForwardingLedger(rig.memory) {
            @Override
            public Standing standing(MemberId id) {
                if (id.equals(broken)) {
                    throw new IllegalArgumentException("canary: what the row says");
                }
                return super.standing(id);
            }
        };
    }
}
