package cairn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.whole.Running.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.WebElement;

/// What people do with it, from the first card on.
class CardInBrowserTest {
    private static final String QUESTION = "How is your skin today?";

    @RegisterExtension
    static final Stage STAGE = new Stage();

    @Test
    void aBarePageOfTenLinesShowsTheCardTakesTheAnswerAndSaysWhenTheNextComes() {
        Browser browser = STAGE.browser();
        String member = STAGE.someoneWithACard("anna");
        Card card = browser.demo(STAGE.address(), member).untilTitled(QUESTION);

        card.expect(() ->
                assertThat(card.find(".when").getText()).contains("Sunday, March 14", "Open until Sunday, March 21"));
        card.answer(3);
        card.press("Save answers");
        card.untilTitled("Thank you").untilItSays("Your next check-in: Monday, March 22.");
        assertThat(stored(member).path("answers").path("irritation").asInt()).isEqualTo(3);
        assertThat(stored(member).path("state").asText()).isEqualTo("completed");

        STAGE.cairn().travelTo(Stage.DAY_SEVEN.plus(Duration.ofDays(8)));
        browser.demo(STAGE.address(), member).untilTitled(QUESTION).untilItSays("Monday, March 22");
    }

    @Test
    void twoTabsThatAskAtOnceShowOneCardAndTheSecondAnswerIsToldWhatIsStored() {
        Browser browser = STAGE.browser();
        String member = STAGE.someoneWithACard("tabs");
        Between between = STAGE.between();
        between.hold();
        Card card = browser.demo(between.address(), member);
        String first = browser.driver.getWindowHandle();
        browser.demoInAnotherTab(between.address(), member);
        String second = browser.driver.getWindowHandle();
        card.until("two tabs that ask", () -> between.asked.size() == 2);
        between.release();

        card.untilTitled(QUESTION);
        card.answer(7);
        browser.driver.switchTo().window(first);
        card.untilTitled(QUESTION);
        card.answer(2);
        between.hold();
        card.press("Save answers");
        browser.driver.switchTo().window(second);
        card.press("Save answers");
        between.release();

        // What a tab says is looked at once: to whoever comes back to it, it is no news any more.
        Outcome inSecond = outcome(card);
        browser.driver.switchTo().window(first);
        Outcome inFirst = outcome(card);

        assertThat(List.of(inFirst.title(), inSecond.title()))
                .containsExactlyInAnyOrder("Thank you", "Already answered");
        assertThat(history(member)).hasSize(1);
        boolean secondWon = inSecond.title().equals("Thank you");
        int kept = stored(member).path("answers").path("irritation").asInt();
        assertThat(kept).isEqualTo(secondWon ? 7 : 2);
        assertThat((secondWon ? inFirst : inSecond).answers()).contains(Integer.toString(kept));
    }

    /// @param answers as the card lists them, or empty
    private record Outcome(String title, String answers) {}

    private static Outcome outcome(Card card) {
        card.until("one way or the other", () -> !card.title().equals(QUESTION));
        return new Outcome(
                card.title(), card.all("dl").stream().map(WebElement::getText).collect(Collectors.joining()));
    }

    @Test
    void whatWasAnsweredOfflineIsKeptAndSentOnReturnWithTheMomentItWasGiven() {
        Browser browser = STAGE.browser();
        String member = STAGE.someoneWithACard("offline");
        browser.travelTo(Stage.DAY_SEVEN);
        Card card = browser.demo(STAGE.address(), member).untilTitled(QUESTION);
        browser.offline(true);
        card.answer(4);
        card.press("Save answers");
        card.untilTitled("Kept on this device");
        assertThat(stored(member).path("state").asText()).isEqualTo("open");

        STAGE.cairn().travelTo(Stage.DAY_SEVEN.plus(Duration.ofHours(5)));
        browser.offline(false);

        card.untilItSays("Your kept answers have been sent.");
        expectAnsweredAtSeven(member, 4);
    }

    @Test
    void whatWasAnsweredOfflineOutlivesAReload() {
        Browser browser = STAGE.browser();
        Between between = STAGE.between();
        String member = STAGE.someoneWithACard("reloads");
        browser.travelTo(Stage.DAY_SEVEN);
        // The page itself has to load; only the API is out of reach, and the browser says so.
        browser.beforePages(
                "Object.defineProperty(navigator, 'onLine', {get: () => !localStorage.getItem('offline')})");
        Card card = browser.demo(between.address(), member).untilTitled(QUESTION);
        between.behave(_ -> Between.Said.BREAK);
        browser.driver.executeScript("localStorage.setItem('offline', 'yes')");
        card.answer(5);
        card.press("Save answers");
        browser.driver.navigate().refresh();
        card.untilTitled("Kept on this device");
        assertThat(card.markup()).doesNotContain("<form");

        STAGE.cairn().travelTo(Stage.DAY_SEVEN.plus(Duration.ofHours(5)));
        between.behave(_ -> Between.Said.PASS);
        browser.driver.executeScript("localStorage.removeItem('offline')");
        browser.driver.navigate().refresh();

        card.until(
                "the row to be complete",
                () -> stored(member).path("state").asText().equals("completed"));
        expectAnsweredAtSeven(member, 5);
    }

    @Test
    void aBugInTheCardIsToldByAnEventWithoutAnythingThatSomebodyWrote() {
        Browser browser = STAGE.browser();
        String member = STAGE.someoneWithACard("crash");
        browser.beforePages(
                "addEventListener('cairn-crash', (event) => (globalThis.told = JSON.stringify(event.detail)));");
        Card card = browser.demo(STAGE.address(), member).untilTitled(QUESTION);
        card.answer(1);
        card.find("textarea").sendKeys("a secret");
        browser.driver.executeScript(
                "JSON.stringify = ((real) => (value) => { if (value?.answers) throw new TypeError('has a secret');"
                        + " return real(value); })(JSON.stringify);");
        card.press("Save answers");

        card.untilTitled("That did not work");
        String told = card.string("return globalThis.told");
        assertThat(told).contains("\"where\":\"completed\"", "\"name\":\"TypeError\"", "cairn-check-in.js:");
        assertThat(told).doesNotContain("secret");

        // What the bug has kept from being sent is not lost by it.
        browser.driver.navigate().refresh();
        card.until(
                "the answers to be stored",
                () -> stored(member).path("answers").path("note").asText().equals("a secret"));
    }

    private static void expectAnsweredAtSeven(String member, int irritation) {
        JsonNode row = stored(member);
        assertThat(row.path("answers").path("irritation").asInt()).isEqualTo(irritation);
        assertThat(Instant.parse(row.path("answeredAt").asText()))
                .isBetween(Stage.DAY_SEVEN, Stage.DAY_SEVEN.plus(Duration.ofMinutes(10)));
        assertThat(Instant.parse(row.path("completedAt").asText()))
                .isAfterOrEqualTo(Stage.DAY_SEVEN.plus(Duration.ofHours(5)));
    }

    private static JsonNode stored(String member) {
        return history(member).path(0);
    }

    private static JsonNode history(String member) {
        Reply reply = STAGE.cairn()
                .get("/v1/me/journeys/skin/check-ins", STAGE.cairn().token(member));
        return reply.json().path("items");
    }
}
