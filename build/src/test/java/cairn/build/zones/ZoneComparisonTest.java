package cairn.build.zones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.build.zones.ZoneComparison.Difference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files made here, and zones of the JDK in years that are over: neither the machine's data nor a new JDK changes the
/// outcome.
class ZoneComparisonTest {
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2022-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Etc/GMT+7           | 2020 | <-07>7
        Asia/Kolkata        | 2020 | IST-5:30
        Europe/Berlin       | 2020 | CET-1CEST,M3.5.0,M10.5.0/3
        America/New_York    | 2020 | EST5EDT,M3.2.0,M11.1.0
        Europe/Dublin       | 2016 | IST-1GMT0,M10.5.0,M3.5.0/1
        Asia/Jerusalem      | 2020 | IST-2IDT,M3.4.4/26,M10.5.0
        Australia/Lord_Howe | 2020 | <+1030>-10:30<+11>-11,M10.1.0,M4.1.0
        Pacific/Auckland    | 2020 | NZST-12NZDT,M9.5.0,M4.1.0/3
        America/Nuuk        | 2020 | <-03>3<-02>,M3.5.0/-2,M10.5.0/-1
        Etc/GMT-3           | 2020 | XXX-2YYY-3,0/0,J365/25
        """)
    void aZoneThatFollowsTheSameRuleDoesNotDiffer(String zone, int year, String rule) {
        var comparison = new ZoneComparison(
                START.atOffset(ZoneOffset.UTC).withYear(year).toInstant(),
                END.atOffset(ZoneOffset.UTC).withYear(year + 2).toInstant());

        assertThat(comparison.of(zone, TzFile.parse(TzFiles.of(rule)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        an hour off from the beginning | Etc/GMT+7     | <-08>8                     | 2020-01-01T00:00:00Z | -07:00 | -08:00
        a summer that one has not      | Etc/GMT+7     | <-07>7<-06>,J60/2,J300/2   | 2020-03-01T09:00:00Z | -07:00 | -06:00
        a summer that the other lacks  | Europe/Berlin | CET-1                      | 2020-03-29T01:00:00Z | +02:00 | +01:00
        a summer that ends an hour late| Europe/Berlin | CET-1CEST,M3.5.0,M10.5.0/4 | 2020-10-25T01:00:00Z | +01:00 | +02:00
        a summer that begins later     | Europe/Berlin | CET-1CEST,M4.1.0,M10.5.0/3 | 2020-03-29T01:00:00Z | +02:00 | +01:00
        a day counted from nought      | Etc/GMT       | UTC0XXX,59/0,364/24        | 2020-02-29T00:00:00Z | Z      | +01:00
        """)
    void theFirstMomentOfADifferenceIsFoundWithBothOffsets(
            String what, String zone, String rule, Instant at, ZoneOffset jdk, ZoneOffset file) {
        assertThat(new ZoneComparison(START, END).of(zone, TzFile.parse(TzFiles.of(rule))))
                .as(what)
                .contains(new Difference(zone, at, jdk, file));
    }

    @Test
    void transitionsThatAreWrittenDownCountBeforeTheRule() {
        Instant moved = Instant.parse("2021-11-07T09:00:00Z");
        Map<Instant, ZoneOffset> transitions =
                Map.of(Instant.parse("1990-01-01T00:00:00Z"), ZoneOffset.ofHours(-7), moved, ZoneOffset.ofHours(-8));
        TzFile file = TzFile.parse(TzFiles.of(ZoneOffset.ofHours(-9), transitions, "<-08>8"));

        assertThat(file.offsetAt(Instant.parse("1980-01-01T00:00:00Z"))).isEqualTo(ZoneOffset.ofHours(-9));
        assertThat(file.offsetAt(moved.minusSeconds(1))).isEqualTo(ZoneOffset.ofHours(-7));
        assertThat(file.offsetAt(moved)).isEqualTo(ZoneOffset.ofHours(-8));
        assertThat(new ZoneComparison(START, END).of("Etc/GMT+7", file))
                .contains(new Difference("Etc/GMT+7", moved, ZoneOffset.ofHours(-7), ZoneOffset.ofHours(-8)));
    }

    @Test
    void aFileOfTheFirstVersionIsReadToo() {
        Instant moved = Instant.parse("2021-11-07T09:00:00Z");
        TzFile file = TzFile.parse(TzFiles.ofVersionOne(ZoneOffset.ofHours(-7), Map.of(moved, ZoneOffset.ofHours(-8))));

        assertThat(file.offsetAt(moved.minusSeconds(1))).isEqualTo(ZoneOffset.ofHours(-7));
        assertThat(file.offsetAt(moved.plusSeconds(1))).isEqualTo(ZoneOffset.ofHours(-8));
    }

    @Test
    void whatIsNoZoneIsRefused() {
        assertThatThrownBy(() -> TzFile.parse("# version 2026a".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PosixRule.parse("CET-1CEST")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReportNamesEachZoneThatDiffersAndPassesOverWhatIsNone(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("tzdata.zi"), "# version 2020x\n# This is no zone.\n");
        for (String name : new String[] {"Etc/GMT+7", "Etc/GMT+8", "Mars/Olympus", "posix/Etc/GMT+8", "localtime"}) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), TzFiles.of("<-07>7"));
        }

        assertThat(CompareZones.report(folder, LocalDate.of(2020, 1, 1)))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(folder + " has 2020x"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "  Etc/GMT+8: from 2020-01-01T00:00:00Z on -08:00 in the JDK, -07:00 in tzdata"),
                        line -> assertThat(line).isEqualTo("  Mars/Olympus: not in the JDK"),
                        line -> assertThat(line)
                                .isEqualTo(
                                        "1 of 3 zones differ between 2020-01-01T00:00:00Z and 2022-01-01T00:00:00Z"));
    }
}
