package cairn.functions.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.checkins.Change;
import cairn.checkins.ForwardingLedger;
import cairn.checkins.Ledger;
import cairn.checkins.StoreUnavailable;
import cairn.checkins.Tombstone;
import cairn.functions.privacy.Scene.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nothing brings an erased person's data back, and no new life meets a row of the old one: on any ledger.
abstract class ReplayContract {

    abstract Ledger ledger();

    /// Lets something happen between a decision and its write.
    private static final class Overtaken extends ForwardingLedger {
        private @Nullable Runnable meanwhile;

        Overtaken(Ledger ledger, Runnable meanwhile) {
            super(ledger);
            this.meanwhile = meanwhile;
        }

        @Override
        public Result commit(Change change) {
            Runnable first = meanwhile;
            meanwhile = null;
            if (first != null) {
                first.run();
            }
            return super.commit(change);
        }

        boolean happened() {
            return meanwhile == null;
        }
    }

    /// A writer that stalls with its decision made.
    private static final class Stalled extends ForwardingLedger {
        private final List<Change> decided = new ArrayList<>();

        Stalled(Ledger ledger) {
            super(ledger);
        }

        @Override
        public Result commit(Change change) {
            decided.add(change);
            throw new StoreUnavailable("stalled");
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterTheErasureItChangesNothing(Latecomer latecomer) {
        Scene scene = prepared(latecomer);
        scene.isErased();
        Rows erased = scene.rows();
        assertThat(erased.standing()).isInstanceOf(Tombstone.class);
        assertThat(erased.ofFirstLife()).isEmpty();

        latecomer.expectAfterErasure(latecomer.by(scene.now(), scene));

        assertThat(scene.rows()).isEqualTo(erased);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"RESTART_OUT_OF_ORDER", "START_TOO_LATE", ".*OTHER.*"})
    void overtakenByTheErasureItChangesNothing(Latecomer latecomer) {
        Scene scene = prepared(latecomer);
        expectOvertaken(latecomer, scene, scene::isErased);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"RESTART_OUT_OF_ORDER", "START_TOO_LATE", ".*OTHER.*"})
    void overtakenByTheErasureAndANewLifeItChangesNothing(Latecomer latecomer) {
        Scene scene = prepared(latecomer);
        expectOvertaken(latecomer, scene, scene::isErasedAndBeginsAgain);
    }

    private void expectOvertaken(Latecomer latecomer, Scene scene, Runnable meanwhile) {
        List<Rows> then = new ArrayList<>();
        Overtaken overtaken = new Overtaken(ledger(), () -> {
            meanwhile.run();
            then.add(scene.rows());
        });

        latecomer.expectOvertaken(latecomer.by(Emil.at(overtaken, Scene.NOW.toString()), scene));

        assertThat(overtaken.happened()).as("it was about to write").isTrue();
        assertThat(scene.rows()).isEqualTo(then.getFirst());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"RESTART_OUT_OF_ORDER", "START_TOO_LATE", ".*OTHER.*"})
    void decidedBeforeAndWrittenAfterItIsRefusedByTheStore(Latecomer latecomer) {
        List<Consumer<Scene>> erasures = List.of(Scene::isErased, Scene::isErasedAndBeginsAgain);
        for (Consumer<Scene> erasure : erasures) {
            Scene scene = prepared(latecomer);
            Stalled stalled = new Stalled(ledger());
            assertThatThrownBy(() -> latecomer.by(Emil.at(stalled, Scene.NOW.toString()), scene))
                    .isInstanceOf(StoreUnavailable.class);
            erasure.accept(scene);
            Rows before = scene.rows();

            Ledger.Result result = ledger().commit(stalled.decided.getFirst());

            assertThat(result).isEqualTo(new Ledger.MemberChanged(before.standing()));
            assertThat(scene.rows()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void inTheNextLifeNothingOfTheOldOneCounts(Latecomer latecomer) {
        if (latecomer.kind == Latecomer.Kind.OF_A_CARD || latecomer.kind == Latecomer.Kind.FROM_ELSEWHERE) {
            Scene scene = prepared(latecomer);
            scene.isErasedAndBeginsAgain();
            Rows before = scene.rows();
            assertThat(before.ofSecondLife()).hasSize(1);

            latecomer.expectInTheNextLife(latecomer.by(scene.at(Scene.NOW), scene));

            assertThat(scene.rows()).isEqualTo(before);
        }
    }

    @Test
    void aNewLifeOpensItsOwnCardThoughTheOldOnesRowsAreStillThere() {
        Scene scene = new Scene(ledger());
        scene.now().complete(scene.id, Scene.CARD, Scene.ANSWERS, null);
        scene.at(Scene.ERASED_AT).erase(scene.id);
        scene.at(Scene.BEGUN_AGAIN_AT).beginAgain(scene.id);
        scene.at(Scene.BEGUN_AGAIN_AT).start(scene.id, "skin", Scene.STARTED_ON, Scene.BERLIN);
        scene.at(Scene.BEGUN_AGAIN_AT).due(scene.id);

        assertThat(scene.rows().ofFirstLife()).as("the worker has not come yet").hasSize(1);
        assertThat(scene.rows().ofSecondLife())
                .singleElement()
                .satisfies(row -> assertThat(row.completion()).isNull());
        assertThat(ledger().newestFirst(scene.id, 2, "skin", null, 10).items()).hasSize(1);
    }

    private Scene prepared(Latecomer latecomer) {
        Scene scene = new Scene(ledger());
        latecomer.prepare(scene);
        return scene;
    }
}
