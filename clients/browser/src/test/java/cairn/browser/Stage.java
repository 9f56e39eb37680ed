package cairn.browser;

import cairn.local.whole.Running;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// What a test needs around it: one deployment for all of them, browsers that end with the test, people nobody else is.
/// Where there is no browser, each test is skipped and counted; one given up later, before all of a class, would not
/// be.
final class Stage implements ExecutionCondition, BeforeAllCallback, AfterEachCallback {
    /// In Berlin it is eight in the morning of day 7 of a journey begun on `STARTED_ON`.
    static final Instant DAY_SEVEN = Instant.parse("2027-03-14T07:00:00Z");

    static final String STARTED_ON = "2027-03-07";

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final List<AutoCloseable> opened = new ArrayList<>();
    private @org.jspecify.annotations.Nullable Running cairn;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Browser.isThere()
                ? ConditionEvaluationResult.enabled("there is a browser")
                : ConditionEvaluationResult.disabled("no Chromium and ChromeDriver on this machine");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        cairn = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Stage.class))
                .computeIfAbsent("cairn", _ -> new Running(), Running.class);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
        opened.clear();
    }

    Running cairn() {
        return java.util.Objects.requireNonNull(cairn);
    }

    String address() {
        return cairn().address().toString();
    }

    Browser browser() {
        var browser = new Browser();
        opened.add(browser);
        return browser;
    }

    Between between() {
        var between = new Between(cairn().address());
        opened.add(between);
        return between;
    }

    /// Somebody who began a journey in Berlin seven days ago; it is day 7 for the deployment.
    String someoneWithACard(String name) {
        return someone(name, "Europe/Berlin", DAY_SEVEN);
    }

    String someone(String name, String zone, Instant now) {
        String member = name + "-" + PEOPLE.incrementAndGet();
        cairn().travelTo(now);
        Running.Reply begun = cairn().send(
                        "PUT",
                        "/v1/me/journeys/skin",
                        cairn().token(member),
                        "{\"startedOn\":\"" + STARTED_ON + "\",\"timeZone\":\"" + zone + "\"}");
        if (begun.status() >= 300) {
            throw new IllegalStateException(begun.body());
        }
        return member;
    }
}
