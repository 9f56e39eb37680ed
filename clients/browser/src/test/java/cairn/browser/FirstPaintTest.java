package cairn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What comes first where an answer is stored, and what it may not cost. `FirstPaintBenchmark` tells what it is good
/// for.
class FirstPaintTest {
    private static final String QUESTION = "How is your skin today?";

    /// Notes what the card has, and what it asked for, when the first frame is about to be painted; and how far what
    /// follows the card was moved, as the browser counts it for a page's owner.
    private static final String NOTES = """
        const notes = globalThis.notes = {asked: 0, moved: 0};
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
          document.body.append('What follows the card.');
          requestAnimationFrame(() => {
            notes.questions = document.querySelector('cairn-check-in').shadowRoot.querySelectorAll('.question').length;
            notes.askedFirst = notes.asked;
          });
        });
        """;

    @RegisterExtension
    static final Stage STAGE = new Stage();

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({"390, 844, 1", "844, 390, 4", "1280, 800, 4"})
    void onAPhoneTheFirstQuestionIsPaintedAloneAndNowhereIsAnythingAskedOrMovedForIt(
            int width, int height, int questions) {
        Browser browser = STAGE.browser();
        browser.size(width, height);
        browser.travelTo(Stage.DAY_SEVEN);
        String member = STAGE.someoneWithACard("first-paint");
        browser.demo(STAGE.address(), member).untilTitled(QUESTION);
        browser.beforePages(NOTES);

        Card card = stored(browser, member);

        card.until(
                "all of the card",
                () -> card.button("Save answers").isEnabled()
                        && card.all(".question").size() == 4);
        card.until("to be asked for anew", () -> !note(card, "asked").equals("0"));
        assertThat(note(card, "questions")).isEqualTo(String.valueOf(questions));
        assertThat(note(card, "askedFirst")).isEqualTo("0");
        assertThat(note(card, "moved")).isEqualTo("0");
    }

    /// A tab behind others, or a frame that is out of sight.
    @Test
    void whereNothingIsPaintedTheCardIsCompletedAllTheSameAndOnce() {
        Browser browser = STAGE.browser();
        browser.size(390, 844);
        browser.travelTo(Stage.DAY_SEVEN);
        String member = STAGE.someoneWithACard("unpainted");
        browser.demo(STAGE.address(), member).untilTitled(QUESTION);
        browser.beforePages("""
            const frames = globalThis.awaited = [];
            globalThis.requestAnimationFrame = (run) => frames.push(run);
            globalThis.cancelAnimationFrame = (id) => delete frames[id - 1];
            """);

        Card card = stored(browser, member);

        card.until("all of the card", () -> card.all(".question").size() == 4);
        assertThat(card.string("return String(awaited.filter(Boolean).length)")).isEqualTo("0");
    }

    private static Card stored(Browser browser, String member) {
        return browser.open(
                STAGE.address() + "/first-paint/card.html#" + STAGE.cairn().token(member));
    }

    private static String note(Card card, String name) {
        return card.string("return String(notes[arguments[0]])", name);
    }
}
