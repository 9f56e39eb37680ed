package cairn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.browser.Between.Asked;
import cairn.browser.Between.Said;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person sees of answers that the API refused, and that none of them is lost.
class RefusedAnswersTest {
    private static final String QUESTION = "How is your skin today?";
    private static final String NOT_STORED = "These answers could not be stored. They are kept on this device.";
    private static final String OWN_WORDS = "a rash since Monday";

    @RegisterExtension
    static final Stage STAGE = new Stage();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"404, no-such-check-in", "409, superseded", "409, tomorrow"})
    void whoWasTooLateSeesTheirOwnAnswersAndTheyAreStoredOnceTheApiTakesThem(int status, String name) {
        Between between = STAGE.between();
        String member = STAGE.someoneWithACard("refused");
        Card card = answered(between, member, Said.problem(status, name));

        card.untilItSays(NOT_STORED);
        card.expect(
                () -> assertThat(card.text()).contains("That did not work", "7", OWN_WORDS, "Delete from this device"));
        assertThat(card.text().contains("Try again")).isEqualTo(!name.equals("superseded"));

        between.behave(_ -> Said.PASS);
        card.reload();
        untilStored(card, member, 7);
        assertThat(card.localStorage()).doesNotContain(OWN_WORDS);
    }

    @ParameterizedTest
    @CsvSource({"422, invalid", "400, malformed", "413, too-large"})
    void whatTheApiFindsWrongStaysInTheFormAndIsThereAfterAReloadToBeChanged(int status, String name) {
        Between between = STAGE.between();
        String member = STAGE.someoneWithACard("wrong");
        Card card = answered(between, member, Said.problem(status, name));
        card.untilItSays(NOT_STORED);
        assertThat(card.title()).isEqualTo(QUESTION);
        card.expect(
                () -> assertThat(card.find("textarea").getDomProperty("value")).isEqualTo(OWN_WORDS));

        card.reload();
        card.untilTitled("That did not work");
        card.press("Try again");
        card.untilTitled(QUESTION);
        card.expect(
                () -> assertThat(card.find("textarea").getDomProperty("value")).isEqualTo(OWN_WORDS));
        assertThat(card.find("input[name=q0]:checked").getDomAttribute("value")).isEqualTo("7");

        between.behave(_ -> Said.PASS);
        card.find("input[name=q0][value='4']").click();
        card.press("Save answers");
        untilStored(card, member, 4);
        assertThat(card.localStorage()).doesNotContain(OWN_WORDS);
    }

    @Test
    void onlyTheirPersonDeletesThem() {
        Between between = STAGE.between();
        String member = STAGE.someoneWithACard("deletes");
        Card card = answered(between, member, Said.problem(409, "superseded")).untilItSays(NOT_STORED);
        assertThat(card.localStorage()).contains(OWN_WORDS);

        card.press("Delete from this device");

        card.until("nothing of it to be left", () -> !card.localStorage().contains(OWN_WORDS));
        card.until("something else to be shown", () -> !card.text().contains(NOT_STORED));
    }

    /// A token of another scope, say.
    @Test
    void whoMayNotAnswerNowIsAskedToSignInAndTheAnswersWait() {
        Between between = STAGE.between();
        String member = STAGE.someoneWithACard("forbidden");
        Card card = answered(between, member, Said.status(403));

        card.untilTitled("You are signed out").untilItSays("Kept on this device");

        between.behave(_ -> Said.PASS);
        card.reload();
        untilStored(card, member, 7);
    }

    @Test
    void whatWaitsForWeeksIsKeptAndSentInTheEnd() {
        Between between = STAGE.between();
        String member = STAGE.someoneWithACard("weeks");
        Card card = answered(between, member, Said.status(503, "Retry-After", "3600"));
        card.untilTitled("Kept on this device");

        STAGE.cairn().travelTo(Stage.DAY_SEVEN.plus(Duration.ofDays(70)));
        card.reload();
        assertThat(card.localStorage()).contains(OWN_WORDS);
        between.behave(_ -> Said.PASS);
        card.string("return localStorage.removeItem(Object.keys(localStorage).find((key) => key.endsWith(':rest')))");
        card.reload();
        untilStored(card, member, 7);
        assertThat(stored(member).path("late").asBoolean()).isTrue();
        assertThat(stored(member).path("answeredAt").asText()).startsWith("2027-03-14T07:");
    }

    /// The first card, with answers that were sent and met that reply.
    private static Card answered(Between between, String member, Said reply) {
        Function<Asked, Said> behaviour = asked -> asked.path().endsWith("/completion") ? reply : Said.PASS;
        Browser browser = STAGE.browser();
        browser.travelTo(Stage.DAY_SEVEN);
        Card card = browser.demo(between.address(), member).untilTitled(QUESTION);
        between.behave(behaviour);
        card.answer(7);
        card.find("textarea").sendKeys(OWN_WORDS);
        card.press("Save answers");
        return card;
    }

    private static void untilStored(Card card, String member, int irritation) {
        card.until(
                "the answers to be stored",
                () -> stored(member).at("/answers/irritation").asInt(-1) == irritation);
        card.until("the device to keep them no more", () -> !card.localStorage().contains(OWN_WORDS));
    }

    private static JsonNode stored(String member) {
        return STAGE.cairn()
                .get("/v1/me/journeys/skin/check-ins", STAGE.cairn().token(member))
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("slot").asText().equals("day-7"))
                .findFirst()
                .orElseThrow();
    }
}
