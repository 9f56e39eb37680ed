package cairn.browser;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.OutputType;

/// The pictures of the card in `docs/screenshots`. No test, so no build runs it:
/// `mvn -pl clients/browser -am verify -Dtest=CardPictures -Dscreenshots=write
/// -Dsurefire.failIfNoSpecifiedTests=false`.
class CardPictures {
    @RegisterExtension
    static final Stage STAGE = new Stage();

    @Test
    void theCardAsPeopleSeeIt() throws IOException {
        for (boolean phone : new boolean[] {true, false}) {
            for (String scheme : new String[] {"light", "dark"}) {
                take(phone, scheme);
            }
        }
    }

    private static void take(boolean phone, String scheme) throws IOException {
        Browser browser = STAGE.browser();
        browser.travelTo(Stage.DAY_SEVEN);
        browser.media("prefers-color-scheme", scheme);
        browser.media("prefers-reduced-motion", "reduce");
        browser.size(phone ? 390 : 960, phone ? 844 : 1080);
        String name = (phone ? "phone-" : "desktop-") + scheme;

        Card card =
                browser.demo(STAGE.address(), STAGE.someoneWithACard("picture")).untilTitled("How is your skin today?");
        card.answer(3);
        picture(browser, name + "-card");
        if (phone) {
            card.press("Later");
            browser.driver.executeScript("scrollTo(0, 1e5)");
            picture(browser, name + "-later");
            card.press("Later");
        }
        card.press("Save answers");
        card.untilTitled("Thank you");
        browser.driver.executeScript("document.activeElement.blur(); scrollTo(0, 0)");
        picture(browser, name + "-done");
        if (phone) {
            browser.beforePages(
                    "addEventListener('DOMContentLoaded', () => { document.documentElement.lang = 'ar'; });");
            browser.demo(STAGE.address(), STAGE.someoneWithACard("picture"));
            card.until("an Arabic card", () -> card.title().contains("بشرتك"));
            card.answer(3);
            picture(browser, name + "-arabic");
        }
    }

    /// What is on the screen.
    private static void picture(Browser browser, String name) throws IOException {
        Pictures.keep(name, browser.driver.getScreenshotAs(OutputType.BYTES));
    }
}
