package cairn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a device keeps, and for whom.
class StoredAnswerTest {
    private static final String QUESTION = "How is your skin today?";

    @RegisterExtension
    static final Stage STAGE = new Stage();

    /// Twenty-five hours apart: in either, a day that became an instant on its way would be the day before or after.
    @ParameterizedTest
    @CsvSource({"Pacific/Pago_Pago, 2027-03-14T18:00:00Z", "Pacific/Kiritimati, 2027-03-13T18:00:00Z"})
    void afterAReloadTheCardIsThereBeforeAnyReplyWithTheSameDaysWhereverTheDeviceIs(String zone, Instant now) {
        Browser browser = STAGE.browser();
        Between between = STAGE.between();
        browser.zone(zone);
        browser.travelTo(now);
        String member = STAGE.someone("zone", zone, now);
        Card card = browser.demo(between.address(), member).untilTitled(QUESTION);
        String dates = card.find(".when").getText();
        assertThat(dates).contains("Sunday, March 14", "Open until Sunday, March 21");
        int before = between.asked.size();

        between.hold();
        browser.driver.navigate().refresh();
        card.untilTitled(QUESTION);
        card.expect(() -> assertThat(card.find(".when").getText()).isEqualTo(dates));
        card.expect(() -> assertThat(card.string("return new Date(2027, 0, 1).getTimezoneOffset() + ''"))
                .isEqualTo(zone.endsWith("Kiritimati") ? "-840" : "660"));

        between.release();
        card.until("the card to ask again behind it", () -> between.asked.size() > before);
        card.expect(() -> assertThat(card.find(".when").getText()).isEqualTo(dates));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        an older schema          | "schema":1             | "schema":0
        a day that is an instant | "dueOn":"2027-03-14"   | "dueOn":"2027-03-14T00:00:00.000Z"
        an instant that is a day | "openedAt":"[^"]*"     | "openedAt":"2027-03-14"
        a card without questions | "questions":           | "fragen":
        no JSON                  | ^.                     | x
        """)
    void aStoredAnswerOfAnotherShapeIsDroppedWholeAndNeverHalfRead(String what, String found, String instead) {
        Browser browser = STAGE.browser();
        Between between = STAGE.between();
        String member = STAGE.someoneWithACard("shape");
        Card card = browser.demo(between.address(), member).untilTitled(QUESTION);
        String changed = card.string("""
            const key = Object.keys(localStorage).find((name) => name.endsWith(':due'));
            const kept = localStorage.getItem(key);
            const other = kept.replace(new RegExp(arguments[0]), arguments[1]);
            localStorage.setItem(key, other);
            return String(kept !== other)\
            """, found, instead);
        assertThat(changed).as(what).isEqualTo("true");
        between.hold();

        browser.driver.navigate().refresh();

        card.until("nothing but waiting", () -> !card.all(".skeleton").isEmpty());
        assertThat(card.markup()).doesNotContain(QUESTION, "March");
        between.release();
        card.untilTitled(QUESTION);
    }

    @Test
    void theSecondPersonOnABrowserSeesNothingOfTheFirstWhoseAnswerWaitsForThem() {
        Browser browser = STAGE.browser();
        Between between = STAGE.between();
        String anna = STAGE.someoneWithACard("first");
        String ben = STAGE.someone("second", "Europe/Berlin", Instant.parse("2027-03-12T07:00:00Z"));
        STAGE.cairn().travelTo(Stage.DAY_SEVEN);
        browser.travelTo(Stage.DAY_SEVEN);
        browser.beforePages(
                "Object.defineProperty(navigator, 'onLine', {get: () => !localStorage.getItem('offline')})");
        Card card = browser.demo(between.address(), anna).untilTitled(QUESTION);
        browser.driver.executeScript("localStorage.setItem('offline', 'yes')");
        // The API cannot be reached for Anna's answer, and can be again for Ben.
        between.behave(asked -> asked.path().endsWith("/completion") ? Between.Said.BREAK : Between.Said.PASS);
        card.answer(9);
        untilWhole(card).find("textarea").sendKeys("only for me");
        card.press("Save answers");
        card.untilTitled("Kept on this device");
        browser.driver.executeScript("localStorage.removeItem('offline')");
        between.behave(_ -> Between.Said.PASS);
        between.hold();

        browser.demo(between.address(), ben);
        card.until("nothing but waiting", () -> !card.all(".skeleton").isEmpty());
        assertThat(card.markup()).doesNotContain(QUESTION, "only for me", "Kept on this device");
        between.release();
        card.untilTitled(QUESTION);
        assertThat(untilWhole(card).find("textarea").getDomProperty("value")).isEmpty();
        assertThat(card.all("input:checked")).isEmpty();
        assertThat(card.localStorage()).doesNotContain(anna, ben);
        assertThat(STAGE.cairn()
                        .get("/v1/me/journeys/skin/check-ins", STAGE.cairn().token(ben))
                        .body())
                .doesNotContain("only for me");

        browser.demo(between.address(), anna);
        card.until(
                "the first one's answer to be sent",
                () -> STAGE.cairn()
                        .get("/v1/me/journeys/skin/check-ins", STAGE.cairn().token(anna))
                        .body()
                        .contains("only for me"));
        card.until("the device to keep it no more", () -> !card.localStorage().contains("only for me"));
    }

    /// Their cards have the same id: it names a journey's day, and not whose.
    @Test
    void whoSignsInOnTheSamePageSeesNeitherWhatTheFirstWasWritingNorWhatTheyDid() {
        Browser browser = STAGE.browser();
        Between between = STAGE.between();
        String anna = STAGE.someoneWithACard("writes");
        String ben = STAGE.someoneWithACard("takes-over");
        browser.travelTo(Stage.DAY_SEVEN);
        Card card = browser.demo(between.address(), anna).untilTitled(QUESTION);
        untilWhole(card).find("textarea").sendKeys("only for me");

        between.hold();
        signIn(browser, ben);
        card.until("nothing but waiting", () -> !card.all(".skeleton").isEmpty());
        assertThat(card.markup()).doesNotContain(QUESTION);
        between.release();
        card.untilTitled(QUESTION);
        assertThat(untilWhole(card).find("textarea").getDomProperty("value")).isEmpty();

        card.answer(3);
        card.press("Save answers");
        card.untilTitled("Thank you");
        between.hold();
        signIn(browser, anna);
        card.until("nothing but waiting", () -> !card.all(".skeleton").isEmpty());
        between.release();
        card.untilTitled(QUESTION);
        assertThat(untilWhole(card).find("textarea").getDomProperty("value")).isEmpty();
    }

    /// Its first paint may have only the first question.
    private static Card untilWhole(Card card) {
        return card.until("all of the card", () -> card.find("textarea").isDisplayed());
    }

    private static void signIn(Browser browser, String member) {
        browser.driver.executeScript(
                "document.querySelector('cairn-check-in').token = arguments[0]",
                STAGE.cairn().token(member));
    }

    @Test
    void signingOutTakesAllOfAMemberFromTheDevice() {
        Browser browser = STAGE.browser();
        Card card =
                browser.demo(STAGE.address(), STAGE.someoneWithACard("leaves")).untilTitled(QUESTION);

        browser.driver.executeScript("document.querySelector('cairn-check-in').token = null");

        card.untilTitled("You are signed out");
        assertThat(card.localStorage()).doesNotContain("day-7", QUESTION);
        assertThat(card.markup()).doesNotContain(QUESTION);
    }
}
