package cairn.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How long from opening a page until the card can be seen, where an answer is stored, beside a page whose custom
/// element shows one word: each with a module of its own, in one browser. What is measured of both is the largest
/// contentful paint, by which browsers tell a page's owner when its main content could be seen
/// (https://www.w3.org/TR/largest-contentful-paint/). Of a card that was seen before that is to be its first paint,
/// with its title and its first question; what follows them comes into the page right after it. Each page has a
/// moment for that before the next is opened.
///
/// Measured from this machine itself, which answers at once, and as over a phone's network. Of each, in a tab that
/// showed another page of this site just before, as an app's tab does, and in one that comes from elsewhere: there the
/// browser begins with a new process, in which whatever is used for the first time takes longer, and a card uses more.
/// `-Dbenchmark=full` repeats it as often as a number to be quoted needs; a short one belongs to every build.
@Tag("benchmark")
class FirstPaintBenchmark {
    private static final int REPEATS = "full".equals(System.getProperty("benchmark")) ? 200 : 5;
    private static final int WARM_UP = 5;

    /// LTE as WebPageTest has it: milliseconds, and 12 Mbit a second.
    private static final int LTE_ROUND_TRIP = 70;

    private static final int LTE_BYTES = 12_000_000 / 8;

    /// What is shown, and milliseconds from the navigation to the largest contentful paint.
    private static final String LARGEST_PAINT = """
        const [name, done] = arguments;
        let largest = null;
        new PerformanceObserver((list) => (largest = list.getEntries().at(-1).startTime))
          .observe({type: 'largest-contentful-paint', buffered: true});
        const seen = () => [document.querySelector(name).shadowRoot.textContent, largest];
        const look = () => (largest === null ? setTimeout(look, 5) : setTimeout(() => done(seen()), 100));
        look();
        """;

    @RegisterExtension
    static final Stage STAGE = new Stage();

    @Test
    void howLongUntilTheFirstCardIsSeen() {
        Browser browser = STAGE.browser();
        String member = STAGE.someoneWithACard("paints");
        browser.travelTo(Stage.DAY_SEVEN);
        String token = STAGE.cairn().token(member);

        browser.size(1280, 800);
        compare(browser, token, "on a desk's screen, from this machine");
        browser.size(390, 844);
        compare(browser, token, "on a phone's screen, from this machine");
        browser.slowed(LTE_ROUND_TRIP, LTE_BYTES);
        compare(browser, token, "on a phone's screen, over LTE");
    }

    private static void compare(Browser browser, String token, String network) {
        compare(browser, token, false, network + ", in a tab of this site");
        compare(browser, token, true, network + ", in a tab that comes from elsewhere");
    }

    private static void compare(Browser browser, String token, boolean fromElsewhere, String how) {
        List<Double> cards = new ArrayList<>();
        List<Double> words = new ArrayList<>();
        for (int i = 0; i < WARM_UP + REPEATS; i++) {
            // A page that differs in its fragment alone is not loaded again, so the two take turns.
            cards.add(largestPaint(
                    browser, fromElsewhere, "card.html#" + token, "cairn-check-in", "How is your skin today?"));
            words.add(largestPaint(browser, fromElsewhere, "word.html#" + token, "one-word", "Word"));
        }

        double card = median(cards.subList(WARM_UP, cards.size()));
        double word = median(words.subList(WARM_UP, words.size()));
        System.out.printf(
                Locale.ROOT,
                "visible after opening the page %s: medians of %d: card from a stored answer %.0f ms, element of one"
                        + " word %.0f ms, ratio %.2f%n",
                how,
                REPEATS,
                card,
                word,
                card / word);
    }

    /// @throws AssertionError if it is not `text` that was painted
    private static double largestPaint(
            Browser browser, boolean fromElsewhere, String page, String element, String text) {
        if (fromElsewhere) {
            browser.driver.get("about:blank");
        }
        browser.driver.get(STAGE.address() + "/first-paint/" + page);
        Object said = browser.driver.executeAsyncScript(LARGEST_PAINT, element);
        if (said instanceof List<?> painted
                && painted.getFirst() instanceof String shown
                && shown.contains(text)
                && painted.getLast() instanceof Number milliseconds) {
            return milliseconds.doubleValue();
        }
        throw new AssertionError(page + " painted " + said);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
