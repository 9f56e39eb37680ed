package cairn.browser;

import cairn.testkit.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.NoSuchShadowRootException;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The card of the page that is in front, as somebody sees and works it.
final class Card {
    private final ChromeDriver driver;

    Card(ChromeDriver driver) {
        this.driver = driver;
    }

    SearchContext root() {
        return driver.findElement(By.tagName("cairn-check-in")).getShadowRoot();
    }

    WebElement find(String css) {
        return root().findElement(By.cssSelector(css));
    }

    List<WebElement> all(String css) {
        return root().findElements(By.cssSelector(css));
    }

    String title() {
        return find("h2").getText();
    }

    String text() {
        return find(".card").getText();
    }

    /// All that is in the shadow tree, shown or not.
    String markup() {
        return string("return document.querySelector('cairn-check-in').shadowRoot.innerHTML");
    }

    String string(String script, Object... given) {
        return String.valueOf(driver.executeScript(script, given));
    }

    Card until(String what, BooleanSupplier holds) {
        new WebDriverWait(driver, Patience.LONG, Duration.ofMillis(50))
                .ignoring(NoSuchElementException.class)
                .ignoring(NoSuchShadowRootException.class)
                .ignoring(StaleElementReferenceException.class)
                .ignoring(JavascriptException.class)
                .withMessage(() -> what + "; there is: " + seen())
                .until(_ -> holds.getAsBoolean());
        return this;
    }

    /// The same page again, as if the person had come back to it.
    Card reload() {
        driver.navigate().refresh();
        return this;
    }

    Card untilTitled(String title) {
        return until("a card titled " + title, () -> title().equals(title));
    }

    Card untilItSays(String text) {
        return until("a card that says " + text, () -> text().contains(text));
    }

    /// A card that has just been painted anew has another button of that name.
    void press(String text) {
        until("a button " + text, () -> {
            button(text).click();
            return true;
        });
    }

    WebElement button(String text) {
        return all("button").stream()
                .filter(button -> button.isDisplayed() && button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("button " + text + "; there is: " + seen()));
    }

    /// Answers the program `skin`: three of eleven stones, and the first choice.
    void answer(int irritation) {
        until("its questions", () -> {
            find("input[name=q0][value='" + irritation + "']").click();
            find("input[name=q1]").click();
            return true;
        });
    }

    /// Waits until assertions about the page pass: what is on it comes and is painted when the browser gets to it.
    Card expect(Runnable assertions) {
        Waiting.until(assertions);
        return this;
    }

    /// All that this device keeps.
    String localStorage() {
        return string("return JSON.stringify({...localStorage})");
    }

    private String seen() {
        Supplier<String> card = this::text;
        try {
            return Objects.requireNonNull(card.get());
        } catch (RuntimeException none) {
            return "no card";
        }
    }
}
