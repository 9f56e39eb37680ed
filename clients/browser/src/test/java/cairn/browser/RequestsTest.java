package cairn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.browser.Between.Asked;
import cairn.browser.Between.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the card asks of the API while everything goes wrong: a whole minute, in several browsers at once.
class RequestsTest {
    private static final int MOST_A_MINUTE = 12;
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(15);

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

    @RegisterExtension
    static final Stage STAGE = new Stage();

    private record Trouble(String name, Function<Asked, Said> behaviour, String script, Between between) {}

    @Test
    void whateverHappensItAsksAtMostTwelveTimesAMinuteOneAtATimeAndWaitsAsLongAsItIsTold() {
        var troubles = new ArrayList<Trouble>();
        Map<String, Function<Asked, Said>> failures = new LinkedHashMap<>();
        failures.put("restless", _ -> Said.PASS);
        failures.put("unavailable", _ -> Said.status(503));
        failures.put("broken", _ -> Said.BREAK);
        failures.put("throttled", _ -> Said.status(429, "Retry-After", Long.toString(RETRY_AFTER.toSeconds())));
        failures.forEach((name, failure) -> troubles.add(new Trouble(name, failure, RESTLESS, STAGE.between())));
        for (Trouble trouble : troubles) {
            trouble.between().behave(trouble.behaviour());
            Browser browser = STAGE.browser();
            String member = STAGE.someoneWithACard(trouble.name());
            // A function that has to start first may take longer than the card waits, which then asks again, as it
            // should.
            STAGE.cairn().get("/v1/me/due", STAGE.cairn().token(member));
            Card card = browser.demo(trouble.between().address(), member);
            card.until("a first request", () -> !trouble.between().asked.isEmpty());
            browser.driver.executeScript(trouble.script());
        }

        Trouble last = troubles.getLast();
        new org.openqa.selenium.support.ui.FluentWait<>(last.between().asked)
                .withTimeout(MINUTE.plusSeconds(30))
                .pollingEvery(Duration.ofSeconds(1))
                .until(asked -> System.nanoTime() - asked.getFirst().at() > MINUTE.toNanos());

        for (Trouble trouble : troubles) {
            List<Long> moments = trouble.between().asked.stream().map(Asked::at).toList();
            System.out.printf("%s: %d requests, %s%n", trouble.name(), moments.size(), seconds(moments));
            assertThat(mostInAMinute(moments)).as(trouble.name()).isBetween(2L, (long) MOST_A_MINUTE);
            assertThat(trouble.between().mostInFlight).as(trouble.name()).hasValue(1);
        }
        List<Long> told = last.between().asked.stream().map(Asked::at).toList();
        for (int i = 1; i < told.size(); i++) {
            assertThat(Duration.ofNanos(told.get(i) - told.get(i - 1)))
                    .isGreaterThanOrEqualTo(RETRY_AFTER.minusMillis(100));
        }
    }

    private static long mostInAMinute(List<Long> moments) {
        return moments.stream()
                .mapToLong(from -> moments.stream()
                        .filter(at -> at >= from && at - from < MINUTE.toNanos() - TimeUnit.SECONDS.toNanos(1))
                        .count())
                .max()
                .orElse(0);
    }

    private static List<Long> seconds(List<Long> moments) {
        return moments.stream()
                .map(at -> TimeUnit.NANOSECONDS.toSeconds(at - moments.getFirst()))
                .toList();
    }
}
