package cairn.functions.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Asked;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.Nobody;
import cairn.checkins.Tombstone;
import cairn.testkit.HttpResult;
import cairn.testkit.Together;
import cairn.timeline.PlanHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The end of a life, and the beginning of the next (semantics 12).
class ErasureTest {
    private static final String LATER = "2026-03-25T08:00:00.123Z";

    private final Emil emil = new Emil();

    @Test
    void itIsAcceptedWithNothingToSay() {
        emil.lived(Emil.ID, 3, "mine");
        HttpResult reply = emil.erases(Emil.NOW);
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body()).isEmpty();
        assertThat(emil.log).hasSize(1).noneMatch(line -> line.contains(Emil.ID.subject()));
    }

    @Test
    void theTombstoneKeepsNothingButWhatRefusesLatecomers() {
        emil.lived(Emil.ID, 3, "mine");
        long version = emil.ledger.standing(Emil.ID).version();

        emil.erases(Emil.NOW);

        assertThat(emil.ledger.standing(Emil.ID))
                .isEqualTo(new Tombstone(Emil.ID, version + 1, 1, Instant.parse(Emil.NOW)));
        assertThat(emil.tombstone().expiresAt()).isEqualTo("2027-04-28T08:00:00.123Z");
    }

    @Test
    void againItIsTheSameReplyAndChangesNothing() {
        emil.lived(Emil.ID, 3, "mine").erases(Emil.NOW);
        Tombstone before = emil.tombstone();
        HttpResult again = emil.erases(LATER);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEmpty();
        assertThat(emil.tombstone()).isEqualTo(before);
    }

    @Test
    void somebodyOfWhomNothingIsStoredIsErasedTooAgainstWhatIsOnItsWay() {
        assertThat(emil.erases(Emil.NOW).status()).isEqualTo(202);
        assertThat(emil.ledger.standing(Emil.ID)).isEqualTo(new Tombstone(Emil.ID, 1, 1, Instant.parse(Emil.NOW)));
        assertThat(emil.stream(Batch.image(emil.tombstone()))).isEqualTo(Batch.DONE);
    }

    @Test
    void twoWhoEraseAtOnceAreBothToldItIsDone() throws InterruptedException {
        emil.lived(Emil.ID, 3, "mine");
        long version = emil.ledger.standing(Emil.ID).version();
        List<HttpResult> replies = Together.run(List.of(() -> emil.erases(Emil.NOW), () -> emil.erases(Emil.NOW)));
        assertThat(replies).extracting(HttpResult::status).containsOnly(202);
        assertThat(emil.tombstone().version()).isEqualTo(version + 1);
    }

    @Test
    void whoeverLooksFindsWhatIsFoundOfSomebodyUnknown() {
        emil.lived(Emil.ID, 3, "mine").erases(Emil.NOW);
        Members erased = emil.at(LATER);
        Members unknown = emil.at(LATER);
        MemberId nobody = new MemberId("nobody");
        LocalDate day = LocalDate.of(2026, 3, 24);

        assertThat(erased.due(Emil.ID)).isEqualTo(unknown.due(nobody)).isInstanceOf(Asked.class);
        assertThat(erased.member(Emil.ID)).isEqualTo(unknown.member(nobody));
        assertThat(erased.journey(Emil.ID, "skin")).isEqualTo(unknown.journey(nobody, "skin"));
        assertThat(erased.timeline(Emil.ID, "skin", day, day)).isEqualTo(unknown.timeline(nobody, "skin", day, day));
        assertThat(erased.history(Emil.ID, "skin", null, 10)).isEqualTo(unknown.history(nobody, "skin", null, 10));
        assertThat(erased.explanation(Emil.ID, "skin", Instant.parse(LATER)))
                .isEqualTo(unknown.explanation(nobody, "skin", Instant.parse(LATER)));
        assertThat(erased.export(Emil.ID, null, 50)).isEqualTo(unknown.export(nobody, null, 50));
    }

    @Test
    void beginningAgainMakesAFreshMemberOfTheNextLife() {
        emil.lived(Emil.ID, 3, "mine").erases(Emil.NOW);
        long version = emil.tombstone().version();

        HttpResult reply = emil.beginsAgain(LATER);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"timeZone\":null,\"locale\":null,\"plan\":\"free\",\"journeys\":[]}");
        Member fresh = emil.ledger.member(Emil.ID).orElseThrow();
        assertThat(fresh.version()).isEqualTo(version + 1);
        assertThat(fresh.life()).isEqualTo(2);
        assertThat(fresh.erasedAt()).isEqualTo(Emil.NOW);
        assertThat(fresh.plans()).isEqualTo(PlanHistory.of("free"));
        assertThat(fresh.newestPlanChange()).isNull();
        assertThat(fresh.zone()).isNull();
        assertThat(fresh.lastDay()).isNull();
        assertThat(fresh.journeys()).isEmpty();
    }

    @Test
    void eachErasureBeginsOneMoreLifeAndTheVersionNeverFallsBack() {
        emil.lived(Emil.ID, 1, "mine");
        for (int life = 1; life <= 5; life++) {
            assertThat(emil.ledger.standing(Emil.ID).life()).isEqualTo(life);
            long version = emil.ledger.standing(Emil.ID).version();
            emil.erases(LATER);
            emil.beginsAgain(LATER);
            assertThat(emil.ledger.standing(Emil.ID).version()).isEqualTo(version + 2);
        }
    }

    @Test
    void onALivingMemberItIsTheSameReplyAsLookingAndWritesNothing() {
        emil.lived(Emil.ID, 3, "mine");
        Member before = emil.ledger.member(Emil.ID).orElseThrow();
        HttpResult reply = emil.beginsAgain(LATER);
        assertThat(reply.body())
                .isEqualTo("{\"timeZone\":\"Europe/Berlin\",\"locale\":null,\"plan\":\"pro\","
                        + "\"journeys\":[\"hair\",\"skin\"]}");
        assertThat(emil.ledger.member(Emil.ID)).hasValue(before);
    }

    @Test
    void ofSomebodyUnknownItStoresNothing() {
        assertThat(emil.beginsAgain(LATER).status()).isEqualTo(200);
        assertThat(emil.ledger.standing(Emil.ID)).isEqualTo(new Nobody(Emil.ID));
    }

    @Test
    void twoWhoBeginAgainAtOnceBeginTheSameLife() throws InterruptedException {
        for (int round = 0; round < 50; round++) {
            Emil one = new Emil().lived(Emil.ID, 1, "mine");
            one.erases(Emil.NOW);
            long version = one.tombstone().version();
            List<HttpResult> replies =
                    Together.run(List.of(() -> one.beginsAgain(LATER), () -> one.beginsAgain(LATER)));
            assertThat(replies).extracting(HttpResult::status).containsOnly(200);
            assertThat(replies.getFirst().body()).isEqualTo(replies.getLast().body());
            assertThat(one.ledger.standing(Emil.ID).life()).isEqualTo(2);
            assertThat(one.ledger.standing(Emil.ID).version()).isEqualTo(version + 1);
        }
    }

    @Test
    void upToTheTenthLifeOneBeginsAgainAtOnceAndAfterThatADayAfterTheErasure() {
        for (int life = 1; life < 10; life++) {
            emil.erases(Emil.NOW);
            assertThat(emil.beginsAgain(Emil.NOW).status()).isEqualTo(200);
        }
        for (int life = 10; life <= 12; life++) {
            String erasedAt =
                    Instant.parse(Emil.NOW).plus(Duration.ofDays(life)).toString();
            assertThat(emil.erases(erasedAt).status()).isEqualTo(202);
            Tombstone tombstone = emil.tombstone();
            assertThat(tombstone.life()).isEqualTo(life);

            HttpResult atOnce = emil.beginsAgain(erasedAt);
            assertThat(atOnce.status()).isEqualTo(429);
            assertThat(atOnce.body()).contains("urn:cairn:problem:too-soon");
            assertThat(atOnce.headers()).containsEntry("Retry-After", "86400");
            Instant aDayLater = Instant.parse(erasedAt).plus(Duration.ofDays(1));
            HttpResult tooSoon = emil.beginsAgain(aDayLater.minusMillis(1).toString());
            assertThat(tooSoon.status()).isEqualTo(429);
            assertThat(tooSoon.headers()).containsEntry("Retry-After", "1");
            assertThat(emil.tombstone()).isEqualTo(tombstone);

            assertThat(emil.beginsAgain(aDayLater.toString()).status()).isEqualTo(200);
            assertThat(emil.ledger.standing(Emil.ID).life()).isEqualTo(life + 1);
        }
    }

    @Test
    void manyWhoBeginAgainAtOnceCannotGetAroundTheBound() throws InterruptedException {
        for (int life = 1; life < 10; life++) {
            emil.erases(Emil.NOW);
            emil.beginsAgain(Emil.NOW);
        }
        List<HttpResult> replies = Together.run(Collections.nCopies(16, () -> {
            emil.erases(Emil.NOW);
            return emil.beginsAgain(Emil.NOW);
        }));

        assertThat(emil.ledger.standing(Emil.ID).life()).isEqualTo(10);
        assertThat(emil.ledger.standing(Emil.ID)).isInstanceOf(Tombstone.class);
        assertThat(replies).extracting(HttpResult::status).containsOnly(429);
    }
}
