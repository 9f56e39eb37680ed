package cairn.functions.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.lambda.EventFunction;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.InputCosts;
import cairn.testkit.LargeValues;
import cairn.testkit.SamplePrograms;
import cairn.testkit.TestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a field of an event costs: see [InputCosts]. An event has no size of its own here; each field is as large as
/// a body may be.
@Tag("benchmark")
class IntakeInputBenchmark {
    private static final String NOW = "2026-03-10T09:00:00Z";
    private static final byte[] TAKEN = "{\"statusCode\":200}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] REFUSED = "{\"statusCode\":422}".getBytes(StandardCharsets.UTF_8);
    private static final String PLAN = "{\"memberId\":\"dora\",\"plan\":\"pro\",\"changedAt\":\"" + NOW + "\"}";
    private static final String START = "{\"memberId\":\"dora\",\"program\":\"skin\",\"startedOn\":\"2026-03-01\","
            + "\"timeZone\":\"Europe/Berlin\"}";

    private int inputs;

    @Test
    void noPlanChangeCostsMoreThanItsLength() {
        measure("PlanChanged", PLAN, List.of("memberId", "plan", "changedAt", "effectiveAt", "sequence"));
    }

    @Test
    void noJourneyStartedCostsMoreThanItsLength() {
        measure("JourneyStarted", START, List.of("memberId", "program", "startedOn", "timeZone", "locale"));
    }

    private void measure(String type, String detail, List<String> fields) {
        InputCosts costs = InputCosts.of(type, send(type, detail));
        costs.against("a fair event of 16 KB: one more field, records", send(type, LargeValues.fair(detail)));
        inputs++;
        LargeValues.unknownFields()
                .forEach((name, more) ->
                        input(costs, name, type, detail.substring(0, detail.length() - 1) + more + "}"));
        for (String field : fields) {
            LargeValues.any()
                    .forEach((name, value) -> input(costs, field + ": " + name, type, with(detail, field, value)));
        }
        assertThat(costs.measure())
                .hasSize(1 + inputs)
                .allSatisfy(cost -> assertThat(cost.status()).as(cost.input()).isBetween(200, 499));
    }

    private static String with(String detail, String field, String value) {
        String others =
                detail.replaceFirst("\"" + field + "\":\"[^\"]*\",?", "").replace(",}", "}");
        return "{\"" + field + "\":" + value + "," + others.substring(1);
    }

    private void input(InputCosts costs, String name, String type, String detail) {
        costs.input(name, send(type, detail));
        inputs++;
    }

    private static InputCosts.Invocation send(String type, String detail) {
        InMemoryLedger ledger = new InMemoryLedger();
        Intake function = new Intake(SamplePrograms.both(), _ -> ledger, _ -> {});
        byte[] event = Dora.event(type, NOW, detail).getBytes(StandardCharsets.UTF_8);
        return () -> {
            try {
                function.handleRequest(new ByteArrayInputStream(event), new ByteArrayOutputStream(), new TestContext());
                return TAKEN;
            } catch (EventFunction.Refused refused) {
                return REFUSED;
            }
        };
    }
}
