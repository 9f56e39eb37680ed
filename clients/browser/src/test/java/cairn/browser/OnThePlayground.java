package cairn.browser;

import cairn.local.whole.Running;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.chrome.ChromeDriver;

/// The playground of the running deployment, in one browser for all tests of a class: each begins with people of its
/// own.
abstract class OnThePlayground {
    private static final int HEIGHT = 820;

    @RegisterExtension
    static final Stage STAGE = new Stage();

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @SuppressWarnings("NullAway.Init")
    Playground playground;

    @BeforeAll
    static void openBrowser() {
        browser = new Browser();
        // As if it were the window in front, or nothing would ever get the focus.
        browser.driver.executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    }

    /// Leaving the page gives the clock back, but another class, or a test that failed, may have left it travelling.
    @BeforeEach
    void sitDownAtADesk() {
        cairn().send("DELETE", "/local/clock", null, null);
        playground = new Playground(browser.driver, STAGE.address());
        see(1280, "light");
    }

    @AfterEach
    void leave() {
        browser.driver.get("about:blank");
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    static Running cairn() {
        return STAGE.cairn();
    }

    static ChromeDriver driver() {
        return browser.driver;
    }

    static void see(int width, String scheme) {
        browser.size(width, HEIGHT);
        browser.media("prefers-color-scheme", scheme);
    }

    static void media(String feature, String value) {
        browser.media(feature, value);
    }

    static void offline(boolean offline) {
        browser.offline(offline);
    }

    static JsonNode clock() {
        return cairn().send("GET", "/local/clock", null, null).json();
    }

    static String address() {
        return String.valueOf(browser.driver.getCurrentUrl());
    }
}
