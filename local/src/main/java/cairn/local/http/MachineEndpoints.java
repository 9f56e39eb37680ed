package cairn.local.http;

import cairn.local.clock.TravellingClock;
import cairn.local.identity.Issuer;
import cairn.local.template.Api.Cors;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What this machine has and AWS has not, under `/local/`: tokens for anyone, a clock that can be set, the
/// issuer's keys, the programs, events in and out, ticks at will, a view of the dead letters.
///
/// Whoever can reach it can be anybody, so a web page from elsewhere must not: not by a name that it points
/// at 127.0.0.1 (the `Host` header tells), nor from its own origin (`Origin` tells). Pages of this machine may,
/// whatever port they come from.
public final class MachineEndpoints {
    private static final String SCHEDULES = "/local/schedules/";
    private static final CrossOrigin CROSS_ORIGIN = new CrossOrigin(Optional.of(new Cors(
            List.of(), List.of("GET", "POST", "PUT", "DELETE"), List.of("content-type"), List.of(), 0, false)));

    private final Set<String> hosts;
    private final TokenEndpoint tokens;
    private final ClockEndpoint clock;
    private final IssuerEndpoint issuer;
    private final Background background;
    private final ProgramsEndpoint programs;

    /// @param port where it will listen
    /// @param scopes of a token for which none are asked
    /// @param background what happens without a request
    /// @param archives of the functions
    public MachineEndpoints(
            int port,
            Issuer issuer,
            List<String> scopes,
            TravellingClock clock,
            Background background,
            List<Path> archives) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.tokens = new TokenEndpoint(issuer, String.join(" ", scopes));
        this.clock = new ClockEndpoint(clock);
        this.issuer = new IssuerEndpoint(issuer);
        this.background = background;
        this.programs = new ProgramsEndpoint(archives);
    }

    Reply reply(Request request) throws InterruptedException {
        if (!isFromHere(request)) {
            return Reply.message(403, "This is for pages and programs of this machine.");
        }
        return CROSS_ORIGIN.answers(request)
                ? CROSS_ORIGIN.preflight(request)
                : CROSS_ORIGIN.allow(request, answer(request));
    }

    private Reply answer(Request request) throws InterruptedException {
        try {
            return switch (request.method() + " " + request.path()) {
                case "POST /local/tokens" -> tokens.issue(JsonBody.of(request));
                case "GET /local/clock" -> clock.read();
                case "PUT /local/clock" -> clock.set(JsonBody.of(request));
                case "DELETE /local/clock" -> clock.reset();
                case "GET /local/programs" -> programs.list();
                case "GET /local/issuer/.well-known/openid-configuration" -> issuer.configuration();
                case "GET /local/issuer/.well-known/jwks.json" -> issuer.keys();
                case "POST /local/events" -> new BusEndpoints(background).put(JsonBody.of(request));
                case "GET /local/events" -> new BusEndpoints(background).sent();
                case "GET /local/dead-letters" ->
                    Reply.items(background.deadLetters().items());
                default -> scheduled(request);
            };
        } catch (BadInput e) {
            return Reply.message(e.status(), e.reason());
        }
    }

    private Reply scheduled(Request request) throws InterruptedException {
        return request.method().equals("POST") && request.path().startsWith(SCHEDULES)
                ? new ScheduleEndpoint(background.scheduler())
                        .tick(request.path().substring(SCHEDULES.length()))
                : Reply.message(404, "Not Found");
    }

    private boolean isFromHere(Request request) {
        Optional<String> origin = request.header("origin");
        return request.header("host").filter(hosts::contains).isPresent()
                && (origin.isEmpty() || CrossOrigin.isOfThisMachine(origin.get()));
    }
}
