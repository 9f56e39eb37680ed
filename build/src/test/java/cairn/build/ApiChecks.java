package cairn.build;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The way in over HTTP.
final class ApiChecks {
    private static final Set<String> WRITING = Set.of("put");
    private static final Pattern INTEGRATION = Pattern.compile(
            "arn:\\$\\{AWS::Partition}:apigateway:\\$\\{AWS::Region}:lambda:path/2015-03-31/functions/\\$\\{(\\w+)\\.Alias}/invocations");

    /// Of an API's description, in characters. The import takes it from the document.
    /// https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html
    private static final int LONGEST_DESCRIPTION = 1024;

    private ApiChecks() {}

    static void scopes(Template template, Findings findings) {
        for (Node route : routes(template)) {
            findings.is(route.at("security"), List.of(Map.of("member", List.of(Node.ref("MemberScope")))));
        }
        Node member = document(template).at("components", "securitySchemes", "member");
        findings.is(member.at("type"), "openIdConnect");
        findings.is(member.at("openIdConnectUrl"), Node.sub("${Issuer}/.well-known/openid-configuration"));
        findings.is(
                member.at("x-amazon-apigateway-authorizer"),
                Map.of(
                        "type", "jwt",
                        "identitySource", "$request.header.Authorization",
                        "jwtConfiguration",
                                Map.of("issuer", Node.ref("Issuer"), "audience", List.of(Node.ref("Audience")))));
    }

    static void integrations(Template template, Findings findings) {
        Set<String> behind = new TreeSet<>();
        for (Node route : routes(template)) {
            Node integration = route.at("x-amazon-apigateway-integration");
            findings.is(integration.at("type"), "aws_proxy");
            findings.is(integration.at("httpMethod"), "POST");
            findings.is(integration.at("payloadFormatVersion"), "2.0");
            findings.between(integration.at("timeoutInMillis"), 5_000, 10_000);
            var uri = INTEGRATION.matcher(integration.at("uri", "Fn::Sub").text());
            boolean known = uri.matches() && template.functions().contains(uri.group(1));
            findings.require(known, integration.at("uri"), "a function's alias");
            if (known) {
                behind.add(uri.group(1));
            }
        }
        for (String function : behind) {
            Node permission = template.resources().at(FunctionChecks.stem(function) + "Invoke");
            findings.is(permission.at("Type"), "AWS::Lambda::Permission");
            findings.is(
                    permission.at("Properties"),
                    Map.of(
                            "Action",
                            "lambda:InvokeFunction",
                            "FunctionName",
                            Node.ref(function + ".Alias"),
                            "Principal",
                            "apigateway.amazonaws.com",
                            "SourceArn",
                            Node.sub("arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/*")));
        }
    }

    static void throttled(Template template, Findings findings) {
        Node settings = template.properties("Api").at("DefaultRouteSettings");
        findings.between(settings.at("ThrottlingRateLimit"), 1, 1_000);
        findings.between(settings.at("ThrottlingBurstLimit"), 1, 2_000);
        findings.absent(template.properties("Api").at("RouteSettings"));
    }

    static void refusals(Template template, Findings findings) {
        for (Node route : routes(template)) {
            Stream.of("401", "403", "429", "503").forEach(status -> findings.exists(route.at("responses", status)));
            if (WRITING.contains(route.name())) {
                findings.exists(route.at("responses", "410"));
            }
        }
        findings.exists(document(template).at("paths", "/v1/me/due", "get", "responses", "410"));
        findings.exists(document(template).at("paths", "/v1/me", "post", "responses", "410"));
    }

    static void browsers(Template template, Findings findings) {
        Node cors = document(template).at("x-amazon-apigateway-cors");
        Set<String> methods = new TreeSet<>();
        routes(template).forEach(route -> methods.add(route.name().toUpperCase(Locale.ROOT)));
        findings.require(cors.at("allowMethods").texts().equals(methods), cors.at("allowMethods"), methods.toString());
        findings.is(cors.at("allowOrigins"), Map.of("Fn::Split", List.of(",", Node.ref("AllowedOrigins"))));
        findings.is(cors.at("allowHeaders"), List.of("authorization", "content-type", "if-none-match"));
        findings.is(cors.at("exposeHeaders"), List.of("etag", "retry-after"));
        findings.absent(cors.at("allowCredentials"));
    }

    /// A warning of the import would be a part of the document that the gateway does not honour.
    static void importedWhole(Template template, Findings findings) {
        findings.is(template.properties("Api").at("FailOnWarnings"), true);
        findings.is(template.properties("Api").at("StageName"), "$default");
        Node document = document(template);
        Node description = document.at("info", "description");
        findings.require(
                description.text().length() <= LONGEST_DESCRIPTION,
                description,
                "of " + LONGEST_DESCRIPTION + " characters at most");
        references(document).forEach(reference -> {
            Node target = document.at(reference.text().substring("#/".length()).split("/"));
            findings.require(target.exists(), reference, "declared");
        });
    }

    static void nobodyInTheAccessLog(Template template, Findings findings) {
        Node log = template.properties("Api").at("AccessLogSettings");
        findings.is(log.at("DestinationArn"), Node.attribute("ApiLog", "Arn"));
        findings.is(template.resources().at("ApiLog", "Type"), "AWS::Logs::LogGroup");
        findings.require(log.at("Format").text().contains("$context.routeKey"), log, "about routes");
        findings.require(
                Stream.of("authorizer", "identity", "$context.path", "claims")
                        .noneMatch(log.at("Format").text()::contains),
                log,
                "silent about who asked");
    }

    private static Node document(Template template) {
        return template.properties("Api").at("DefinitionBody");
    }

    private static List<Node> routes(Template template) {
        return document(template).at("paths").entries().stream()
                .flatMap(path -> path.entries().stream())
                .toList();
    }

    private static Stream<Node> references(Node node) {
        Stream<Node> below = Stream.concat(node.entries().stream(), node.items().stream());
        Node reference = node.at("$ref");
        return reference.exists() ? Stream.of(reference) : below.flatMap(ApiChecks::references);
    }
}
