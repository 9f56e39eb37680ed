package cairn.local.template;

import cairn.local.life.Refusal;
import cairn.local.template.Api.Authorization;
import cairn.local.template.Api.Cors;
import cairn.local.template.Api.Route;
import cairn.local.template.Api.Throttling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `AWS::Serverless::HttpApi` with an OpenAPI `DefinitionBody`.
///
/// Of OpenAPI it takes what API Gateway takes: paths, methods, security and the `x-amazon-apigateway-*` extensions.
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html
final class ApiReader {
    static final Set<String> HONOURED = Set.of("DefinitionBody", "DefaultRouteSettings", "StageName");
    static final Set<String> IGNORED =
            Set.of("AccessLogSettings", "Description", "FailOnWarnings", "Name", "PropagateTags", "Tags");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Set<String> BESIDE_METHODS = Set.of("parameters", "summary", "description");
    private static final Pattern FUNCTION = Pattern.compile(".*:function:([^:/]+)(:[^:/]+)?/invocations");

    private final Section properties;
    private final Section body;

    ApiReader(Section properties) {
        this.properties = properties;
        this.body = properties.section("DefinitionBody");
    }

    Api api() {
        return new Api(routes(), cors(), throttling());
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        Section paths = body.section("paths");
        for (String path : paths.values().keySet()) {
            Section item = paths.section(path);
            item.refuseAllBut(METHODS, BESIDE_METHODS);
            for (String method : item.values().keySet()) {
                if (METHODS.contains(method)) {
                    routes.add(route(method, path, item.section(method)));
                }
            }
        }
        return routes;
    }

    private Route route(String method, String path, Section operation) {
        if (path.contains("+}")) {
            throw new Refusal(operation.place() + ": one machine knows no greedy path parameters.");
        }
        Section integration = operation.section("x-amazon-apigateway-integration");
        integration.refuseAllBut(
                Set.of("type", "payloadFormatVersion", "uri", "timeoutInMillis"),
                Set.of("httpMethod", "connectionType"));
        requireText(integration, "type", "aws_proxy");
        requireText(integration, "payloadFormatVersion", "2.0");
        Matcher function = FUNCTION.matcher(integration.text("uri"));
        if (!function.matches()) {
            throw new Refusal(integration.place() + ".uri names no function.");
        }
        return new Route(
                method.toUpperCase(Locale.ROOT),
                path,
                function.group(1),
                Duration.ofMillis(integration.number("timeoutInMillis", 30_000)),
                authorization(operation));
    }

    private Optional<Authorization> authorization(Section operation) {
        Section asking = operation.values().containsKey("security") ? operation : body;
        List<Section> alternatives = asking.sections("security");
        if (alternatives.isEmpty()) {
            return Optional.empty();
        }
        if (alternatives.size() > 1 || alternatives.getFirst().values().size() > 1) {
            throw new Refusal(asking.place() + ".security: a route has one authorizer.");
        }
        Section only = alternatives.getFirst();
        String scheme = only.values().keySet().iterator().next();
        return Optional.of(authorization(scheme, only.texts(scheme)));
    }

    private Authorization authorization(String scheme, List<String> scopes) {
        Section authorizer = body.section("components")
                .section("securitySchemes")
                .section(scheme)
                .section("x-amazon-apigateway-authorizer");
        requireText(authorizer, "type", "jwt");
        requireText(authorizer, "identitySource", "$request.header.Authorization");
        Section configuration = authorizer.section("jwtConfiguration");
        return new Authorization(configuration.text("issuer"), configuration.texts("audience"), scopes);
    }

    private Optional<Cors> cors() {
        if (body.value("x-amazon-apigateway-cors").isEmpty()) {
            return Optional.empty();
        }
        Section cors = body.section("x-amazon-apigateway-cors");
        cors.refuseAllBut(
                Set.of("allowOrigins", "allowMethods", "allowHeaders", "exposeHeaders", "maxAge", "allowCredentials"),
                Set.of());
        return Optional.of(new Cors(
                cors.texts("allowOrigins"),
                cors.texts("allowMethods"),
                cors.texts("allowHeaders"),
                cors.texts("exposeHeaders"),
                cors.number("maxAge", 0),
                cors.optionalText("allowCredentials").map("true"::equals).orElse(false)));
    }

    private Optional<Throttling> throttling() {
        if (properties.value("DefaultRouteSettings").isEmpty()) {
            return Optional.empty();
        }
        Section settings = properties.section("DefaultRouteSettings");
        settings.refuseAllBut(Set.of("ThrottlingBurstLimit", "ThrottlingRateLimit"), Set.of("DetailedMetricsEnabled"));
        return Optional.of(new Throttling(
                settings.number("ThrottlingRateLimit", 10_000), settings.number("ThrottlingBurstLimit", 5_000)));
    }

    private static void requireText(Section section, String key, String expected) {
        if (!section.text(key).equals(expected)) {
            throw new Refusal(section.place() + "." + key + ": one machine knows only " + expected + ".");
        }
    }
}
