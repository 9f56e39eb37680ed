package cairn.local.http;

import cairn.local.clock.TravellingClock;
import cairn.local.functions.Functions;
import cairn.local.functions.Outcome;
import cairn.local.identity.Authorizer;
import cairn.local.identity.Verdict;
import cairn.local.identity.Verdict.Forbidden;
import cairn.local.identity.Verdict.Granted;
import cairn.local.identity.Verdict.Unauthorized;
import cairn.local.template.Api;
import cairn.local.template.Api.Route;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An HTTP API of API Gateway: what it answers itself, and what it makes of a function's reply.
public final class Gateway implements AutoCloseable {
    private final Api api;
    private final Routes routes;
    private final CrossOrigin crossOrigin;
    private final Authorizer authorizer;
    private final Events events;
    private final TravellingClock clock;
    private final Functions functions;
    private final Map<Route, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();

    /// @param port where it will listen
    public Gateway(Api api, Authorizer authorizer, TravellingClock clock, Functions functions, int port) {
        this.api = api;
        this.routes = new Routes(api.routes());
        this.crossOrigin = new CrossOrigin(api.cors());
        this.authorizer = authorizer;
        this.events = new Events("127.0.0.1", port);
        this.clock = clock;
        this.functions = functions;
    }

    @Override
    public void close() {
        invocations.shutdownNow();
    }

    /// Whether the template has a route for it.
    boolean owns(Request request) {
        return routes.find(request.method(), request.path()).isPresent();
    }

    Reply reply(Request request) throws InterruptedException {
        if (crossOrigin.answers(request)) {
            return crossOrigin.preflight(request);
        }
        return crossOrigin.allow(request, routed(request));
    }

    private Reply routed(Request request) throws InterruptedException {
        Optional<Routes.Match> match = routes.find(request.method(), request.path());
        if (match.isEmpty()) {
            return Reply.message(404, "Not Found");
        }
        if (request.isTooLarge()) {
            return Reply.message(413, "Request Entity Too Large");
        }
        Route route = match.get().route();
        if (!admits(route)) {
            return Reply.message(429, "Too Many Requests");
        }
        if (route.authorization().isEmpty()) {
            return integrated(request, match.get(), Optional.empty());
        }
        Verdict verdict = authorizer.verdict(
                request.header("authorization"), route.authorization().get());
        return switch (verdict) {
            case Granted granted -> integrated(request, match.get(), Optional.of(granted));
            case Unauthorized(String why) ->
                Reply.message(401, "Unauthorized").with("www-authenticate", challenge(route, "invalid_token", why));
            case Forbidden(String why) ->
                Reply.message(403, "Forbidden").with("www-authenticate", challenge(route, "insufficient_scope", why));
        };
    }

    private boolean admits(Route route) {
        return api.throttling()
                .map(limits -> buckets.computeIfAbsent(route, any -> new TokenBucket(limits, System::nanoTime))
                        .admits())
                .orElse(true);
    }

    private Reply integrated(Request request, Routes.Match match, Optional<Granted> granted)
            throws InterruptedException {
        Route route = match.route();
        String event = events.event(request, match, granted, clock.now());
        var taken = new CompletableFuture<Void>();
        Future<Outcome> outcome = invocations.submit(() -> {
            try {
                return functions.invoke(route.function(), event, taken);
            } finally {
                taken.complete(null);
            }
        });
        try {
            // Waiting for one of the few processes here, or for one to start, is no time that the deployment
            // would take.
            taken.get();
            return switch (outcome.get(route.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                case Outcome.Replied(String payload) ->
                    Replies.of(payload).orElseGet(() -> failed(route, "replied with something else than JSON"));
                case Outcome.Failed failed -> failed(route, failed.reason());
                case Outcome.Undelivered(String reason) -> failed(route, reason);
            };
        } catch (TimeoutException e) {
            // The gateway stops waiting; the function, as on AWS, goes on until its own timeout.
            return Reply.message(503, "Service Unavailable");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("ending");
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Reply failed(Route route, String reason) {
        System.err.println(route.key() + ": " + route.function() + " " + reason);
        return Reply.message(500, "Internal Server Error");
    }

    private static String challenge(Route route, String error, String why) {
        String scopes = route.authorization()
                .map(asked -> String.join(" ", asked.scopes()))
                .orElse("");
        return "Bearer scope=\"" + scopes + "\" error=\"" + error + "\" error_description=\"" + why + "\"";
    }
}
