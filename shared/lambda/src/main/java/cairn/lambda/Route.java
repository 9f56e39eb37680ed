package cairn.lambda;

import cairn.checkins.Members;

/// What a function does for one method and path.
@FunctionalInterface
public interface Route {

    /// @param members as of the request's moment
    /// @throws BadRequest if the request cannot be carried out as it was sent
    Reply answer(Request request, Members members);
}
