package cairn.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/// A program that is being tried, and what the API has against it.
class PlaygroundProgramTest extends OnThePlayground {
    @BeforeEach
    void onDayFour() {
        playground.open("?program=skin&startedOn=2027-03-07&zone=Europe/Berlin&plan=free&at=2027-03-11T09:00:00Z");
    }

    @Test
    void aMilestoneAfterAYearIsListedAtItsFieldAndAllOtherFaultsAtTheirs() {
        playground.write("#draft-milestones-1", "P1Y");
        playground.write("#draft-cadences-0", "Weekly");
        playground.write("#draft-window", "P0D");
        playground.write("#draft-announceAt", "noon");
        playground.until(() -> faulty().size() == 4);

        playground.expect(
                () -> assertThat(faulty()).containsExactly("milestones/1", "cadences/0", "window", "announceAt"));
        playground.expect(() ->
                assertThat(faultAt("milestones-1")).isEqualTo("a milestone is 0 to 3660 days, such as P7D or P2W"));
        playground.expect(
                () -> assertThat(playground.find("#draft-milestones-1").getDomAttribute("aria-invalid"))
                        .isEqualTo("true"));
        playground.expect(() ->
                assertThat(playground.stones()).startsWith("day-7 upcoming", "day-15 upcoming", "day-30 upcoming"));
        playground.expect(
                () -> assertThat(playground.find("#stale").isDisplayed()).isTrue());

        playground.write("#draft-milestones-1", "P2W");
        playground.write("#draft-cadences-0", "weekly");
        playground.write("#draft-window", "none");
        playground.write("#draft-announceAt", "12:00");
        playground.until(() -> playground.stones().contains("day-14 upcoming"));
        playground.expect(() -> assertThat(faulty()).isEmpty());
    }

    @Test
    void whatIsTriedMovesThePathAndComesOutAsTheFile() throws Exception {
        playground.write("#draft-milestones-0", "P3D");
        playground.write("#draft-cadences-1-period", "P2W");
        playground.until(() -> playground.stones().contains("monthly-2027-04-20 upcoming"));
        playground.untilTextOf("#card", "day-3 would be shown");

        playground.expect(() -> assertThat(playground.stones()).startsWith("day-3 due", "day-15 upcoming"));
        JsonNode file = new JsonMapper().readTree(playground.text("#file"));
        assertThat(file.path("milestones")).extracting(JsonNode::asText).containsExactly("P3D", "P15D", "P30D");
        assertThat(file.at("/cadences/monthly").asText()).isEqualTo("P2W");
        assertThat(file.at("/card/title/en").asText()).isEqualTo("How is your skin today?");

        playground.click("#reset");
        playground
                .until(() -> playground.stones().getFirst().startsWith("day-7"))
                .arrived();
        playground.expect(() -> assertThat(playground.person()).startsWith("playground-"));
    }

    @Test
    void thePathStaysInSightOfWhoeverEditsAndHidesNoField() {
        playground.script("""
            scrollTo(0, document.documentElement.scrollHeight);
            document.querySelector('#draft-milestones-0').focus({preventScroll: true});
            """);
        playground.until(() -> playground.isTrue("""
            const [stones, picture, field] = ['.stones', '.picture', '#draft-milestones-0']
                .map(name => document.querySelector(name).getBoundingClientRect());
            return stones.top >= 0 && stones.bottom < innerHeight && field.top >= picture.bottom && field.bottom <= innerHeight
            """));
    }

    @Test
    void aNameThatStandsTwiceIsNotLost() {
        playground.write("#draft-plans-1", "free");
        playground.until(() -> faulty().contains("plans/1"));
        playground.expect(() -> assertThat(faultAt("plans-1")).isEqualTo("stands here twice"));
    }

    @Test
    void aZoneThatIsNoneIsSaidAtItsFieldAndChangesNothing() {
        String person = playground.person();
        playground.write("#zone", "Berlin" + Keys.TAB);
        playground.untilTextOf("#zone-fault", "is to be the name of a time zone");

        playground.expect(() -> assertThat(playground.find("#zone").getDomAttribute("aria-invalid"))
                .isEqualTo("true"));
        playground.expect(() -> assertThat(playground.text("#when")).contains("Europe/Berlin"));
        playground.expect(() -> assertThat(playground.person()).isEqualTo(person));

        playground.write("#zone", "Asia/Tokyo" + Keys.TAB);
        playground.untilTextOf("#when", "Asia/Tokyo");
        playground.expect(() -> assertThat(playground.text("#zone-fault")).isEmpty());
    }

    private String faultAt(String field) {
        return playground.text("#draft-" + field + "-fault");
    }

    private List<String> faulty() {
        return playground.texts(
                "return [...document.querySelectorAll('#draft .fault')].filter(fault => fault.textContent).map(fault"
                        + " => fault.dataset.field)");
    }
}
