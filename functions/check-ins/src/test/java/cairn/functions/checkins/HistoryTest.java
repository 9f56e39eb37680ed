package cairn.functions.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.lambda.Cursor;
import cairn.testkit.HttpResult;
import cairn.timeline.SlotKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The check-ins a person had.
class HistoryTest {

    @Test
    void itIsNewestFirstOverAllRuns() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z").asks("2026-03-16T08:00:00Z");
        anna.at("2026-03-20T08:00:00Z").restart(Anna.ID, "skin", 2, LocalDate.of(2026, 3, 20));
        anna.asks("2026-03-27T08:00:00Z");
        HttpResult reply = anna.history("2026-03-27T08:00:00Z");
        assertThat(reply.json().path("items").findValuesAsText("dueOn"))
                .containsExactly("2026-03-27", "2026-03-16", "2026-03-08");
        assertThat(reply.json().path("items").findValuesAsText("state")).containsExactly("open", "expired", "expired");
        assertThat(reply.json().path("next").isNull()).isTrue();
    }

    @Test
    void aCardThatALaterOneReplacedIsNotOpenAnyMore() {
        HttpResult reply = Anna.inSkin()
                .asks("2026-03-08T08:00:00Z")
                .asks("2026-04-01T08:00:00Z")
                .history("2026-04-01T08:00:00Z");
        assertThat(reply.json().path("items").findValuesAsText("slot")).containsExactly("day-30", "day-7");
        assertThat(reply.json().path("items").findValuesAsText("state")).containsExactly("open", "expired");
        assertThat(reply.json().path("items").findValuesAsText("closesOn")).containsExactly("2026-04-30", "2026-03-16");
    }

    @Test
    void itComesInPagesThatTogetherAreTheWhole() {
        Anna anna = Anna.inSkin();
        for (LocalDate day = LocalDate.of(2026, 3, 2); day.getYear() == 2026; day = day.plusDays(1)) {
            anna.asks(day + "T08:00:00Z");
        }
        List<String> slots = new ArrayList<>();
        HttpResult page = anna.history("2026-12-31T08:00:00Z", "limit", "4");
        while (!page.json().path("next").isNull()) {
            slots.addAll(page.json().path("items").findValuesAsText("slot"));
            page = anna.history(
                    "2026-12-31T08:00:00Z",
                    "limit",
                    "4",
                    "cursor",
                    page.json().path("next").asText());
        }
        slots.addAll(page.json().path("items").findValuesAsText("slot"));
        assertThat(slots)
                .hasSize(12)
                .doesNotHaveDuplicates()
                .startsWith("monthly-2026-12-31")
                .endsWith("day-15", "day-7");
    }

    @Test
    void aCursorOfSomebodyElseIsRefused() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z").asks("2026-03-16T08:00:00Z");
        String next = anna.history("2026-03-16T08:00:00Z", "limit", "1")
                .json()
                .path("next")
                .asText();
        HttpResult reply = anna.history("2026-03-16T08:00:00Z", "cursor", "A" + next.substring(1));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo("/cursor");
    }

    @Test
    void aCursorOfTheExportOrOfAnotherProgramIsRefused() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z").asks("2026-03-16T08:00:00Z");
        Ledger.Position inSkin = new Ledger.Position(anna.id("day-15"), LocalDate.of(2026, 3, 16));
        Ledger.Position inHair =
                new Ledger.Position(new CheckInId(1, "hair", 1, new SlotKey.Milestone(15)), LocalDate.of(2026, 3, 16));
        Cursor history = new Cursor(Anna.KEY, "check-ins");
        Cursor export = new Cursor(Anna.KEY, "export");

        assertThat(status(anna, history.sign(Anna.ID, inSkin))).isEqualTo(200);
        assertThat(status(anna, export.sign(Anna.ID, inSkin))).isEqualTo(422);
        assertThat(status(anna, history.sign(Anna.ID, inHair))).isEqualTo(422);
    }

    private static int status(Anna anna, String cursor) {
        return anna.history("2026-03-16T08:00:00Z", "cursor", cursor).status();
    }

    @Test
    void aLimitOutOfRangeOrAnUnknownParameterIsRefused() {
        Anna anna = Anna.inSkin();
        assertThat(anna.history("2026-03-16T08:00:00Z", "limit", "0").status()).isEqualTo(422);
        assertThat(anna.history("2026-03-16T08:00:00Z", "limit", "101").status())
                .isEqualTo(422);
        assertThat(anna.history("2026-03-16T08:00:00Z", "page", "2").status()).isEqualTo(400);
    }
}
