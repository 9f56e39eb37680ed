package cairn.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The HTTP API, as API Gateway would import it.
///
/// @param routes every path and method
/// @param cors the cross-origin settings, if any
/// @param throttling of each route, if any
public record Api(List<Route> routes, Optional<Cors> cors, Optional<Throttling> throttling) {
    /// Copies what it is given.
    public Api {
        routes = List.copyOf(routes);
    }

    /// A method on a path, and the function behind it.
    ///
    /// @param method in capitals
    /// @param path with `{parameters}`
    /// @param function its name for AWS
    /// @param timeout how long the gateway waits for the function
    /// @param authorization what a token must show; empty: none is asked for
    public record Route(
            String method, String path, String function, Duration timeout, Optional<Authorization> authorization) {
        /// As events name it: `GET /v1/me`.
        public String key() {
            return method + " " + path;
        }
    }

    /// A JWT authorizer, with one route's scopes.
    ///
    /// @param issuer the only one whose tokens count
    /// @param audience one of these
    /// @param scopes one of these, if there are any
    public record Authorization(String issuer, List<String> audience, List<String> scopes) {
        /// Copies what it is given.
        public Authorization {
            audience = List.copyOf(audience);
            scopes = List.copyOf(scopes);
        }
    }

    /// Cross-origin settings.
    ///
    /// @param origins that may read replies; `*` for all
    /// @param methods they may use
    /// @param headers they may send
    /// @param exposed headers they may read
    /// @param maxAge seconds for which a browser may remember this; 0: not said
    /// @param credentials whether cookies may come along
    public record Cors(
            List<String> origins,
            List<String> methods,
            List<String> headers,
            List<String> exposed,
            int maxAge,
            boolean credentials) {
        /// Copies what it is given.
        public Cors {
            origins = List.copyOf(origins);
            methods = List.copyOf(methods);
            headers = List.copyOf(headers);
            exposed = List.copyOf(exposed);
        }
    }

    /// A token bucket.
    ///
    /// @param rate requests a second, over time
    /// @param burst requests at once
    public record Throttling(int rate, int burst) {}
}
