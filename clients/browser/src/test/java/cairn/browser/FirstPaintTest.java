package cairn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes first where an answer is stored, and what it may not cost. `FirstPaintBenchmark` tells what it is good
/// for.
class FirstPaintTest {
    private static final String ROOM = "cairn:room";

    /// Notes what the card has, and what it asked for, when the first frame is about to be painted; and how far what
    /// follows the card was moved, as the browser counts it for a page's owner.
    private static final String NOTES = """
        const notes = globalThis.notes = {asked: 0, moved: 0};
        // The card goes on without a first frame after a quarter of a second. On a busy machine the frame may be later.
        const soon = setTimeout;
        globalThis.setTimeout = (run, delay, ...given) => soon(run, delay === 250 ? 120_000 : delay, ...given);
        // Whoever asks first looks for what waits to be sent, under a lock.
        for (const [whose, name] of [[globalThis, 'fetch'], [LockManager.prototype, 'request']]) {
          const really = whose[name];
          whose[name] = function (...given) {
            notes.asked += 1;
            return really.apply(this, given);
          };
        }
        new PerformanceObserver((list) => list.getEntries().forEach(({value}) => (notes.moved += value)))
          .observe({type: 'layout-shift', buffered: true});
        addEventListener('DOMContentLoaded', () => {
          // A paragraph: the browser does not count bare text as moved.
          document.body.appendChild(document.createElement('p')).textContent = 'What follows the card.';
          requestAnimationFrame(() => {
            notes.questions = document.querySelector('cairn-check-in').shadowRoot.querySelectorAll('.question').length;
            notes.askedFirst = notes.asked;
          });
        });
        """;

    @RegisterExtension
    static final Stage STAGE = new Stage();

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({"390, 844", "844, 390", "1280, 800", "1280, 2400"})
    void ofACardSeenBeforeTheFirstQuestionIsPaintedAloneAndNothingIsAskedOrMovedForIt(int width, int height) {
        Browser browser = STAGE.browser();
        String member = STAGE.someoneWithACard("first-paint");
        seen(browser, member, width, height);

        Card card = again(browser);

        assertThat(note(card, "questions")).isEqualTo("1");
        assertThat(note(card, "askedFirst")).isEqualTo("0");
        assertThat(note(card, "moved")).isEqualTo("0");
    }

    /// What would have to be kept free for the rest of it is not known then.
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"another width", "another page", "another card", "kept by an older version", "half of it kept"})
    void whereItsHeightIsNotKnownACardIsPaintedWholeAtOnceAndMovesNothing(String what) {
        Browser browser = STAGE.browser();
        String member = STAGE.someoneWithACard("unmeasured");
        seen(browser, member, 1280, 2400);
        switch (what) {
            case "another width" -> browser.size(1290, 2400);
            case "another page" -> change(browser, "\"place\":\"", "\"place\":\"elsewhere");
            case "another card" -> browser.driver.executeScript("""
                    const key = Object.keys(localStorage).find((name) => name.endsWith(':due'));
                    const kept = JSON.parse(localStorage.getItem(key));
                    kept.value.due.due[0].id += '-another';
                    localStorage.setItem(key, JSON.stringify(kept));
                    """);
            case "kept by an older version" -> change(browser, "\"schema\":", "\"schema\":9");
            default -> change(browser, "\"height\"", "\"depth\"");
        }

        Card card = again(browser);

        assertThat(note(card, "questions")).isEqualTo("4");
        assertThat(note(card, "moved")).isEqualTo("0");
    }

    /// Words of another length.
    @Test
    void inAnotherLanguageItsHeightIsNotKnownEither() {
        Browser browser = STAGE.browser();
        seen(browser, STAGE.someoneWithACard("speaks"), 390, 844);
        browser.beforePages(
                "addEventListener('readystatechange', () => (document.documentElement.lang = 'de'), {capture: true})");

        assertThat(note(again(browser, "Antworten speichern"), "questions")).isEqualTo("4");
    }

    @Test
    void whoeverSignsOutLeavesNoHeightBehind() {
        Browser browser = STAGE.browser();
        Card card = seen(browser, STAGE.someoneWithACard("leaves"), 390, 844);

        browser.driver.executeScript("document.querySelector('cairn-check-in').token = null");

        card.until("the device to keep none", () -> !card.localStorage().contains(ROOM));
    }

    @Test
    void ofACardThatIsNotShownTheHeightItHadBeforeIsKept() {
        Browser browser = STAGE.browser();
        Card card = seen(browser, STAGE.someoneWithACard("hides"), 390, 844);
        String before = room(card);
        browser.beforePages(
                "addEventListener('DOMContentLoaded', () => (document.querySelector('cairn-check-in').hidden = true))");

        browser.driver.navigate().refresh();

        card.until("all of the card", () -> card.all(".question").size() == 4);
        browser.driver.executeAsyncScript("setTimeout(arguments[0], 500)"); // Nothing tells that nothing was kept.
        assertThat(room(card)).isEqualTo(before);
    }

    /// A tab behind others, or a frame that is out of sight.
    @Test
    void whereNothingIsPaintedTheCardIsCompletedAllTheSameAndOnce() {
        Browser browser = STAGE.browser();
        String member = STAGE.someoneWithACard("unpainted");
        seen(browser, member, 390, 844);
        browser.beforePages("""
            const frames = globalThis.awaited = [];
            globalThis.requestAnimationFrame = (run) => frames.push(run);
            globalThis.cancelAnimationFrame = (id) => delete frames[id - 1];
            """);

        browser.driver.navigate().refresh();

        Card card = new Card(browser.driver);
        card.until("all of the card", () -> card.all(".question").size() == 4);
        card.until(
                "nothing to come",
                () -> card.string("return String(awaited.filter(Boolean).length)")
                        .equals("0"));
    }

    /// The page of the card alone, in a window of that size, until the card has been there and measured.
    private static Card seen(Browser browser, String member, int width, int height) {
        browser.size(width, height);
        browser.travelTo(Stage.DAY_SEVEN);
        Card card = browser.open(
                STAGE.address() + "/first-paint/card.html#" + STAGE.cairn().token(member));
        return card.until("its height to be kept", () -> card.localStorage().contains(ROOM));
    }

    /// The same page, with notes taken, until all of the card is there and it was asked for anew.
    private static Card again(Browser browser) {
        return again(browser, "Save answers");
    }

    private static Card again(Browser browser, String save) {
        browser.beforePages(NOTES);
        browser.driver.navigate().refresh();
        Card card = new Card(browser.driver);
        card.until(
                "all of the card",
                () -> card.button(save).isEnabled() && card.all(".question").size() == 4);
        return card.until("to be asked for anew", () -> !note(card, "asked").equals("0"));
    }

    private static String room(Card card) {
        return card.string("return localStorage.getItem(arguments[0])", ROOM);
    }

    private static void change(Browser browser, String from, String to) {
        browser.driver.executeScript(
                "localStorage.setItem(arguments[0], localStorage.getItem(arguments[0]).replace(arguments[1], arguments[2]))",
                ROOM,
                from,
                to);
    }

    private static String note(Card card, String name) {
        return card.string("return String(notes[arguments[0]])", name);
    }
}
