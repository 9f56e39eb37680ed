package cairn.lambda;

import cairn.checkins.CheckIns;

/// What a function does for one method and path.
@FunctionalInterface
public interface Route {

    /// @param checkIns as of the request's moment
    /// @throws BadRequest if the request cannot be carried out as it was sent
    Reply answer(Request request, CheckIns checkIns);
}
