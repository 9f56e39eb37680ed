package cairn.local.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004,    0.30000000000000004",
        "0.1000,                 0.1000",
        "1e400,                  1E+400",
        "1e1000000,              1E+1000000",
        "123456789012345678901,  123456789012345678901"
    })
    void aNumberIsKeptAsItWasSent(String sent, String kept) throws IOException {
        assertThat(Json.text(Json.read("{\"n\":" + sent + "}"))).isEqualTo("{\"n\":" + kept + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "0e99999999999", "1e-2147483648", "1e2147483648", "-1e-99999999999"})
    void aNumberThatNoDecimalHoldsIsNoReasonToRefuseTheRest(String number) throws IOException {
        assertThat(Json.read("{\"n\":" + number + ",\"t\":\"x\"}").path("t").asText())
                .isEqualTo("x");
    }
}
