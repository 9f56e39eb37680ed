package cairn.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cairn.client.ApiClient;
import cairn.client.ApiException;
import cairn.client.CairnApi;
import cairn.client.model.CheckIn;
import cairn.client.model.Completion;
import cairn.client.model.Due;
import cairn.client.model.ExportedCheckIn;
import cairn.client.model.ExportedItem;
import cairn.client.model.ExportedJourney;
import cairn.client.model.ExportedMember;
import cairn.client.model.GatewayMessage;
import cairn.client.model.Journey;
import cairn.client.model.JourneyStart;
import cairn.client.model.OpenedBy;
import cairn.client.model.PreviewPlan;
import cairn.client.model.PreviewRequest;
import cairn.client.model.Problem;
import cairn.client.model.Snooze;
import cairn.client.model.TimelineSlot;
import cairn.local.whole.Running;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The generated Java client against the deployment on this machine, in a process whose own zone is far
/// from UTC: once in the east, once in the west. Whatever the zone, a day is the day that was sent.
class JavaClientTest {
    private static final LocalDate START = LocalDate.of(2027, 3, 7);
    private static final LocalDate DAY_7 = LocalDate.of(2027, 3, 14);
    private static final Map<String, Object> GOOD = Map.of("irritation", 3, "change", "better");

    private static final Instant FIRST_MORNING = Instant.parse("2027-03-07T08:00:00Z");
    private static final Instant SEVENTH_MORNING = Instant.parse("2027-03-14T07:00:00Z");

    private static Running deployment;

    @BeforeAll
    static void start() {
        deployment = new Running();
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @Test
    void thisRunsFarFromUtc() {
        assertThat(System.getProperty("user.timezone")).isIn("Pacific/Apia", "Pacific/Pago_Pago");
    }

    @Test
    void fromTheFirstDayToTheLast() throws ApiException {
        CairnApi cairn = client("anna", "cairn/member");
        deployment.travelTo(FIRST_MORNING);
        Journey journey =
                cairn.putJourney("skin", new JourneyStart().startedOn(START).timeZone("Europe/Berlin"));
        assertThat(journey.getStartedOn()).isEqualTo(START);
        assertThat(journey.getCreatedOn()).isEqualTo(START);

        deployment.travelTo(SEVENTH_MORNING);
        Due due = cairn.due(null, "de");
        assertThat(due.getDue()).singleElement().satisfies(card -> {
            assertThat(card.getDueOn()).isEqualTo(DAY_7);
            assertThat(card.getClosesOn()).isEqualTo(LocalDate.of(2027, 3, 22));
            assertThat(card.getOpensAt()).isEqualTo(Instant.parse("2027-03-13T23:00:00Z"));
            assertThat(card.getCard().getLocale()).isEqualTo("de");
            assertThat(card.getCard().getQuestions()).hasSize(4);
        });
        assertThat(due.getNext().getFirst().getDueOn()).isEqualTo(LocalDate.of(2027, 3, 22));

        String id = due.getDue().getFirst().getId();
        CheckIn done = cairn.complete(id, new Completion().answers(GOOD));
        assertThat(done.getDueOn()).isEqualTo(DAY_7);
        assertThat(done.getState()).isEqualTo(CheckIn.StateEnum.COMPLETED);
        assertThat(done.getOpenedBy()).isEqualTo(OpenedBy.VISIT);
        assertThat(done.getAnswers()).isEqualTo(GOOD);
        assertThat(done.getSnoozedUntil()).isNull();
        assertThat(done.getCompletedAt()).isBetween("2027-03-14T07:00:00Z", "2027-03-14T07:10:00Z");

        assertThat(cairn.history("skin", 10, null, null).getItems()).containsExactly(done);
        assertThat(cairn.timeline("skin", START, LocalDate.of(2027, 4, 30), null)
                        .getItems())
                .extracting(TimelineSlot::getDueOn)
                .containsExactly(DAY_7, LocalDate.of(2027, 3, 22), LocalDate.of(2027, 4, 6));
        assertThat(cairn.explanation("skin", Instant.parse("2027-03-20T12:00:00Z"), null)
                        .getToday())
                .isEqualTo(LocalDate.of(2027, 3, 20));

        assertThat(cairn.exportMember(null, null).getItems())
                .extracting(ExportedItem::getActualInstance)
                .satisfiesExactly(
                        member -> assertThat(((ExportedMember) member).getLastDay())
                                .isEqualTo(DAY_7),
                        of -> assertThat(((ExportedJourney) of).getStartedOn()).isEqualTo(START),
                        row -> assertThat(((ExportedCheckIn) row).getDueOn()).isEqualTo(DAY_7));
        cairn.erase();
        assertThat(cairn.due(null, null).getDue()).isEmpty();
        assertThat(cairn.exportMember(null, null).getItems()).isEmpty();
        assertThat(problem(() -> cairn.putJourney("skin", new JourneyStart().startedOn(START)), 410))
                .isEqualTo(Problem.TypeEnum.URN_CAIRN_PROBLEM_ERASED);
    }

    @Test
    void anInstantWithMillisecondsArrivesAsItWasSent() throws ApiException {
        CairnApi cairn = client("ben", "cairn/member");
        String id = cardOfDay7(cairn, "Asia/Tokyo");
        Instant until = Instant.parse("2027-03-15T06:00:00.250Z");
        assertThat(cairn.snooze(id, new Snooze().until(until)).getSnoozedUntil())
                .isEqualTo(until);
    }

    @Test
    void bothKindsOfErrorsCanBeRead() throws ApiException {
        CairnApi cairn = client("cleo", "cairn/member");
        String id = cardOfDay7(cairn, "Europe/Berlin");
        Completion wrong = new Completion().answers(Map.of("irritation", 13, "change", "better"));

        ApiException refused = catchThrowableOfType(ApiException.class, () -> cairn.complete(id, wrong));
        Problem problem = read(refused, Problem.class);
        assertThat(refused.getCode()).isEqualTo(422);
        assertThat(problem.getType()).isEqualTo(Problem.TypeEnum.URN_CAIRN_PROBLEM_INVALID);
        assertThat(problem.getErrors())
                .singleElement()
                .satisfies(fault -> assertThat(fault.getPointer()).isEqualTo("/answers/irritation"));

        ApiException forbidden = catchThrowableOfType(
                ApiException.class, () -> client("cleo", "cairn/other").getMember(null));
        assertThat(forbidden.getCode()).isEqualTo(403);
        assertThat(read(forbidden, GatewayMessage.class).getMessage()).isEqualTo("Forbidden");
    }

    @Test
    void whatIsStoredInsteadComesWithAConflict() throws ApiException {
        CairnApi cairn = client("dora", "cairn/member");
        String id = cardOfDay7(cairn, "Europe/Berlin");
        CheckIn done = cairn.complete(id, new Completion().answers(GOOD));
        Completion other = new Completion().answers(Map.of("irritation", 9, "change", "worse"));

        ApiException conflict = catchThrowableOfType(ApiException.class, () -> cairn.complete(id, other));
        assertThat(conflict.getCode()).isEqualTo(409);
        assertThat(read(conflict, Problem.class).getStored()).isEqualTo(done);
    }

    @Test
    void aPreviewsDaysAreDaysToo() throws ApiException {
        assertThat(client("emil", "cairn/member")
                        .preview(new PreviewRequest()
                                .program("skin")
                                .startedOn(START)
                                .timeZone("Pacific/Kiritimati")
                                .plans(List.of(new PreviewPlan().plan("pro")))
                                .at(Instant.parse("2027-03-14T09:00:00Z"))
                                .from(START)
                                .to(DAY_7))
                        .getSlots())
                .singleElement()
                .satisfies(slot -> assertThat(slot.getDueOn()).isEqualTo(DAY_7));
    }

    /// @return its id
    private static String cardOfDay7(CairnApi cairn, String zone) throws ApiException {
        deployment.travelTo(FIRST_MORNING);
        cairn.putJourney("skin", new JourneyStart().startedOn(START).timeZone(zone));
        deployment.travelTo(SEVENTH_MORNING);
        return cairn.due(null, null).getDue().getFirst().getId();
    }

    private interface Call {
        void made() throws ApiException;
    }

    private static Problem.TypeEnum problem(Call call, int status) {
        ApiException refused = catchThrowableOfType(ApiException.class, call::made);
        assertThat(refused.getCode()).isEqualTo(status);
        return read(refused, Problem.class).getType();
    }

    /// The body, as the client reads JSON.
    private static <T> T read(ApiException refused, Class<T> type) {
        try {
            return ApiClient.createDefaultObjectMapper().readValue(refused.getResponseBody(), type);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CairnApi client(String subject, String scope) {
        String token = deployment.token(subject, scope);
        ApiClient client = new ApiClient();
        client.updateBaseUri(deployment.address().toString());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return new CairnApi(client);
    }
}
