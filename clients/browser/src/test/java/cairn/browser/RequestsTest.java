package cairn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.browser.Between.Asked;
import cairn.browser.Between.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the card asks of the API while everything goes wrong: a whole minute, in several browsers at once.
class RequestsTest {
    private static final int MOST_A_MINUTE = 12;
    private static final int MINUTE = 60_000;
    private static final int RETRY_AFTER = 15_000;
    private static final int ROUNDING = 1_000;

    /// Everything that may make it ask again, ten times a second.
    private static final String RESTLESS = """
        setInterval(() => {
          const card = document.querySelector('cairn-check-in');
          dispatchEvent(new Event('online'));
          document.dispatchEvent(new Event('visibilitychange'));
          card.setAttribute('lang', card.getAttribute('lang') === 'de' ? 'en' : 'de');
          card.token = card.token && card.token.slice();
        }, 100);\
        """;

    /// When each request left, and how many were on their way at most, by the browser's own clock: how long a request
    /// is on
    /// its way is the machine's business. In milliseconds since the page began.
    private static final String NOTES = """
        const notes = globalThis.notes = {sent: [], flying: 0, most: 0};
        const really = fetch;
        globalThis.fetch = async (at, request) => {
          if (!String(at).includes('/v1/')) {
            return really(at, request);
          }
          notes.sent.push(performance.now());
          notes.most = Math.max(notes.most, notes.flying += 1);
          try {
            return await really(at, request);
          } finally {
            notes.flying -= 1;
          }
        };
        """;

    @RegisterExtension
    static final Stage STAGE = new Stage();

    private record Trouble(String name, Function<Asked, Said> behaviour, Between between, Browser browser) {}

    @Test
    void whateverHappensItAsksAtMostTwelveTimesAMinuteOneAtATimeAndWaitsAsLongAsItIsTold() {
        var troubles = new ArrayList<Trouble>();
        Map<String, Function<Asked, Said>> failures = new LinkedHashMap<>();
        failures.put("restless", _ -> Said.PASS);
        failures.put("unavailable", _ -> Said.status(503));
        failures.put("broken", _ -> Said.BREAK);
        failures.put("throttled", _ -> Said.status(429, "Retry-After", Integer.toString(RETRY_AFTER / 1_000)));
        failures.forEach((name, failure) -> troubles.add(new Trouble(name, failure, STAGE.between(), STAGE.browser())));
        for (Trouble trouble : troubles) {
            trouble.between().behave(trouble.behaviour());
            trouble.browser().beforePages(NOTES);
            String member = STAGE.someoneWithACard(trouble.name());
            // A function that has to start first may take longer than the card waits, which then asks again, as it
            // should.
            STAGE.cairn().get("/v1/me/due", STAGE.cairn().token(member));
            Card card = trouble.browser().demo(trouble.between().address(), member);
            card.until("a first request", () -> !trouble.between().asked.isEmpty());
            trouble.browser().driver.executeScript(RESTLESS);
        }

        for (Trouble trouble : troubles) {
            new Card(trouble.browser().driver)
                    .until("a minute to be over", () -> number(trouble, "performance.now() - notes.sent[0]") > MINUTE);
            List<Double> sent = sent(trouble);
            System.out.printf("%s: %d requests, %s%n", trouble.name(), sent.size(), sent);
            assertThat(mostInAMinute(sent)).as(trouble.name()).isBetween(2L, (long) MOST_A_MINUTE);
            assertThat(number(trouble, "notes.most")).as(trouble.name()).isEqualTo(1);
        }
        List<Double> told = sent(troubles.getLast());
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i) - told.get(i - 1)).isGreaterThanOrEqualTo(RETRY_AFTER - ROUNDING);
        }
    }

    private static List<Double> sent(Trouble trouble) {
        List<?> sent = (List<?>) Objects.requireNonNull(trouble.browser().driver.executeScript("return notes.sent"));
        return sent.stream().map(at -> ((Number) at).doubleValue()).toList();
    }

    private static double number(Trouble trouble, String code) {
        return ((Number) Objects.requireNonNull(trouble.browser().driver.executeScript("return " + code)))
                .doubleValue();
    }

    /// The card counts when it sends, a moment before the request leaves.
    private static long mostInAMinute(List<Double> moments) {
        return moments.stream()
                .mapToLong(from -> moments.stream()
                        .filter(at -> at >= from && at - from < MINUTE - ROUNDING)
                        .count())
                .max()
                .orElse(0);
    }
}
