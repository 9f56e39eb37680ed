package cairn.lambda;

import cairn.checkins.MemberId;
import cairn.checkins.Programs;
import cairn.checkins.StoreUnavailable;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A function behind API Gateway (HTTP API, payload format 2.0): an event becomes a [Request], the route
/// answers, and whatever happens becomes a reply. It keeps nothing between invocations.
///
/// @param routes by route key, `GET /v1/me/due`
/// @param log    takes one line of JSON a request
public record HttpFunction(Map<String, Route> routes, Programs programs, Ledgers ledgers, Consumer<String> log) {
    private static final ObjectReader EVENTS = Json.MAPPER
            .readerFor(APIGatewayV2HTTPEvent.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final ObjectWriter RESPONSES = Json.MAPPER
            .copy()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .writerFor(APIGatewayV2HTTPResponse.class);

    public void handle(InputStream input, OutputStream output, Context context) throws IOException {
        long startedAt = System.nanoTime();
        APIGatewayV2HTTPEvent event = EVENTS.readValue(input);
        String route = event.getRouteKey();
        RequestLog entry = new RequestLog(
                context.getAwsRequestId(), route != null && routes.containsKey(route) ? route : "unknown route");
        AtomicInteger lostRaces = new AtomicInteger();
        Reply reply = answer(event, context, lostRaces);
        boolean isGet = "GET".equals(event.getRequestContext().getHttp().getMethod());
        APIGatewayV2HTTPResponse response =
                HttpReply.of(reply, isGet, headers(event).get("if-none-match"));
        RESPONSES.writeValue(output, response);
        log.accept(entry.line(
                response.getStatusCode(),
                reply.noted(),
                lostRaces.get(),
                Duration.ofNanos(System.nanoTime() - startedAt)));
    }

    private Reply answer(APIGatewayV2HTTPEvent event, Context context, AtomicInteger lostRaces) {
        try {
            Route route = routes.get(event.getRouteKey());
            Optional<MemberId> member = member(event);
            if (route == null) {
                return Reply.problem(Problem.Kind.NOT_FOUND.problem());
            }
            if (member.isEmpty()) {
                return Reply.problem(Problem.Kind.UNAUTHORIZED.problem());
            }
            Request request = request(event, member.get());
            return route.answer(request, ledgers.members(programs, Budget.of(context), request.now(), lostRaces));
        } catch (BadRequest refused) {
            return Reply.problem(refused.problem());
        } catch (StoreUnavailable unavailable) {
            return Reply.problem(Problem.Kind.UNAVAILABLE.problem()).noting("cause", RequestLog.trace(unavailable));
        } catch (RuntimeException bug) {
            return Reply.problem(Problem.Kind.INTERNAL.problem()).noting("cause", RequestLog.trace(bug));
        }
    }

    /// The subject of the token that the gateway has verified.
    private static Optional<MemberId> member(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRequestContext().getAuthorizer())
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT::getClaims)
                .map(claims -> claims.get("sub"))
                .filter(MemberId::isSubject)
                .map(MemberId::new);
    }

    private static Request request(APIGatewayV2HTTPEvent event, MemberId member) {
        return new Request(
                member,
                Instant.ofEpochMilli(event.getRequestContext().getTimeEpoch()),
                orEmpty(event.getPathParameters()),
                orEmpty(event.getQueryStringParameters()),
                headers(event),
                RequestBody.of(event));
    }

    private static Map<String, String> headers(APIGatewayV2HTTPEvent event) {
        return orEmpty(event.getHeaders());
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
