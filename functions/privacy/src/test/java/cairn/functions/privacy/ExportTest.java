package cairn.functions.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckIn;
import cairn.checkins.MemberId;
import cairn.lambda.Cursor;
import cairn.testkit.HttpResult;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything held about a person, and nothing of anybody else.
class ExportTest {
    private static final MemberId OTHER = new MemberId("other-canary-9b0f");

    private final Emil emil = new Emil();

    @Test
    void inPagesItIsEverythingHeldAndNothingOfOthers() {
        emil.lived(Emil.ID, 60, "mine").lived(OTHER, 60, "another's canary");
        List<CheckIn> held =
                new ArrayList<>(emil.ledger.held(Emil.ID, 1, null, 100).items());
        assertThat(held).as("more than fit on one page").hasSizeGreaterThan(50);

        List<JsonNode> records = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String cursor = null;
        do {
            HttpResult page = emil.exports(cursor);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("canary-9b0f", "another's");
            page.json().path("items").forEach(records::add);
            sizes.add(page.json().path("items").size());
            cursor = page.json().path("next").textValue();
        } while (cursor != null);

        assertThat(sizes).containsExactly(3 + 50, held.size() - 50);
        assertThat(records)
                .extracting(record -> record.path("memberId").asText())
                .containsOnly(Emil.ID.subject());
        assertThat(records.subList(0, 3))
                .extracting(record -> record.path("type").asText())
                .containsExactly("member", "journey", "journey");
        assertThat(records.subList(3, records.size()))
                .extracting(ExportTest::named)
                .containsExactlyElementsOf(held.stream().map(ExportTest::named).toList());
        assertThat(records.subList(3, records.size()))
                .filteredOn(record -> record.path("state").asText().equals("completed"))
                .isNotEmpty()
                .allMatch(record -> record.path("answers").path("note").asText().equals("mine"));
        assertThat(emil.log).noneMatch(line -> line.contains(Emil.ID.subject()) || line.contains("mine"));
    }

    @Test
    void aCursorIsOfUseToNobodyElse() {
        emil.lived(Emil.ID, 60, "mine").lived(OTHER, 60, "theirs");
        String cursor = emil.exports(null).json().path("next").asText();

        HttpResult stolen = emil.exports(OTHER.subject(), cursor);

        assertThat(stolen.status()).isEqualTo(422);
        assertThat(stolen.json().path("errors").toString()).contains("/cursor");
        assertThat(emil.exports(cursor).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAMjAyNi0wMy0wOA"})
    void aCursorThatWasNotMadeHereIsAFault(String cursor) {
        emil.lived(Emil.ID, 2, "mine");
        assertThat(emil.exports(cursor).status()).isEqualTo(422);
    }

    @Test
    void aCursorSignedWithAnotherKeyIsAFault() {
        emil.lived(Emil.ID, 2, "mine");
        CheckIn row = emil.ledger.held(Emil.ID, 1, null, 1).items().getFirst();
        assertThat(emil.exports(new Cursor(Emil.KEY, "export").sign(Emil.ID, row.position()))
                        .status())
                .isEqualTo(200);
        assertThat(emil.exports(new Cursor("another", "export").sign(Emil.ID, row.position()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aCursorOfTheHistoryIsAFault() {
        emil.lived(Emil.ID, 2, "mine");
        CheckIn row = emil.ledger.held(Emil.ID, 1, null, 1).items().getFirst();
        HttpResult reply = emil.exports(new Cursor(Emil.KEY, "check-ins").sign(Emil.ID, row.position()));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo("/cursor");
    }

    @Test
    void anErasedPersonsIsThatOfSomebodyOfWhomNothingIsStored() {
        String ofNobody = emil.exports(null).body();
        assertThat(ofNobody).isEqualTo("{\"items\":[],\"next\":null}");
        emil.lived(Emil.ID, 60, "mine");
        String cursor = emil.exports(null).json().path("next").asText();

        emil.erases(Emil.NOW);

        assertThat(emil.exports(null).body())
                .as("though the worker has not come yet")
                .isEqualTo(ofNobody);
        assertThat(emil.exports(cursor).body()).isEqualTo(ofNobody);
        assertThat(emil.exports(cursor).status()).isEqualTo(200);
    }

    @Test
    void aNewLifeSeesNothingOfTheOldOneEvenWithACursorOfThen() {
        emil.lived(Emil.ID, 60, "mine");
        String cursor = emil.exports(null).json().path("next").asText();
        emil.erases(Emil.NOW);
        emil.beginsAgain("2026-03-25T08:00:00.123Z");

        for (HttpResult page : List.of(emil.exports(null), emil.exports(cursor))) {
            assertThat(page.json().path("items")).hasSize(1);
            assertThat(page.json().path("items").path(0).path("type").asText()).isEqualTo("member");
            assertThat(page.body()).doesNotContain("mine", "pro\"");
        }
    }

    private static String named(JsonNode record) {
        return record.path("program").asText()
                + record.path("run")
                + record.path("slot").asText();
    }

    private static String named(CheckIn row) {
        return row.program() + row.run() + row.opened().slot().key().text();
    }
}
