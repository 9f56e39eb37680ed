package cairn.functions.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.HttpEvent;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.InputCosts;
import cairn.testkit.LargeHeads;
import cairn.testkit.SamplePrograms;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What input of the export costs: see [InputCosts].
@Tag("benchmark")
class PrivacyInputBenchmark {

    @Test
    void noHeadCostsMoreThanItsLength() {
        Emil emil = new Emil(new InMemoryLedger()).lived(Emil.ID, 10, "mine");
        Privacy function = new Privacy(SamplePrograms.both(), _ -> emil.ledger, Emil.KEY, _ -> {});
        HttpEvent ordinary = HttpEvent.of("GET", "/v1/me/export", "/v1/me/export")
                .as(Emil.ID.subject())
                .at(Instant.parse(Emil.NOW));
        InputCosts costs = InputCosts.of("GET export", InputCosts.http(function, ordinary));
        var heads = LargeHeads.of(ordinary);
        heads.forEach((name, head) -> costs.input(name, InputCosts.http(function, head)));
        var values = LargeHeads.values();
        values.forEach((name, value) ->
                costs.input("cursor: " + name, InputCosts.http(function, ordinary.withQuery("cursor", value))));

        assertThat(costs.measure())
                .hasSize(1 + heads.size() + values.size())
                .allSatisfy(cost -> assertThat(cost.status()).as(cost.input()).isBetween(200, 499));
    }
}
