package cairn.local.access;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// IAM's wildcards: `*` is any text, `?` is one character, whatever they are next to.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
final class Wildcards {
    private Wildcards() {}

    /// Actions are the same in any case, resources are not.
    static boolean matchAction(String pattern, String action) {
        return compiled(pattern, Pattern.CASE_INSENSITIVE).matcher(action).matches();
    }

    static boolean matchResource(String pattern, String resource) {
        return compiled(pattern, 0).matcher(resource).matches();
    }

    private static Pattern compiled(String pattern, int flags) {
        String regex = pattern.chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex, flags | Pattern.DOTALL);
    }
}
