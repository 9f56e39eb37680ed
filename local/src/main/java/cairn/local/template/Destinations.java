package cairn.local.template;

import cairn.local.life.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where things go: functions and queues, by their ARNs, which have to be the template's own.
final class Destinations {
    private static final Pattern FUNCTION = Pattern.compile("arn:aws:lambda:[^:]*:[^:]*:function:([^:]+)(:[^:]+)?");
    private static final Pattern QUEUE = Pattern.compile("arn:aws:sqs:[^:]*:[^:]*:([^:]+)");

    /// As long as EventBridge itself tries:
    /// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html
    private static final int ATTEMPTS = 185;

    private static final int ONE_DAY = 86_400;

    private Destinations() {}

    /// @param section with `DeadLetterConfig` and `RetryPolicy`
    static Target target(String functionArn, Section section, Names names) {
        Section retry = section.sectionOrEmpty("RetryPolicy");
        retry.refuseAllBut(Set.of("MaximumRetryAttempts", "MaximumEventAgeInSeconds"), Set.of());
        Section deadLetters = section.sectionOrEmpty("DeadLetterConfig");
        deadLetters.refuseAllBut(Set.of("Arn"), Set.of());
        return new Target(
                function(functionArn, section.place(), names),
                retry.number("MaximumRetryAttempts", ATTEMPTS),
                Duration.ofSeconds(retry.number("MaximumEventAgeInSeconds", ONE_DAY)),
                deadLetters.optionalText("Arn").map(arn -> queue(arn, deadLetters.place(), names)));
    }

    /// @param section with a `DestinationConfig`
    static Optional<String> onFailure(Section section, Names names) {
        Section config = section.sectionOrEmpty("DestinationConfig");
        config.refuseAllBut(Set.of("OnFailure"), Set.of());
        Section failure = config.sectionOrEmpty("OnFailure");
        failure.refuseAllBut(Set.of("Type", "Destination"), Set.of());
        if (!failure.optionalText("Type").orElse("SQS").equals("SQS")) {
            throw new Refusal(failure.place() + ".Type: one machine knows no destination but SQS.");
        }
        return failure.optionalText("Destination").map(arn -> queue(arn, failure.place(), names));
    }

    private static String function(String arn, String place, Names names) {
        return named(FUNCTION, arn, place, names.all("AWS::Serverless::Function"));
    }

    private static String queue(String arn, String place, Names names) {
        return named(QUEUE, arn, place, names.all("AWS::SQS::Queue"));
    }

    private static String named(Pattern pattern, String arn, String place, Set<String> known) {
        Matcher matcher = pattern.matcher(arn);
        if (!matcher.matches() || !known.contains(matcher.group(1))) {
            throw new Refusal(place + " goes to " + arn + ", which is none of " + known + ".");
        }
        return matcher.group(1);
    }
}
