package cairn.clients;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.whole.Running;
import cairn.testkit.NodeJs;
import cairn.testkit.TypeScript;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The generated TypeScript client, compiled as strictly as TypeScript can, against the deployment on this machine.
@NodeJs.Needed
class TypeScriptClientTest {
    private static final Instant SEVENTH_MORNING = Instant.parse("2027-03-14T07:00:00Z");

    private static Running deployment;

    @BeforeAll
    static void start() throws IOException {
        assertThat(TypeScript.compile("--project", "src/test/typescript")).isEmpty();
        deployment = new Running();
        deployment.travelTo(SEVENTH_MORNING);
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Apia", "Pacific/Pago_Pago"})
    void aDayIsTheDayThatWasSentAndAnInstantTheInstantWhereverTheDeviceIs(String zone) throws IOException {
        NodeJs.Run run = NodeJs.run(
                Map.of("TZ", zone),
                "target/typescript-compiled/src/test/typescript/journey.js",
                deployment.address().toString(),
                deployment.token(zone));

        assertThat(run.exit()).as(run.output()).isZero();
        ObjectNode told = (ObjectNode) new JsonMapper().readTree(run.output());
        assertThat(Instant.parse(told.remove("completedAt").asText()))
                .isBetween(SEVENTH_MORNING, SEVENTH_MORNING.plusSeconds(600));
        assertThat(told).hasToString("""
                {"startedOn":"2027-03-07","dueOn":"2027-03-14","closesOn":"2027-03-22",\
                "opensAt":"2027-03-13T23:00:00.000Z","state":"completed",\
                "slots":["2027-03-14","2027-03-22","2027-04-06"],"today":"2027-03-20"}""");
    }
}
