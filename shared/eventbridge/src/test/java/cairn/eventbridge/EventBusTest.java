package cairn.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cairn.checkins.Announcement;
import cairn.checkins.CheckInId;
import cairn.checkins.Happening;
import cairn.checkins.MemberId;
import cairn.timeline.Slot;
import cairn.timeline.SlotKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// The bus as its client meets it: over HTTP, by the SDK's own `PutEvents`.
class EventBusTest {
    private static final Instant NOW = Instant.parse("2026-03-24T08:00:00Z");
    private static final Pattern DETAIL = Pattern.compile("\"Detail\":\"(\\w+)\"");

    @AutoClose
    private final BusServer server = new BusServer();

    private final EventBus bus = new EventBus(
            EventBus.builder()
                    .endpointOverride(server.endpoint())
                    .region(Region.EU_CENTRAL_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                    .build(),
            "app-bus",
            detail -> String.valueOf(detail.get("memberId")));

    @Test
    void anEventArrivesAsItIs() {
        CheckInId card = new CheckInId(1, "skin", 1, new SlotKey.Milestone(7));
        Slot slot = new Slot(card.slot(), LocalDate.of(2026, 3, 24));
        Announcement announcement = new Announcement(new MemberId("anna"), card, slot, null, 0, null, null);

        assertThat(bus.put(List.of(Happening.due(announcement, NOW)))).isEmpty();

        assertThat(server.targets).containsExactly("AWSEvents.PutEvents");
        assertThat(server.bodies)
                .singleElement()
                .satisfies(body -> assertThat(body)
                        .contains("\"EventBusName\":\"app-bus\"")
                        .contains("\"Source\":\"cairn\"")
                        .contains("\"DetailType\":\"CheckInDue\"")
                        .contains("\"Detail\":\"anna\"")
                        .contains("\"Time\":" + NOW.getEpochSecond()));
    }

    @ParameterizedTest(name = "{0} events: {1} calls, the last of {2}")
    @CsvSource({"0, 0, 0", "1, 1, 1", "10, 1, 10", "11, 2, 1", "20, 2, 10", "95, 10, 5"})
    void tenGoInACallInTheirOrder(int count, int calls, int inTheLast) {
        List<Happening> all = happenings(count);

        assertThat(bus.put(all)).isEmpty();

        assertThat(server.bodies).hasSize(calls);
        assertThat(server.bodies.stream().flatMap(EventBusTest::details)).containsExactlyElementsOf(names(all));
        if (calls > 0) {
            assertThat(details(server.bodies.getLast())).hasSize(inTheLast);
        }
    }

    /// A reply of 200 can hide failures.
    @Test
    void whatAReplyOfSuccessSaysWasNotTakenIsNotTaken() {
        List<Happening> all = happenings(25);
        server.replies((call, entries) ->
                new BusServer.Answer(200, BusServer.taken(entries, call == 1 ? List.of(0, 7) : List.of())));

        assertThat(bus.put(all)).containsExactly(all.get(10), all.get(17));
        assertThat(server.bodies).hasSize(3);
    }

    @Test
    void whatAReplyDoesNotMentionIsNotTaken() {
        List<Happening> all = happenings(3);
        server.replies((_, _) -> new BusServer.Answer(200, BusServer.taken(1, List.of())));

        assertThat(bus.put(all)).containsExactly(all.get(1), all.get(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 413, 500, 503})
    void afterAFailedCallNothingMoreIsSent(int status) {
        List<Happening> all = happenings(35);
        server.replies((call, entries) -> call == 0
                ? new BusServer.Answer(200, BusServer.taken(entries, List.of()))
                : new BusServer.Answer(status, "{\"__type\":\"InternalException\",\"message\":\"no\"}"));

        assertThat(bus.put(all)).isEqualTo(all.subList(10, 35));
        assertThat(server.bodies.stream().skip(1).flatMap(EventBusTest::details).distinct())
                .as("only the second ten were tried")
                .containsExactlyElementsOf(names(all.subList(10, 20)));
        assertThat(server.bodies).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void anAnswerThatFailsOnceIsAskedForAgain() {
        server.replies((call, entries) -> call == 0
                ? new BusServer.Answer(500, "{}")
                : new BusServer.Answer(200, BusServer.taken(entries, List.of())));

        assertThat(bus.put(happenings(3))).isEmpty();
        assertThat(server.bodies).hasSize(2);
    }

    @Test
    void aBusThatNeverAnswersHoldsNobodyForLong() {
        List<Happening> all = happenings(25);
        server.replies((_, _) -> {
            Thread.sleep(Duration.ofMinutes(5));
            return new BusServer.Answer(200, "{}");
        });

        long startedAt = System.nanoTime();
        List<Happening> notTaken = bus.put(all);

        assertThat(notTaken).isEqualTo(all);
        assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(Duration.ofMinutes(3));
    }

    @Test
    void nobodyThereIsNothingTaken() {
        List<Happening> all = happenings(2);
        server.close();

        assertThat(bus.put(all)).isEqualTo(all);
    }

    @Test
    void anEventTooLargeForTheBusIsABug() {
        Happening large = new Happening("Large", NOW, "id", Map.of("memberId", "x".repeat(200_001)));

        assertThatIllegalArgumentException().isThrownBy(() -> bus.put(List.of(large)));
        assertThat(server.bodies).isEmpty();
    }

    private static List<Happening> happenings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Happening("Some", NOW, "id" + i, Map.of("memberId", "m" + i)))
                .toList();
    }

    private static List<String> names(List<Happening> happenings) {
        return happenings.stream()
                .map(one -> String.valueOf(one.detail().get("memberId")))
                .toList();
    }

    private static Stream<String> details(String body) {
        return DETAIL.matcher(body).results().map((MatchResult result) -> result.group(1));
    }
}
