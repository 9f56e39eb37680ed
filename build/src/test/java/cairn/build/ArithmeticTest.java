package cairn.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the template allows, multiplied with what the code does at once. (Tasks times connections were more than a
/// database allowed, elsewhere.)
class ArithmeticTest {
    private static final Template TEMPLATE = Template.read();

    @Test
    void theSweepWorksOnNoMoreThanSixtyFourMembersAtOnce() throws IOException {
        int ticks = reserved("SweepFunction");
        assertThat(ticks * hands()).isLessThanOrEqualTo(64);
    }

    @Test
    void allTicksOfAMinuteAnnounceNoMoreThanTheirCaps() {
        int schedules = TEMPLATE.eventsOfType("ScheduleV2").size();
        Node cap = TEMPLATE.section("Parameters").at("AnnouncementsPerTick", "Default");
        assertThat(schedules * cap.number()).isBetween(1, 10_000);
    }

    /// What the gateway lets in in a second is answered by the functions behind it, as long as an answer takes a
    /// second.
    @Test
    void whatIsLetInCanBeAnswered() {
        int rate = TEMPLATE.properties("Api")
                .at("DefaultRouteSettings", "ThrottlingRateLimit")
                .number();
        int atOnce = Stream.of("DueFunction", "JourneysFunction", "CheckInsFunction", "PrivacyFunction")
                .mapToInt(ArithmeticTest::reserved)
                .sum();
        assertThat(rate)
                .isPositive()
                .isLessThanOrEqualTo(reserved("DueFunction"))
                .isLessThan(atOnce);
    }

    @Test
    void theFunctionsLeaveRoomInTheAccount() {
        int all =
                TEMPLATE.functions().stream().mapToInt(ArithmeticTest::reserved).sum();
        assertThat(all).isBetween(100, 300);
    }

    private static int reserved(String function) {
        return TEMPLATE.properties(function).at("ReservedConcurrentExecutions").number();
    }

    /// As the sweep's source has it; no function is on this module's class path.
    private static int hands() throws IOException {
        String source =
                Files.readString(Tree.ROOT.resolve("functions/sweep/src/main/java/cairn/functions/sweep/Crew.java"));
        Matcher hands = Pattern.compile("static final int HANDS = (\\d+);").matcher(source);
        assertThat(hands.find()).as("the sweep's bound, in Crew.java").isTrue();
        return Integer.parseInt(hands.group(1));
    }
}
