package cairn.browser;

import cairn.testkit.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The playground as somebody uses it.
///
/// @param address of the deployment, with no slash at its end
record Playground(ChromeDriver driver, String address) {
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final int DAYS_SHOWN = 120;
    private static final int SIDES = 52;

    /// Opens it, and waits until somebody sees a card there.
    Playground open(String query) {
        driver.get(address + "/" + query);
        return arrived();
    }

    /// Waits until now has come to rest, and the card of that moment is there.
    Playground arrived() {
        return until(() -> isTrue("""
            const frame = document.querySelector('#card');
            const card = frame.querySelector('cairn-check-in');
            const part = card?.shadowRoot.querySelector('[part=card]');
            return frame.getAttribute('aria-busy') === 'false'
                && (card ? part?.getAttribute('aria-busy') === 'false' : frame.querySelector('.vacant') !== null)
            """));
    }

    Playground until(BooleanSupplier condition) {
        new WebDriverWait(driver, Patience.LONG, OFTEN).until(_ -> condition.getAsBoolean());
        return this;
    }

    /// Waits until assertions about the page pass: the card, the path and the words around it come one after the other.
    Playground expect(Runnable assertions) {
        Waiting.until(assertions);
        return this;
    }

    /// Waits until the page's text in there is so.
    Playground untilTextOf(String selector, String part) {
        return until(() -> text(selector).contains(part));
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /// The text as it is in the document, seen or not.
    String text(String selector) {
        return String.valueOf(script("return document.querySelector(arguments[0])?.textContent ?? ''", selector));
    }

    @Nullable
    Object script(String code, Object... arguments) {
        return driver.executeScript(code, arguments);
    }

    boolean isTrue(String code, Object... arguments) {
        return Boolean.TRUE.equals(script(code, arguments));
    }

    List<String> texts(String code, Object... arguments) {
        return ((List<?>) Objects.requireNonNull(script(code, arguments)))
                .stream().map(String::valueOf).toList();
    }

    void click(String selector) {
        script("document.querySelector(arguments[0]).click()", selector);
    }

    /// Writes into a field as hands do.
    void write(String selector, String value) {
        WebElement field = find(selector);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), value.isEmpty() ? Keys.DELETE : value);
    }

    /// What the card says: its date, if it has one, and its title.
    String card() {
        return String.valueOf(script("""
            const root = document.querySelector('cairn-check-in')?.shadowRoot;
            return [...(root?.querySelectorAll('[part=date] span:first-child, [part=title]') ?? [])]
                .map(part => part.textContent).join(' · ')
            """));
    }

    /// Answers all that the card asks by choosing, and saves.
    Playground answer() {
        until(() -> !find("cairn-check-in")
                .getShadowRoot()
                .findElements(By.cssSelector("form"))
                .isEmpty());
        script("""
            const root = document.querySelector('cairn-check-in').shadowRoot;
            root.querySelectorAll('fieldset').forEach(question => question.querySelector('input').click());
            root.querySelector('form button.primary').click();
            """);
        return this;
    }

    /// Slots and their states, in the order of the path.
    List<String> stones() {
        return texts("return [...document.querySelectorAll('.stone')].map(stone => `${stone.dataset.slot}"
                + " ${stone.dataset.state}`)");
    }

    /// Who lives the journey that is shown.
    String person() {
        return text("#who .id");
    }

    /// Takes hold of now, moves it by so many days with the pointer, and lets go.
    Playground drag(int days) {
        WebElement handle = find("#now b");
        double width = find("#stage").getSize().getWidth();
        int pixels = (int) Math.round(days * (width - SIDES) / DAYS_SHOWN);
        new Actions(driver)
                .clickAndHold(handle)
                .moveByOffset(pixels / 2, 0)
                .moveByOffset(pixels - pixels / 2, 0)
                .release()
                .perform();
        return arrived();
    }

    /// Presses keys on now, and then the one that lets it rest.
    Playground press(CharSequence... keys) {
        find("#now").sendKeys(keys);
        find("#now").sendKeys(Keys.ENTER);
        return arrived();
    }
}
