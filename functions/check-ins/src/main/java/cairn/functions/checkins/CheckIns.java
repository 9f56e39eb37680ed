package cairn.functions.checkins;

import cairn.checkins.ActionOutcome;
import cairn.checkins.Answer;
import cairn.checkins.CheckInId;
import cairn.checkins.CheckInView;
import cairn.checkins.Erased;
import cairn.checkins.HistoryView;
import cairn.checkins.Ledger;
import cairn.checkins.Members;
import cairn.checkins.Members.Part;
import cairn.checkins.Programs;
import cairn.dynamodb.DynamoDbLedger;
import cairn.lambda.AnswersJson;
import cairn.lambda.BadRequest;
import cairn.lambda.Cursor;
import cairn.lambda.Environment;
import cairn.lambda.HttpFunction;
import cairn.lambda.JsonBody;
import cairn.lambda.Ledgers;
import cairn.lambda.Problem;
import cairn.lambda.Reply;
import cairn.lambda.Request;
import cairn.timeline.Fault;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a person does with a card, and the cards they had: completion, dismissal, snooze, history.
public final class CheckIns implements RequestStreamHandler {
    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 20;

    private final HttpFunction http;
    private final Cursor cursor;

    public CheckIns() {
        this(Environment.ofProcess());
    }

    private CheckIns(Environment environment) {
        this(
                environment.programs(),
                DynamoDbLedger.ofTable(environment.tableName())::within,
                environment.cursorKey(),
                environment.log());
    }

    CheckIns(Programs programs, Ledgers ledgers, String cursorKey, Consumer<String> log) {
        this.cursor = new Cursor(cursorKey, "check-ins");
        this.http = new HttpFunction(
                Map.of(
                        "PUT /v1/me/check-ins/{id}/completion", CheckIns::complete,
                        "PUT /v1/me/check-ins/{id}/dismissal", CheckIns::dismiss,
                        "PUT /v1/me/check-ins/{id}/snooze", CheckIns::snooze,
                        "GET /v1/me/journeys/{program}/check-ins", this::history),
                programs,
                ledgers,
                log);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        http.handle(input, output, context);
    }

    private static Reply complete(Request request, Members members) {
        JsonBody body = JsonBody.parse(request.body());
        JsonBody answersBody = body.required("answers", JsonBody::object);
        Map<String, Answer> answers = answersBody == null ? Map.of() : AnswersJson.read(answersBody);
        Instant answeredAt = body.clockReading("answeredAt");
        body.check();
        return act(request, id -> members.complete(request.member(), id, answers, answeredAt));
    }

    private static Reply dismiss(Request request, Members members) {
        if (request.body() != null) {
            JsonBody.parse(request.body()).check();
        }
        return act(request, id -> members.dismiss(request.member(), id));
    }

    private static Reply snooze(Request request, Members members) {
        JsonBody body = JsonBody.parse(request.body());
        Instant until = body.required("until", JsonBody::instant);
        Instant checked = body.checked(until);
        return act(request, id -> members.snooze(request.member(), id, checked));
    }

    private static Reply act(Request request, Function<CheckInId, ActionOutcome> action) {
        request.allowQuery();
        return CheckInId.parse(request.pathParameter("id"))
                .map(id -> reply(action.apply(id)))
                .orElseGet(() -> reply(new ActionOutcome.NoSuchCheckIn()));
    }

    /// The log line names a slot only once it is known to be one: an id can be made up.
    private static Reply reply(ActionOutcome outcome) {
        return switch (outcome) {
            case ActionOutcome.Settled(CheckInView checkIn) ->
                Reply.ok(CheckInReply.of(checkIn))
                        .noting("outcome", checkIn.state())
                        .noting(
                                "slots",
                                List.of(checkIn.checkIn().opened().slot().key().text()));
            case ActionOutcome.Refused(ActionOutcome.Reason reason, CheckInView stored) ->
                Reply.problem(kind(reason).instead(stored == null ? null : CheckInReply.of(stored)));
            case ActionOutcome.NoSuchCheckIn() -> Reply.problem(Problem.Kind.NO_SUCH_CHECK_IN.problem());
            case Erased() -> Reply.problem(Problem.Kind.ERASED.problem());
            case ActionOutcome.Invalid(List<Fault> faults) -> Reply.problem(Problem.Kind.INVALID.of(faults));
        };
    }

    private static Problem.Kind kind(ActionOutcome.Reason reason) {
        return switch (reason) {
            case CLOSED -> Problem.Kind.CLOSED;
            case DISMISSED -> Problem.Kind.DISMISSED;
            case ALREADY_COMPLETED -> Problem.Kind.ALREADY_COMPLETED;
            case NOT_OPEN -> Problem.Kind.NOT_OPEN;
            case SUPERSEDED -> Problem.Kind.SUPERSEDED;
        };
    }

    /// A page of check-ins.
    ///
    /// @param next to be sent as `cursor` for the page after; null if this is the last
    record HistoryReply(List<CheckInReply> items, @Nullable String next) {}

    private Reply history(Request request, Members members) {
        request.allowQuery("limit", "cursor");
        int limit = request.queryNumber("limit", LARGEST_PAGE).orElse(USUAL_PAGE);
        String program = request.pathParameter("program");
        Ledger.Position after = position(request, program);
        return switch (members.history(request.member(), program, after, limit)) {
            case Part.Found<HistoryView>(HistoryView page) -> Reply.ok(reply(request, page));
            case Part.NoSuchProgram<HistoryView>() -> Reply.problem(Problem.Kind.NO_SUCH_PROGRAM.problem());
            case Part.NoSuchJourney<HistoryView>() -> Reply.problem(Problem.Kind.NO_SUCH_JOURNEY.problem());
        };
    }

    private HistoryReply reply(Request request, HistoryView page) {
        Ledger.Position next = page.next();
        return new HistoryReply(
                page.items().stream().map(CheckInReply::of).toList(),
                next == null ? null : cursor.sign(request.member(), next));
    }

    private Ledger.@Nullable Position position(Request request, String program) {
        String text = request.query().get("cursor");
        if (text == null) {
            return null;
        }
        return cursor.verify(request.member(), text)
                .filter(position -> position.id().program().equals(program))
                .orElseThrow(() -> BadRequest.invalid("/cursor", "is to be the next of a page before this"));
    }
}
