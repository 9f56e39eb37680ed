package cairn.local.http;

import cairn.local.template.Api.Route;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the route of a request; where several match, the one that says more literally what was asked for.
final class Routes {
    private final List<Route> mostLiteralFirst;

    Routes(List<Route> routes) {
        this.mostLiteralFirst =
                routes.stream().sorted(Comparator.comparing(Routes::openness)).toList();
    }

    /// @param route the route
    /// @param parameters the values of its path parameters
    record Match(Route route, Map<String, String> parameters) {}

    /// @param path percent-decoded, as API Gateway routes
    Optional<Match> find(String method, String path) {
        return mostLiteralFirst.stream()
                .filter(route -> route.method().equals(method))
                .flatMap(route -> match(route, path).stream())
                .findFirst();
    }

    private static Optional<Match> match(Route route, String path) {
        String[] wanted = route.path().split("/", -1);
        String[] found = path.split("/", -1);
        if (wanted.length != found.length) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (int i = 0; i < wanted.length; i++) {
            if (isParameter(wanted[i]) && !found[i].isEmpty()) {
                parameters.put(wanted[i].substring(1, wanted[i].length() - 1), found[i]);
            } else if (!wanted[i].equals(found[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(route, parameters));
    }

    private static String openness(Route route) {
        var openness = new StringBuilder();
        for (String segment : route.path().split("/", -1)) {
            openness.append(isParameter(segment) ? '1' : '0');
        }
        return openness.toString();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
