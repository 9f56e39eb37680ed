package cairn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How long until the first card can be seen where an answer is stored, beside a custom element that shows
/// one word: both put into the same page, with the same modules loaded, by turns. `-Dbenchmark=full`
/// repeats it as often as a number to be quoted needs; a short one belongs to every build.
@Tag("benchmark")
class FirstPaintBenchmark {
    private static final boolean FULL = "full".equals(System.getProperty("benchmark"));
    private static final int REPEATS = FULL ? 200 : 20;
    private static final int WARM_UP = 3;

    /// Puts one or the other into the page by turns, and takes the time from then until the frame that
    /// shows it was made: what is posted in an animation frame arrives behind it. `card, word, card, word,
    /// …`, in milliseconds.
    private static final String MEASURE = """
        const [token, repeats, done] = arguments;
        customElements.define('a-word', class extends HTMLElement {
          connectedCallback() {
            this.attachShadow({mode: 'open'}).append('Word');
          }
        });
        const shown = (element) => new Promise((resolve) => {
          const begun = performance.now();
          document.querySelector('main').append(element);
          requestAnimationFrame(() => {
            const {port1, port2} = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - begun);
            port2.postMessage('');
          });
        });
        const quiet = () => new Promise((resolve) => setTimeout(resolve, 60));
        (async () => {
          const times = [];
          document.querySelector('cairn-check-in').remove();
          for (let i = 0; i < 2 * repeats; i += 1) {
            await quiet();
            const element = document.createElement(i % 2 ? 'a-word' : 'cairn-check-in');
            element.setAttribute('token', token);
            times.push(await shown(element));
            const text = element.shadowRoot.textContent;
            if (!text.includes(i % 2 ? 'Word' : 'How is your skin today?')) {
              throw new Error(text);
            }
            element.remove();
          }
          return times;
        })().then(done, (error) => done(String(error)));\
        """;

    @RegisterExtension
    static final Stage STAGE = new Stage();

    @Test
    void theFirstCardIsVisibleAboutAsSoonAsAnEmptyElement() {
        Browser browser = STAGE.browser();
        String member = STAGE.someoneWithACard("paints");
        browser.travelTo(Stage.DAY_SEVEN);
        browser.demo(STAGE.address(), member).untilTitled("How is your skin today?");

        Object times = browser.driver.executeAsyncScript(MEASURE, STAGE.cairn().token(member), WARM_UP + REPEATS);

        assertThat(times).isInstanceOf(List.class);
        List<Double> cards = new ArrayList<>();
        List<Double> words = new ArrayList<>();
        for (Object time : (List<?>) times) {
            (cards.size() == words.size() ? cards : words).add(((Number) time).doubleValue());
        }
        double card = median(cards.subList(WARM_UP, cards.size()));
        double word = median(words.subList(WARM_UP, words.size()));
        System.out.printf(
                Locale.ROOT,
                "visible, medians of %d: card from a stored answer %.1f ms, element of one word %.1f ms, ratio %.2f%n",
                REPEATS,
                card,
                word,
                card / word);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
