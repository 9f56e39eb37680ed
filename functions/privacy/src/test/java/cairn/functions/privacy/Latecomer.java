package cairn.functions.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.ActionOutcome;
import cairn.checkins.Asked;
import cairn.checkins.DueAnswer;
import cairn.checkins.Erased;
import cairn.checkins.IntakeOutcome;
import cairn.checkins.JourneyStart;
import cairn.checkins.Members;
import cairn.checkins.PlanChange;
import cairn.checkins.Swept;
import cairn.testkit.SamplePrograms;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Whatever was on its way when a person was erased, and what comes of it: an erasure as done, events
/// ignored, anything else erased (semantics 6 and 12).
enum Latecomer {
    VISIT(Kind.OF_THE_PERSON) {
        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.due(scene.id);
        }

        @Override
        void expectAfterErasure(@Nullable Object outcome) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Asked.class, asked -> assertThat(asked.answer()).isEqualTo(DueAnswer.NOTHING));
        }
    },
    MOVE(Kind.OF_THE_PERSON) {
        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.setLiving(scene.id, ZoneId.of("Asia/Tokyo"), "ja");
        }
    },
    START(Kind.OF_THE_PERSON) {
        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.start(scene.id, SamplePrograms.HAIR, Scene.STARTED_ON, null);
        }
    },
    START_TOO_LATE(Kind.OF_THE_PERSON) {
        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.start(scene.id, SamplePrograms.HAIR, Scene.STARTED_ON.plusYears(1), null);
        }
    },
    CORRECT_START(Kind.OF_THE_PERSON) {
        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.start(scene.id, SamplePrograms.SKIN, Scene.STARTED_ON.minusDays(1), null);
        }
    },
    RESTART(Kind.OF_THE_PERSON) {
        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.restart(scene.id, SamplePrograms.SKIN, 2, Scene.STARTED_ON);
        }
    },
    RESTART_OUT_OF_ORDER(Kind.OF_THE_PERSON) {
        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.restart(scene.id, SamplePrograms.SKIN, 9, Scene.STARTED_ON);
        }
    },
    COMPLETION(Kind.OF_A_CARD) {
        @Override
        void prepare(Scene scene) {
            scene.now().due(scene.id);
        }

        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.complete(scene.id, Scene.CARD, Scene.ANSWERS, null);
        }
    },
    COMPLETION_OF_A_CLIENT_THAT_WAS_OFFLINE(Kind.OF_A_CARD) {
        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.complete(scene.id, Scene.CARD, Scene.ANSWERS, Scene.NOW.minusSeconds(3600));
        }
    },
    COMPLETION_OF_A_MISSED_SLOT(Kind.OF_A_CARD) {
        @Override
        void prepare(Scene scene) {
            scene.missesOne();
        }

        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.complete(scene.id, Scene.MISSED, Scene.ANSWERS, null);
        }
    },
    COMPLETION_WITH_OTHER_ANSWERS(Kind.OF_A_CARD) {
        @Override
        void prepare(Scene scene) {
            scene.now().complete(scene.id, Scene.CARD, Emil.answers("other"), null);
        }

        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.complete(scene.id, Scene.CARD, Scene.ANSWERS, null);
        }
    },
    DISMISSAL(Kind.OF_A_CARD) {
        @Override
        void prepare(Scene scene) {
            scene.now().due(scene.id);
        }

        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.dismiss(scene.id, Scene.CARD);
        }
    },
    SNOOZE(Kind.OF_A_CARD) {
        @Override
        void prepare(Scene scene) {
            scene.now().due(scene.id);
        }

        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.snooze(scene.id, Scene.CARD, Scene.NOW.plusSeconds(3600));
        }
    },
    PLAN_CHANGED(Kind.FROM_ELSEWHERE) {
        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.changePlan(scene.id, new PlanChange("pro", Scene.NOW, null));
        }

        @Override
        void expectAfterErasure(@Nullable Object outcome) {
            assertThat(outcome).isInstanceOf(IntakeOutcome.Ignored.class);
        }
    },
    JOURNEY_STARTED(Kind.FROM_ELSEWHERE) {
        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.startByEvent(
                    scene.id, new JourneyStart(SamplePrograms.HAIR, Scene.STARTED_ON, Scene.BERLIN, "de", Scene.NOW));
        }

        @Override
        void expectAfterErasure(@Nullable Object outcome) {
            assertThat(outcome).isInstanceOf(IntakeOutcome.Ignored.class);
        }
    },
    SWEEP(Kind.OF_THE_SWEEP) {
        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            return members.sweep(scene.id);
        }

        @Override
        void expectAfterErasure(@Nullable Object outcome) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Swept.class,
                            swept -> assertThat(swept.announcements()).isEmpty());
        }
    },
    NOTE_THAT_IT_IS_OUT(Kind.FROM_ELSEWHERE) {
        @Override
        void prepare(Scene scene) {
            scene.found.addAll(scene.now().sweep(scene.id).announcements());
            assertThat(scene.found).hasSize(1);
        }

        @Override
        Object by(Members members, Scene scene) {
            return members.announced(scene.standing(), scene.found);
        }

        @Override
        void expectAfterErasure(@Nullable Object outcome) {
            assertThat(outcome).isEqualTo(false);
        }
    },
    ERASURE(Kind.OF_THE_PERSON) {
        @Override
        @Nullable
        Object by(Members members, Scene scene) {
            members.erase(scene.id);
            return null;
        }

        @Override
        void expectAfterErasure(@Nullable Object outcome) {
            assertThat(outcome).as("done").isNull();
        }
    };

    /// Where it comes from: what it may do to a life begun after it set out.
    enum Kind {
        /// Nothing in it tells for which life it was meant; it is one more wish of whoever lives now.
        OF_THE_PERSON,
        /// It names a check-in, and with it a life.
        OF_A_CARD,
        /// It is dated, or names what it is about.
        FROM_ELSEWHERE,
        /// It does what is to be done for whoever lives now.
        OF_THE_SWEEP
    }

    final Kind kind;

    Latecomer(Kind kind) {
        this.kind = kind;
    }

    /// Makes the rows such that, without the erasure, this would change them or be refused.
    void prepare(Scene scene) {}

    abstract @Nullable Object by(Members members, Scene scene);

    /// What it is told when the tombstone stands.
    void expectAfterErasure(@Nullable Object outcome) {
        assertThat(outcome).isInstanceOf(Erased.class);
    }

    /// What it is told when it had read the living row.
    void expectOvertaken(@Nullable Object outcome) {
        if (this == VISIT) {
            assertThat(outcome).isInstanceOf(Erased.class);
        } else {
            expectAfterErasure(outcome);
        }
    }

    /// What it is told when it sets out in the next life.
    void expectInTheNextLife(@Nullable Object outcome) {
        if (kind == Kind.OF_A_CARD) {
            assertThat(outcome).isEqualTo(new ActionOutcome.Refused(ActionOutcome.Reason.SUPERSEDED, null));
        } else {
            expectAfterErasure(outcome);
        }
    }
}
