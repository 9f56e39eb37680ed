package cairn.local.template;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// `EventInvokeConfig`: what becomes of an event that the function took and failed on.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html
///
/// @param attempts after the first
/// @param age beyond which there is no further one
/// @param onFailure the queue for the record of what happened, by name
public record AsyncSettings(int attempts, Duration age, Optional<String> onFailure) {
    /// Lambda's own, where the template says nothing.
    public static final AsyncSettings USUAL = new AsyncSettings(2, Duration.ofHours(6), Optional.empty());

    static AsyncSettings of(Section settings, Names names) {
        settings.refuseAllBut(
                Set.of("MaximumRetryAttempts", "MaximumEventAgeInSeconds", "DestinationConfig"), Set.of());
        return new AsyncSettings(
                settings.number("MaximumRetryAttempts", USUAL.attempts()),
                Duration.ofSeconds(settings.number(
                        "MaximumEventAgeInSeconds", (int) USUAL.age().toSeconds())),
                Destinations.onFailure(settings, names));
    }
}
