package cairn.functions.journeys;

import cairn.checkins.Erased;
import cairn.checkins.JourneyOutcome;
import cairn.checkins.JourneyView;
import cairn.checkins.Members;
import cairn.checkins.Members.Part;
import cairn.checkins.Programs;
import cairn.dynamodb.DynamoDbLedger;
import cairn.lambda.Environment;
import cairn.lambda.HttpFunction;
import cairn.lambda.JsonBody;
import cairn.lambda.Ledgers;
import cairn.lambda.Problem;
import cairn.lambda.Reply;
import cairn.lambda.Request;
import cairn.timeline.Fault;
import cairn.timeline.WallTime;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// The member, their journeys, how these look in time, and what a program would do for somebody.
public final class Journeys implements RequestStreamHandler {
    private final HttpFunction http;

    public Journeys() {
        this(Environment.ofProcess());
    }

    private Journeys(Environment environment) {
        this(environment.programs(), DynamoDbLedger.ofTable(environment.tableName())::within, environment.log());
    }

    Journeys(Programs programs, Ledgers ledgers, Consumer<String> log) {
        Previews previews = new Previews(programs);
        this.http = new HttpFunction(
                Map.of(
                        "GET /v1/me", Journeys::member,
                        "PUT /v1/me", Journeys::setLiving,
                        "GET /v1/me/journeys/{program}", Journeys::journey,
                        "PUT /v1/me/journeys/{program}", Journeys::start,
                        "PUT /v1/me/journeys/{program}/runs/{run}", Journeys::restart,
                        "GET /v1/me/journeys/{program}/timeline", Journeys::timeline,
                        "GET /v1/me/journeys/{program}/explanation", Journeys::explanation,
                        "POST /v1/previews", previews::preview),
                programs,
                ledgers,
                log);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        http.handle(input, output, context);
    }

    private static Reply member(Request request, Members members) {
        request.allowQuery();
        return Reply.ok(members.member(request.member()));
    }

    private static Reply setLiving(Request request, Members members) {
        request.allowQuery();
        JsonBody body = JsonBody.parse(request.body());
        ZoneId zone = body.required("timeZone", JsonBody::zone);
        String locale = body.language("locale");
        return Reply.of(members.setLiving(request.member(), body.checked(zone), locale));
    }

    private static Reply journey(Request request, Members members) {
        request.allowQuery();
        return reply(members.journey(request.member(), program(request)));
    }

    private static Reply start(Request request, Members members) {
        request.allowQuery();
        JsonBody body = JsonBody.parse(request.body());
        LocalDate startedOn = body.required("startedOn", JsonBody::day);
        ZoneId zone = body.zone("timeZone");
        return reply(members.start(request.member(), program(request), body.checked(startedOn), zone));
    }

    private static Reply restart(Request request, Members members) {
        request.allowQuery();
        JsonBody body = JsonBody.parse(request.body());
        LocalDate startedOn = body.required("startedOn", JsonBody::day);
        String run = request.pathParameter("run");
        if (!run.matches("[1-9]\\d{0,3}")) {
            return Reply.problem(Problem.Kind.NOT_FOUND.problem());
        }
        return reply(
                members.restart(request.member(), program(request), Integer.parseInt(run), body.checked(startedOn)));
    }

    private static Reply timeline(Request request, Members members) {
        request.allowQuery("from", "to");
        LocalDate aroundNow = WallTime.dayAt(request.now(), ZoneOffset.UTC).minusDays(Stretch.MOST_DAYS / 2);
        LocalDate from = request.queryDay("from").orElse(aroundNow);
        LocalDate to = request.queryDay("to").orElse(from.plusDays(Stretch.MOST_DAYS - 1));
        Stretch.check(from, to);
        return part(members.timeline(request.member(), program(request), from, to), TimelineReply::of);
    }

    private static Reply explanation(Request request, Members members) {
        request.allowQuery("at");
        return part(
                members.explanation(
                        request.member(),
                        program(request),
                        request.queryInstant("at").orElse(request.now())),
                why -> why);
    }

    private static String program(Request request) {
        return request.pathParameter("program");
    }

    private static <T> Reply part(Part<T> part, Function<T, Object> shape) {
        return switch (part) {
            case Part.Found<T>(T value) -> Reply.ok(shape.apply(value));
            case Part.NoSuchProgram<T>() -> Reply.problem(Problem.Kind.NO_SUCH_PROGRAM.problem());
            case Part.NoSuchJourney<T>() -> Reply.problem(Problem.Kind.NO_SUCH_JOURNEY.problem());
        };
    }

    private static Reply reply(JourneyOutcome outcome) {
        return switch (outcome) {
            case JourneyOutcome.Stands(JourneyView journey) -> Reply.ok(journey);
            case JourneyOutcome.NoSuchProgram() -> Reply.problem(Problem.Kind.NO_SUCH_PROGRAM.problem());
            case JourneyOutcome.NoSuchJourney() -> Reply.problem(Problem.Kind.NO_SUCH_JOURNEY.problem());
            case JourneyOutcome.Superseded() -> Reply.problem(Problem.Kind.SUPERSEDED.problem());
            case JourneyOutcome.RunOutOfOrder _ -> Reply.problem(Problem.Kind.RUN_OUT_OF_ORDER.problem());
            case Erased() -> Reply.problem(Problem.Kind.ERASED.problem());
            case JourneyOutcome.ZoneNeeded() -> invalid("/timeZone", "is to be given with a member's first journey");
            case JourneyOutcome.StartTooLate(LocalDate latest) ->
                invalid("/startedOn", "is to be " + latest + " at the latest: tomorrow, where the member lives");
        };
    }

    private static Reply invalid(String pointer, String message) {
        return Reply.problem(Problem.Kind.INVALID.of(List.of(new Fault(pointer, message))));
    }
}
