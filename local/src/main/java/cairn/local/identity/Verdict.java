package cairn.local.identity;

import java.util.List;
import java.util.Map;

/// What becomes of a request with this token, or with none.
public sealed interface Verdict {
    /// It goes on to the function.
    ///
    /// @param claims all as text, as API Gateway passes them on
    /// @param scopes the route's
    record Granted(Map<String, String> claims, List<String> scopes) implements Verdict {}

    /// Who asks is not known.
    ///
    /// @param why for a header of the reply
    record Unauthorized(String why) implements Verdict {}

    /// Who asks is known, and may not.
    ///
    /// @param why for a header of the reply
    record Forbidden(String why) implements Verdict {}
}
