package cairn.testkit;

import static cairn.checkins.ActionOutcome.Reason.ALREADY_COMPLETED;
import static cairn.checkins.ActionOutcome.Reason.DISMISSED;
import static cairn.checkins.ActionOutcome.Reason.NOT_OPEN;
import static cairn.checkins.ActionOutcome.Reason.SUPERSEDED;
import static cairn.testkit.SamplePrograms.SKIN;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.ActionOutcome;
import cairn.checkins.Answer;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInState;
import cairn.checkins.Completion;
import cairn.checkins.JourneyOutcome;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Something a person does, on the rows of [RaceStart], and how it shows afterwards that it was done. An
/// effect may be gone only where the rival's takes its place by the rules (semantics 7 and 9), and an
/// operation may be refused only for a reason the rival gives.
enum RacingOperation {
    ASK {
        @Override
        Object by(Members members, MemberId id) {
            return members.due(id);
        }

        @Override
        void expectEffect(Object outcome, RacingOperation rival, Aftermath after) {
            assertThat(after.unopened()).isPresent();
        }
    },
    MOVE_TO_TOKYO {
        @Override
        Object by(Members members, MemberId id) {
            return members.setLiving(id, TOKYO, "ja");
        }

        @Override
        void expectEffect(Object outcome, RacingOperation rival, Aftermath after) {
            expectLiving(after, TOKYO, "ja", rival == MOVE_TO_LIMA);
        }
    },
    MOVE_TO_LIMA {
        @Override
        Object by(Members members, MemberId id) {
            return members.setLiving(id, LIMA, "es");
        }

        @Override
        void expectEffect(Object outcome, RacingOperation rival, Aftermath after) {
            expectLiving(after, LIMA, "es", rival == MOVE_TO_TOKYO);
        }
    },
    CORRECT_START {
        @Override
        Object by(Members members, MemberId id) {
            return members.start(id, SKIN, RaceStart.STARTED_ON.minusDays(1), null);
        }

        @Override
        void expectEffect(Object outcome, RacingOperation rival, Aftermath after) {
            if (rival == RESTART) {
                assertThat(outcome).isInstanceOfAny(JourneyOutcome.Stands.class, JourneyOutcome.Superseded.class);
            } else {
                assertThat(outcome).isInstanceOf(JourneyOutcome.Stands.class);
                assertThat(after.journey(SKIN).startedOn()).isEqualTo(RaceStart.STARTED_ON.minusDays(1));
            }
        }
    },
    RESTART {
        @Override
        Object by(Members members, MemberId id) {
            return members.restart(id, SKIN, 2, RaceStart.TODAY);
        }

        @Override
        void expectEffect(Object outcome, RacingOperation rival, Aftermath after) {
            assertThat(outcome).isInstanceOf(JourneyOutcome.Stands.class);
            assertThat(after.journey(SKIN).run()).isEqualTo(2);
            assertThat(after.journey(SKIN).startedOn()).isEqualTo(RaceStart.TODAY);
        }
    },
    COMPLETE {
        @Override
        Object by(Members members, MemberId id) {
            return members.complete(id, RaceStart.OPENED, RaceStart.ANSWERS, null);
        }

        @Override
        void expectEffect(Object outcome, RacingOperation rival, Aftermath after) {
            if (settled(outcome, refusedBy(rival, ALREADY_COMPLETED, COMPLETE_DIFFERENTLY))) {
                expectAnswers(after.opened(), RaceStart.ANSWERS);
            }
        }
    },
    COMPLETE_DIFFERENTLY {
        @Override
        Object by(Members members, MemberId id) {
            return members.complete(id, RaceStart.OPENED, RaceStart.OTHER_ANSWERS, null);
        }

        @Override
        void expectEffect(Object outcome, RacingOperation rival, Aftermath after) {
            if (settled(outcome, refusedBy(rival, ALREADY_COMPLETED, COMPLETE))) {
                expectAnswers(after.opened(), RaceStart.OTHER_ANSWERS);
            }
        }
    },
    DISMISS {
        @Override
        Object by(Members members, MemberId id) {
            return members.dismiss(id, RaceStart.OPENED);
        }

        @Override
        void expectEffect(Object outcome, RacingOperation rival, Aftermath after) {
            boolean completing = rival == COMPLETE || rival == COMPLETE_DIFFERENTLY;
            if (settled(outcome, refusedBy(rival, ALREADY_COMPLETED, COMPLETE, COMPLETE_DIFFERENTLY))) {
                assertThat(after.opened().opened().state())
                        .isEqualTo(completing ? CheckInState.COMPLETED : CheckInState.DISMISSED);
            }
        }
    },
    SNOOZE {
        @Override
        Object by(Members members, MemberId id) {
            return members.snooze(id, RaceStart.OPENED, IN_AN_HOUR);
        }

        @Override
        void expectEffect(Object outcome, RacingOperation rival, Aftermath after) {
            expectSnooze(outcome, rival, after, IN_AN_HOUR, rival == SNOOZE_LONGER);
        }
    },
    SNOOZE_LONGER {
        @Override
        Object by(Members members, MemberId id) {
            return members.snooze(id, RaceStart.OPENED, IN_A_DAY);
        }

        @Override
        void expectEffect(Object outcome, RacingOperation rival, Aftermath after) {
            expectSnooze(outcome, rival, after, IN_A_DAY, rival == SNOOZE);
        }
    },
    COMPLETE_UNOPENED {
        @Override
        Object by(Members members, MemberId id) {
            return members.complete(id, RaceStart.UNOPENED, RaceStart.ANSWERS, null);
        }

        @Override
        void expectEffect(Object outcome, RacingOperation rival, Aftermath after) {
            assertThat(outcome).isInstanceOf(ActionOutcome.Settled.class);
            expectAnswers(after.unopened().orElseThrow(), RaceStart.ANSWERS);
        }
    },
    DISMISS_UNOPENED {
        @Override
        Object by(Members members, MemberId id) {
            return members.dismiss(id, RaceStart.UNOPENED);
        }

        @Override
        void expectEffect(Object outcome, RacingOperation rival, Aftermath after) {
            Set<ActionOutcome.Reason> reasons = refusedBy(rival, ALREADY_COMPLETED, COMPLETE_UNOPENED);
            reasons.add(NOT_OPEN);
            if (settled(outcome, reasons)) {
                assertThat(after.unopened().orElseThrow().opened().state()).isEqualTo(CheckInState.DISMISSED);
            }
        }
    };

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId LIMA = ZoneId.of("America/Lima");
    private static final Instant IN_AN_HOUR = RaceStart.NOW.plusSeconds(3600);
    private static final Instant IN_A_DAY = RaceStart.NOW.plusSeconds(86_400);

    abstract Object by(Members members, MemberId id);

    abstract void expectEffect(Object outcome, RacingOperation rival, Aftermath after);

    /// The reasons for which a rival may have this operation refused: a restart supersedes, and `those`
    /// give `reason`.
    private static Set<ActionOutcome.Reason> refusedBy(
            RacingOperation rival, ActionOutcome.Reason reason, RacingOperation... those) {
        Set<ActionOutcome.Reason> reasons = EnumSet.noneOf(ActionOutcome.Reason.class);
        if (rival == RESTART) {
            reasons.add(SUPERSEDED);
        }
        if (Set.of(those).contains(rival)) {
            reasons.add(reason);
        }
        return reasons;
    }

    private static boolean settled(Object outcome, Set<ActionOutcome.Reason> reasons) {
        if (outcome instanceof ActionOutcome.Refused refused) {
            assertThat(reasons).as("may refuse it").contains(refused.reason());
            return false;
        }
        assertThat(outcome).isInstanceOf(ActionOutcome.Settled.class);
        return true;
    }

    private static void expectLiving(Aftermath after, ZoneId zone, String locale, boolean orElsewhere) {
        if (orElsewhere) {
            assertThat(after.member().zone()).isIn(TOKYO, LIMA);
        } else {
            assertThat(after.member().zone()).isEqualTo(zone);
            assertThat(after.member().locale()).isEqualTo(locale);
        }
    }

    private static void expectAnswers(CheckIn row, Map<String, Answer> answers) {
        assertThat(row.completion()).extracting(Completion::answers).isEqualTo(answers);
    }

    private static void expectSnooze(
            Object outcome, RacingOperation rival, Aftermath after, Instant until, boolean orAnother) {
        Set<ActionOutcome.Reason> reasons = refusedBy(rival, ALREADY_COMPLETED, COMPLETE, COMPLETE_DIFFERENTLY);
        reasons.addAll(refusedBy(rival, DISMISSED, DISMISS));
        if (settled(outcome, reasons)) {
            assertThat(after.opened().opened().snoozedUntil())
                    .isIn(orAnother ? Set.of(IN_AN_HOUR, IN_A_DAY) : Set.of(until));
            assertThat(after.opened().opened().snoozeCount()).isEqualTo(orAnother ? 2 : 1);
        }
    }
}
