package cairn.browser;

import cairn.testkit.Patience;
import org.openqa.selenium.WebDriverException;

/// A page comes about bit by bit: what is not there yet, or no longer, is asked for again.
final class Waiting {
    private Waiting() {}

    /// Waits until these assertions about a page pass.
    ///
    /// @throws AssertionError the last one, if they do not in time
    static void until(Runnable assertions) {
        Patience.until(() -> {
            try {
                assertions.run();
            } catch (WebDriverException notThere) {
                throw new AssertionError("not on the page", notThere);
            }
        });
    }
}
