package cairn.functions.due;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.lambda.Json;
import cairn.testkit.HttpEvent;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.InputCosts;
import cairn.testkit.LargeHeads;
import cairn.testkit.SamplePrograms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What input of the hot path costs: see [InputCosts].
@Tag("benchmark")
class DueInputBenchmark {
    private static final MemberId ANNA = new MemberId("anna");
    private static final Instant NOW = Instant.parse("2026-03-08T08:00:00Z");

    @Test
    void noHeadOfARequestCostsMoreThanItsLength() {
        InMemoryLedger ledger = new InMemoryLedger();
        new Members(ledger, SamplePrograms.both(), Json.ANSWER_FORMAT, NOW, _ -> {})
                .start(ANNA, SamplePrograms.SKIN, LocalDate.of(2026, 3, 1), ZoneId.of("Europe/Berlin"));
        Due function = new Due(SamplePrograms.both(), _ -> ledger, _ -> {});
        HttpEvent ordinary = HttpEvent.of("GET", "/v1/me/due", "/v1/me/due")
                .as(ANNA.subject())
                .at(NOW)
                .withHeader("accept-language", "de-DE,de;q=0.9,en;q=0.8");

        InputCosts costs = InputCosts.of("GET /v1/me/due", InputCosts.http(function, ordinary));
        var heads = LargeHeads.of(ordinary);
        heads.forEach((name, head) -> costs.input(name, InputCosts.http(function, head)));

        assertThat(costs.measure())
                .hasSize(1 + heads.size())
                .allSatisfy(cost -> assertThat(cost.status()).isBetween(200, 499));
    }
}
