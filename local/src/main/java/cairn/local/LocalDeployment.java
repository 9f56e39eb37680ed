package cairn.local;

import cairn.dynamodblocal.DynamoDbLocal;
import cairn.local.access.AccessControl;
import cairn.local.access.Grant;
import cairn.local.access.TableEndpoint;
import cairn.local.bus.BusEndpoint;
import cairn.local.clock.TravellingClock;
import cairn.local.functions.Functions;
import cairn.local.http.Front;
import cairn.local.http.Gateway;
import cairn.local.http.MachineEndpoints;
import cairn.local.identity.Authorizer;
import cairn.local.identity.Issuer;
import cairn.local.life.DataFolder;
import cairn.local.life.Opened;
import cairn.local.life.Refusal;
import cairn.local.net.Loopback;
import cairn.local.store.AwsAccess;
import cairn.local.store.Tables;
import cairn.local.template.Api.Authorization;
import cairn.local.template.Api.Route;
import cairn.local.template.Arns;
import cairn.local.template.Deployment;
import cairn.local.template.FunctionDefinition;
import cairn.local.template.LocalValues;
import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The deployment, up and running: everything wired together, and taken apart again in the opposite order.
public final class LocalDeployment implements AutoCloseable {
    private static final Duration PATIENCE_FOR_THE_PORT = Duration.ofSeconds(5);
    private static final String AUDIENCE = "cairn-local";

    private final Opened opened;
    private final URI address;
    private final DataFolder data;
    private final Issuer issuer;
    private final List<Route> routes;
    private final AccessControl control;

    private LocalDeployment(
            Opened opened, URI address, DataFolder data, Issuer issuer, List<Route> routes, AccessControl control) {
        this.opened = opened;
        this.address = address;
        this.data = data;
        this.issuer = issuer;
        this.routes = List.copyOf(routes);
        this.control = control;
    }

    /// Starts it, and returns when it answers.
    ///
    /// @throws Refusal if it cannot be started as things are; nothing of it is left then
    public static LocalDeployment start(Settings settings) {
        var opened = new Opened();
        try {
            return start(settings, opened);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /// Where it answers.
    public URI address() {
        return address;
    }

    /// What the template's roles allow and nothing has needed so far.
    public Set<Grant> unusedGrants() {
        return control.unused();
    }

    @Override
    public void close() {
        opened.close();
    }

    /// For a human, with a command to begin with.
    String welcome(boolean inMemory) {
        String first = routes.stream()
                .filter(route -> route.method().equals("GET") && !route.path().contains("{"))
                .map(Route::path)
                .findFirst()
                .orElse("/");
        String token = issuer.token("me", String.join(" ", scopes(routes)));
        return """

            Cairn is up at %s
            Open that in a browser for the playground.
            Data: %s
            Try:  curl -H 'Authorization: Bearer %s' %s%s
            """.formatted(address, inMemory ? "in memory, gone when this ends" : data.root(), token, address, first);
    }

    private static LocalDeployment start(Settings settings, Opened opened) {
        // The lock comes first: whoever loses it must not have touched anything.
        DataFolder data = opened.add(settings.inMemory() ? DataFolder.temporary() : DataFolder.at(settings.data()));
        HttpServer server = Loopback.on(settings.port(), PATIENCE_FOR_THE_PORT);
        AutoCloseable unbind = () -> server.stop(0);
        opened.add(unbind);
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var issuer = new Issuer(
                address + "/local/issuer", AUDIENCE, data.kept("issuer.json", Issuer::newKeys), InstantSource.system());
        Map<String, String> parameters = Map.of("Issuer", issuer.name(), "Audience", AUDIENCE);
        var deployment = Deployment.read(settings.root(), new LocalValues(settings.region(), parameters, data));
        deployment.functions().forEach(FunctionDefinition::refuseUnbuilt);
        var arns = new Arns(settings.region());
        var control = new AccessControl(deployment, arns);
        AwsAccess access = settings.store().orElseGet(() -> engine(settings, data, opened));
        var tableEndpoint = opened.add(new TableEndpoint(access, control.gate(), arns));
        // Its address is part of the functions' environment; it answers when there is a bus, which needs
        // functions.
        var busEndpoint = opened.add(new BusEndpoint(control.gate(), arns));
        var functions = opened.add(new Functions(
                deployment.functions(),
                name -> control.accessOf(name, tableEndpoint.address()),
                busEndpoint.address(),
                data));
        Tables.ensure(deployment.tables(), access);

        int port = address.getPort();
        var clock = new TravellingClock(InstantSource.system());
        var background = new BackgroundParts(deployment, access, data, clock).open(functions, opened);
        busEndpoint.start(background.putEvents());
        var authorizer = new Authorizer(issuer.publicKeys(), InstantSource.system());
        var gateway = opened.add(new Gateway(deployment.api(), authorizer, clock, functions, port));
        List<Route> routes = deployment.api().routes();
        List<Path> archives =
                deployment.functions().stream().map(FunctionDefinition::code).toList();
        var machine = new MachineEndpoints(port, issuer, scopes(routes), clock, background, archives);
        opened.add(new Front(server, gateway, machine)).start();
        background.pump().start();
        if (settings.schedules()) {
            background.scheduler().start();
        }
        return new LocalDeployment(opened, address, data, issuer, routes, control);
    }

    private static AwsAccess engine(Settings settings, DataFolder data, Opened opened) {
        DynamoDbLocal engine = opened.add(
                settings.inMemory()
                        ? DynamoDbLocal.inMemory()
                        : DynamoDbLocal.at(data.root().resolve("dynamodb"), 0));
        return AwsAccess.toLocalEngine(engine.endpoint(), settings.region());
    }

    private static List<String> scopes(List<Route> routes) {
        return routes.stream()
                .flatMap(route -> route.authorization().stream())
                .map(Authorization::scopes)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
