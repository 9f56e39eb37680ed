package cairn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/// Whether everybody can use it: axe over each state, light and dark, both directions, phone and desktop; and the
/// keyboard alone.
class AccessTest {
    private static final String QUESTION = "How is your skin today?";
    private static final String AXE = """
        const done = arguments[0];
        axe.run(document, {resultTypes: ['violations', 'incomplete']}).then(
          ({violations, passes}) => done(JSON.stringify(violations.map((one) =>
            [one.id, one.help, ...one.nodes.map((node) => [node.target, node.failureSummary])]))),
          (error) => done('axe: ' + error));\
        """;

    @RegisterExtension
    static final Stage STAGE = new Stage();

    @Test
    void axeFindsNothingInAnyState() throws IOException {
        Browser browser = STAGE.browser();
        Between between = STAGE.between();
        browser.travelTo(Stage.DAY_SEVEN);
        browser.media("prefers-reduced-motion", "reduce");
        browser.beforePages(axe());
        Card card =
                browser.demo(between.address(), STAGE.someoneWithACard("axe")).untilTitled(QUESTION);
        expectNoViolation(browser, "card");
        card.press("Save answers");
        card.untilItSays("To look at again");
        expectNoViolation(browser, "faults");
        card.press("Later");
        card.until("a menu", () -> card.find("[role=menu]").isDisplayed());
        expectNoViolation(browser, "menu");
        card.button("Later").sendKeys(Keys.ESCAPE);
        card.answer(3);
        card.press("Save answers");
        card.untilTitled("Thank you");
        expectNoViolation(browser, "done");
        card.find(".history > summary").click();
        card.until("the history", () -> !card.all("li").isEmpty());
        card.find("li summary").click();
        expectNoViolation(browser, "history");

        browser.driver.navigate().refresh();
        card.untilTitled("Nothing to answer now");
        expectNoViolation(browser, "empty");
        between.behave(_ -> Between.Said.status(503, "Retry-After", "3600"));
        browser.driver.navigate().refresh();
        card.untilItSays("Cairn cannot be reached.");
        expectNoViolation(browser, "offline");
        browser.demo(between.address(), STAGE.someoneWithACard("axe-error")).untilTitled("That did not work");
        expectNoViolation(browser, "error");
    }

    @Test
    void axeFindsNothingInWhatOthersHaveDone() throws IOException {
        Browser browser = STAGE.browser();
        browser.travelTo(Stage.DAY_SEVEN);
        browser.media("prefers-reduced-motion", "reduce");
        browser.beforePages(axe());
        String member = STAGE.someoneWithACard("axe-elsewhere");
        Card card = browser.demo(STAGE.address(), member).untilTitled(QUESTION);
        String id = STAGE.cairn()
                .get("/v1/me/due", STAGE.cairn().token(member))
                .json()
                .at("/due/0/id")
                .asText();
        STAGE.cairn()
                .send(
                        "PUT",
                        "/v1/me/check-ins/" + id + "/completion",
                        STAGE.cairn().token(member),
                        "{\"answers\":{\"irritation\":8,\"change\":\"worse\"}}");
        card.answer(3);
        card.press("Save answers");
        card.untilTitled("Already answered").untilItSays("worse");
        expectNoViolation(browser, "elsewhere");

        Card later = browser.demo(STAGE.address(), STAGE.someoneWithACard("axe-later"))
                .untilTitled(QUESTION);
        later.press("Later");
        later.press("Tomorrow morning");
        later.untilTitled("See you later");
        expectNoViolation(browser, "snoozed");
        browser.demo(STAGE.address(), STAGE.someoneWithACard("axe-skips")).untilTitled(QUESTION);
        later.press("Skip this time");
        later.untilTitled("Skipped this time");
        expectNoViolation(browser, "skipped");
        browser.driver.executeScript("document.querySelector('cairn-check-in').token = null");
        later.untilTitled("You are signed out");
        expectNoViolation(browser, "signed out");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        Browser browser = STAGE.browser();
        browser.travelTo(Stage.DAY_SEVEN);
        Card card =
                browser.demo(STAGE.address(), STAGE.someoneWithACard("keys")).untilTitled(QUESTION);

        press(browser, Keys.TAB, Keys.SPACE, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        card.expect(() -> assertThat(card.find("input[name=q0]:checked").getDomAttribute("value"))
                .isEqualTo("2"));
        press(browser, Keys.TAB, Keys.ARROW_DOWN);
        card.expect(() -> assertThat(card.find("input[name=q1]:checked").getDomAttribute("value"))
                .isEqualTo("same"));
        press(browser, Keys.TAB, Keys.SPACE);
        card.expect(() -> assertThat(card.find("input[name=q2]:checked").getDomAttribute("value"))
                .isEqualTo("forehead"));
        until(browser, card, "textarea");
        press(browser, "calm days");
        until(browser, card, "#later");
        press(browser, Keys.ENTER);
        card.expect(() -> assertThat(focused(browser)).isEqualTo("Later today"));
        press(browser, Keys.ARROW_DOWN);
        card.expect(() -> assertThat(focused(browser)).isEqualTo("Tomorrow morning"));
        press(browser, Keys.ARROW_UP, Keys.ARROW_UP);
        card.expect(() -> assertThat(focused(browser)).isEqualTo("In three days"));
        press(browser, Keys.ESCAPE);
        card.expect(() -> assertThat(focused(browser)).isEqualTo("Later"));
        card.expect(() -> assertThat(card.find("[role=menu]").isDisplayed()).isFalse());

        until(browser, card, "textarea");
        press(browser, Keys.TAB);
        card.expect(() -> assertThat(focused(browser)).isEqualTo("Save answers"));
        press(browser, Keys.ENTER);
        card.untilTitled("Thank you");
        card.until("the focus on what came of it", () -> focused(browser).equals("Thank you"));
    }

    @Test
    void aFaultTakesTheFocusAndIsSaid() {
        Browser browser = STAGE.browser();
        Card card =
                browser.demo(STAGE.address(), STAGE.someoneWithACard("faults")).untilTitled(QUESTION);

        card.press("Save answers");

        card.expect(() -> assertThat(card.find("[role=alert]").getText()).isEqualTo("To look at again: 2"));
        card.expect(() -> assertThat(
                        card.string("return document.querySelector('cairn-check-in').shadowRoot.activeElement.name"))
                .isEqualTo("q0"));
        card.expect(() -> assertThat(card.find("fieldset[role=radiogroup]").getDomAttribute("aria-invalid"))
                .isEqualTo("true"));
        String fault = card.find("fieldset").getDomAttribute("aria-describedby");
        card.expect(() -> assertThat(card.find("#" + fault).getText()).isEqualTo("Please answer this question."));
    }

    @Test
    void whatComesByItselfIsSaidByTheLiveRegion() {
        Browser browser = STAGE.browser();
        String member = STAGE.someoneWithACard("live");
        browser.travelTo(Stage.DAY_SEVEN);
        Card card = browser.demo(STAGE.address(), member).untilTitled(QUESTION);
        card.answer(3);
        browser.offline(true);
        card.press("Save answers");
        card.untilTitled("Kept on this device");

        browser.offline(false);

        card.until(
                "news for who cannot see them",
                () -> card.string("return arguments[0].textContent", card.find("section > [role=status]"))
                        .contains("Your kept answers have been sent."));
    }

    @Test
    void nothingMovesForWhomMotionIsNoPleasure() {
        Browser browser = STAGE.browser();
        browser.media("prefers-reduced-motion", "reduce");
        Card card = browser.demo(
                STAGE.address(), STAGE.someone("still", "Europe/Berlin", Stage.DAY_SEVEN.minusSeconds(86_400)));
        card.untilTitled("Nothing to answer now");

        String moving = """
            const root = document.querySelector('cairn-check-in').shadowRoot;
            return root.getAnimations().length + ' ' + [...root.querySelectorAll('*')].filter((one) =>
              getComputedStyle(one).animationName !== 'none' || getComputedStyle(one).transitionDuration !== '0s').length;\
            """;
        card.expect(() -> assertThat(card.string(moving)).isEqualTo("0 0"));

        browser.media("prefers-reduced-motion", "no-preference");
        card.until("motion for everybody else", () -> !card.string(moving).endsWith(" 0"));
    }

    private static void expectNoViolation(Browser browser, String state) {
        List<String> found = new ArrayList<>();
        for (String language : List.of("en", "ar")) {
            direct(browser, language);
            for (String scheme : List.of("light", "dark")) {
                browser.media("prefers-color-scheme", scheme);
                for (int width : new int[] {390, 1280}) {
                    browser.size(width, 844);
                    String violations = String.valueOf(browser.driver.executeAsyncScript(AXE));
                    if (!violations.equals("[]")) {
                        found.add(String.join(" ", state, language, scheme, Integer.toString(width), violations));
                    }
                }
            }
        }
        direct(browser, "en");
        assertThat(found).isEmpty();
    }

    /// Mirrors what is shown, without asking for it again: another language would be another answer.
    private static void direct(Browser browser, String language) {
        String direction = language.equals("ar") ? "rtl" : "ltr";
        browser.driver.executeScript(
                "document.documentElement.dir = arguments[0];"
                        + "document.querySelector('cairn-check-in').shadowRoot.querySelectorAll('[dir]').forEach("
                        + "  (one) => one.dir === 'auto' || (one.dir = arguments[0]))",
                direction);
    }

    private static void press(Browser browser, CharSequence... keys) {
        for (CharSequence key : keys) {
            browser.driver.switchTo().activeElement().sendKeys(key);
        }
    }

    /// Goes on with the tabulator until something has the focus.
    private static void until(Browser browser, Card card, String css) {
        for (int i = 0; i < 20 && !hasFocus(card, css); i++) {
            press(browser, Keys.TAB);
        }
        card.expect(() -> assertThat(hasFocus(card, css)).as(css).isTrue());
    }

    private static boolean hasFocus(Card card, String css) {
        return card.string(
                        "return"
                                + " document.querySelector('cairn-check-in').shadowRoot.activeElement?.matches(arguments[0])",
                        css)
                .equals("true");
    }

    private static String focused(Browser browser) {
        return String.valueOf(browser.driver.executeScript(
                "return document.querySelector('cairn-check-in').shadowRoot.activeElement?.textContent"));
    }

    private static String axe() throws IOException {
        try (InputStream script = AccessTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
