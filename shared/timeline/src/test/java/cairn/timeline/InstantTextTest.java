package cairn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        2026-03-24T08:00:00Z,           2026-03-24T08:00:00.000Z
        2026-03-24T08:00:00.1Z,         2026-03-24T08:00:00.100Z
        2026-03-24T08:00:00.120Z,       2026-03-24T08:00:00.120Z
        2024-02-29T23:59:59.999Z,       2024-02-29T23:59:59.999Z
        2026-12-31T23:59:59.999999999Z, 2026-12-31T23:59:59.999Z
        2027-01-01T00:00:00Z,           2027-01-01T00:00:00.000Z
        """)
    void anInstantHasExactlyThreeFractionalDigits(Instant instant, String expected) {
        assertThat(InstantText.of(instant)).isEqualTo(expected);
        assertThat(InstantText.parse(expected).map(InstantText::of)).contains(expected);
    }

    @Test
    void theTextSortsAsTimeDoes() {
        List<Instant> inOrder = Stream.of(
                        "2025-12-31T23:59:59.999Z",
                        "2026-01-01T00:00:00Z",
                        "2026-01-01T00:00:00.001Z",
                        "2026-01-01T00:00:00.010Z",
                        "2026-01-01T00:00:00.100Z",
                        "2026-01-01T00:00:01Z",
                        "2026-01-01T00:00:10Z",
                        "2026-10-01T00:00:00Z",
                        "2199-12-31T23:59:59.999Z")
                .map(Instant::parse)
                .toList();
        assertThat(inOrder).isSorted();
        assertThat(inOrder).map(InstantText::of).isSorted();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        2026-03-24T08:00:00Z,           2026-03-24T08:00:00Z
        2026-03-24T08:00:00.000Z,       2026-03-24T08:00:00Z
        2026-03-24T10:00:00+02:00,      2026-03-24T08:00:00Z
        2026-03-23T21:00:00-11:00,      2026-03-24T08:00:00Z
        2026-03-24T08:00:00-00:00,      2026-03-24T08:00:00Z
        2026-03-24t08:00:00z,           2026-03-24T08:00:00Z
        2026-03-24T08:00Z,              2026-03-24T08:00:00Z
        2026-03-24T08:00:00.123456789Z, 2026-03-24T08:00:00.123Z
        2000-01-01T00:00:00Z,           2000-01-01T00:00:00Z
        2199-12-31T23:59:59.999Z,       2199-12-31T23:59:59.999Z
        2200-01-01T00:00:00+02:00,      2199-12-31T22:00:00Z
        """)
    void anInstantIsReadWithItsOffsetAndCutToTheMillisecond(String text, Instant expected) {
        assertThat(InstantText.parse(text)).contains(expected);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-03-24",
                "2026-03-24T08:00:00",
                "2026-03-24 08:00:00Z",
                "2026-02-30T08:00:00Z",
                "2026-03-24T25:00:00Z",
                "2026-03-24T08:00:00Z ",
                "2026-03-24T08:00:00[Europe/Berlin]",
                "1774339200000",
                "1999-12-31T23:59:59.999Z",
                "2000-01-01T00:00:00+02:00",
                "2200-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "+12026-03-24T08:00:00Z",
                "+02026-03-24T08:00:00Z",
                "-2026-03-24T08:00:00Z",
                "2026-03-24T08:00:00+01:00:30",
                "2026-03-24T08:00:00+01",
                "2026-03-24T08:00:00+0100",
                "2026-03-24T08:00:00+19:00",
                "2026-03-24T08Z",
                "2026-03-24T24:00:00Z",
                "2026-03-24T08:00:00.Z",
                "2026-03-24T08:00:00,5Z",
                "2026-03-24T08:00:00.1234567890Z",
                "2026-03-24T08:00:00Z\n"
            })
    void anythingElseIsNoInstant(String text) {
        assertThat(InstantText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        1970-01-01T00:00:00.000Z,          1970-01-01T00:00:00Z
        1999-12-31T23:59:59.9999Z,         1999-12-31T23:59:59.999Z
        9999-12-31T23:59:59Z,              9999-12-31T23:59:59Z
        +010000-01-01T00:00:00.000+02:00,  9999-12-31T22:00:00Z
        -000001-01-01T00:00:00.000Z,       -0001-01-01T00:00:00Z
        +999999999-12-31T23:59:59.9999Z,   +999999999-12-31T23:59:59.999Z
        -999999999-01-01T00:00:00Z,        -999999999-01-01T00:00:00Z
        """)
    void aClocksReadingMayBeOfAnyYear(String text, String expected) {
        assertThat(InstantText.parseOfAnyYear(text)).contains(Instant.parse(expected));
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", "now", "1970-01-01", "1970-01-01T00:00:00", "0", "+10000000000-01-01T00:00:00Z"})
    void whatNoClockSaysIsNoInstant(String text) {
        assertThat(InstantText.parseOfAnyYear(text)).isEmpty();
    }
}
