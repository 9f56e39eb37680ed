package cairn.eventbridge;

import cairn.checkins.Happening;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClientBuilder;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/// The deployment's bus on Amazon EventBridge, as it is told of things. Built once per environment.
///
/// @param name of the bus
/// @param json writes an event's detail
public record EventBus(EventBridgeClient client, String name, Function<Map<String, @Nullable Object>, String> json) {
    static final String SOURCE = "cairn";

    /// AWS: EventBridge API Reference, PutEvents.
    private static final int MOST_IN_A_CALL = 10;

    /// AWS: EventBridge quotas. What is sent from here has some 600 bytes.
    private static final int LARGEST_DETAIL = 200_000;

    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(2);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(5);

    /// Credentials, region and endpoint come from where the SDK looks for them by itself.
    public static EventBus named(String name, Function<Map<String, @Nullable Object>, String> json) {
        return new EventBus(builder().build(), name, json);
    }

    /// The client, still open for another endpoint.
    static EventBridgeClientBuilder builder() {
        return EventBridgeClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(LONGEST_ATTEMPT)
                        .socketTimeout(LONGEST_ATTEMPT))
                .overrideConfiguration(configuration ->
                        configuration.apiCallTimeout(LONGEST_CALL).apiCallAttemptTimeout(LONGEST_ATTEMPT));
    }

    /// Tells the bus, in as few calls as it takes, in this order. The first call that fails is the last one
    /// made.
    ///
    /// @return what the bus has not taken, in this order: a reply may well say that it took the others
    public List<Happening> put(List<Happening> happenings) {
        List<Happening> notTaken = new ArrayList<>();
        for (int from = 0; from < happenings.size(); from += MOST_IN_A_CALL) {
            List<Happening> some = happenings.subList(from, Math.min(from + MOST_IN_A_CALL, happenings.size()));
            try {
                notTaken.addAll(putSome(some));
            } catch (SdkException noAnswer) {
                notTaken.addAll(happenings.subList(from, happenings.size()));
                return notTaken;
            }
        }
        return notTaken;
    }

    private List<Happening> putSome(List<Happening> some) {
        List<PutEventsRequestEntry> entries = some.stream().map(this::entry).toList();
        List<PutEventsResultEntry> results =
                client.putEvents(request -> request.entries(entries)).entries();
        List<Happening> notTaken = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            if (i >= results.size() || results.get(i).errorCode() != null) {
                notTaken.add(some.get(i));
            }
        }
        return notTaken;
    }

    private PutEventsRequestEntry entry(Happening happening) {
        String detail = json.apply(happening.detail());
        if (detail.getBytes(StandardCharsets.UTF_8).length > LARGEST_DETAIL) {
            throw new IllegalArgumentException("an event of type " + happening.type() + " is too large for the bus");
        }
        return PutEventsRequestEntry.builder()
                .eventBusName(name)
                .source(SOURCE)
                .detailType(happening.type())
                .detail(detail)
                .time(happening.at())
                .build();
    }
}
