package cairn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneTextTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        Europe/Berlin,                  Europe/Berlin
        America/Argentina/Buenos_Aires, America/Argentina/Buenos_Aires
        Asia/Calcutta,                  Asia/Calcutta
        US/Eastern,                     US/Eastern
        EST5EDT,                        EST5EDT
        GB-Eire,                        GB-Eire
        PRC,                            PRC
        Zulu,                           Zulu
        UTC,                            UTC
        GMT,                            GMT
        GMT0,                           GMT0
        Etc/UTC,                        Etc/UTC
        Etc/GMT+12,                     Etc/GMT+12
        Etc/GMT-14,                     Etc/GMT-14
        """)
    void aNameOfTheDatabaseIsKeptAsItIs(String name, String id) {
        assertThat(ZoneText.parse(name).map(ZoneId::getId)).contains(id);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        EST, America/Panama
        MST, America/Phoenix
        HST, Pacific/Honolulu
        ROC, Asia/Taipei
        """)
    void aNameThatTheJdkLeavesOutIsWhatTheDatabaseLinksItTo(String name, String id) {
        assertThat(ZoneText.parse(name).map(ZoneId::getId)).contains(id);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        +05:30,    +05:30
        -03:00,    -03:00
        +0530,     +05:30
        +09,       +09:00
        +9,        +09:00
        GMT+3,     +03:00
        GMT-10,    -10:00
        GMT+03:00, +03:00
        GMT+0300,  +03:00
        GMT+5:45,  +05:45
        UTC-4,     -04:00
        UTC+05:30, +05:30
        UT-3,      -03:00
        +14:00,    +14:00
        -12:00,    -12:00
        +00:00,    UTC
        -00:00,    UTC
        GMT+0,     UTC
        GMT-0,     UTC
        UTC+0,     UTC
        Z,         UTC
        """)
    void anOffsetAsADeviceReportsItIsKeptInOneForm(String reported, String id) {
        assertThat(ZoneText.parse(reported).map(ZoneId::getId)).contains(id);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "z",
                "+14:01",
                "-12:01",
                "+15",
                "GMT+24",
                "+18:00",
                "+05:60",
                "+05:3",
                "+530",
                "+5:30:00",
                "+05:30:15",
                "+053015",
                "05:30",
                "GMT 3",
                "GMT+ 3",
                "gmt+3",
                "utc",
                "\u221203:00",
                "+\u0660\u0665:\u0663\u0660",
                "UTC+",
                "UTCZ",
                "IST",
                "PST",
                "est",
                "Factory",
                "Etc/Unknown",
                "europe/berlin",
                "EUROPE/BERLIN",
                "Europe/Berlin ",
                " Europe/Berlin",
                "Europe",
                "Europe/",
                "Mars/Olympus_Mons",
                "../etc/passwd"
            })
    void anythingElseIsNoZone(String text) {
        assertThat(ZoneText.parse(text)).isEmpty();
    }

    @Test
    void whatIsKeptReadsBackAsTheSameZone() {
        List<String> offsets = IntStream.rangeClosed(-12 * 60, 14 * 60)
                .mapToObj(minutes -> String.format(
                        Locale.ROOT,
                        "%s%02d:%02d",
                        minutes < 0 ? "-" : "+",
                        Math.abs(minutes) / 60,
                        Math.abs(minutes) % 60))
                .toList();
        assertThat(Stream.concat(ZoneId.getAvailableZoneIds().stream(), offsets.stream()))
                .hasSizeGreaterThan(2_000)
                .allSatisfy(text -> {
                    ZoneId zone = ZoneText.parse(text).orElseThrow();
                    assertThat(ZoneId.of(zone.getId())).isEqualTo(zone);
                    assertThat(ZoneText.parse(zone.getId())).contains(zone);
                });
    }
}
