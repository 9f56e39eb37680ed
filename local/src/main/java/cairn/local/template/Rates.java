package cairn.local.template;

import cairn.local.life.Refusal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What EventBridge Scheduler writes: `rate(5 minutes)`, and keywords in a schedule's input.
///
/// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
final class Rates {
    private static final Pattern RATE = Pattern.compile("rate\\(([1-9][0-9]*) (minute|hour|day)s?\\)");
    private static final Pattern KEYWORD = Pattern.compile("<aws\\.scheduler\\.(?!scheduled-time>)[^>]*>");

    private Rates() {}

    static Duration rate(String expression, String place) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw new Refusal(place + ".ScheduleExpression: one machine knows rate(n minutes|hours|days); this is "
                    + expression + ".");
        }
        long count = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    static String input(String text, String place) {
        Matcher unknown = KEYWORD.matcher(text);
        if (unknown.find()) {
            throw new Refusal(place + ".Input: one machine does not know " + unknown.group() + ".");
        }
        return text;
    }
}
