package cairn.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/// A headless Chromium with a profile of its own, driven over WebDriver; the machine's own programs, for
/// nothing is ever downloaded. They are looked for on the `PATH`, or named in `CHROME_BIN` and
/// `CHROMEDRIVER`.
final class Browser implements AutoCloseable {
    private static final Optional<Path> CHROME =
            program("CHROME_BIN", "chromium", "chromium-browser", "google-chrome", "chrome");
    private static final Optional<Path> DRIVER = program("CHROMEDRIVER", "chromedriver");

    /// `Date` of every page, moved by so many milliseconds; timers are not.
    private static final String TRAVEL = """
        (() => {
          const Real = Date;
          const ahead = NOW - Real.now();
          globalThis.Date = class Date extends Real {
            constructor(...given) { given.length === 0 ? super(Real.now() + ahead) : super(...given); }
            static now() { return Real.now() + ahead; }
          };
        })();
        """;

    /// Held, or its level is forgotten. It warns of tools for this very version of the browser, which nobody uses here.
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    final ChromeDriver driver;
    private final Path profile;
    private final Map<String, String> media = new TreeMap<>();

    Browser() {
        try {
            profile = Files.createTempDirectory("cairn-browser");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.orElseThrow().toFile())
                        .build(),
                options());
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(90));
    }

    static boolean isThere() {
        return CHROME.isPresent() && DRIVER.isPresent();
    }

    private ChromeOptions options() {
        var options = new ChromeOptions();
        options.setBinary(CHROME.orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=en-US",
                "--user-data-dir=" + profile);
        return options;
    }

    Card open(String address) {
        driver.get(address);
        return new Card(driver);
    }

    /// The ten-line page, as that member.
    Card demo(String origin, String member) {
        return open(origin + "/demo.html?member=" + member);
    }

    /// The ten-line page in a tab of its own, which is in front now.
    Card demoInAnotherTab(String origin, String member) {
        driver.switchTo().newWindow(WindowType.TAB);
        return demo(origin, member);
    }

    /// What pages loaded from now on take for the present.
    void travelTo(Instant now) {
        beforePages(TRAVEL.replace("NOW", Long.toString(now.toEpochMilli())));
    }

    /// Runs in every page loaded from now on, before its own scripts.
    void beforePages(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    void zone(String zone) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
    }

    void offline(boolean offline) {
        network(offline, 0, -1);
    }

    /// As over a line on which a reply begins so many milliseconds after its request, and so many bytes come and go
    /// in a second.
    void slowed(int milliseconds, int bytes) {
        network(false, milliseconds, bytes);
    }

    private void network(boolean offline, int latency, int throughput) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        offline,
                        "latency",
                        latency,
                        "downloadThroughput",
                        throughput,
                        "uploadThroughput",
                        throughput));
    }

    /// A media feature that the person has set: `prefers-color-scheme`, say.
    void media(String feature, String value) {
        media.put(feature, value);
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        media.entrySet().stream()
                                .map(one -> Map.of("name", one.getKey(), "value", one.getValue()))
                                .toList()));
    }

    /// CSS pixels, as a phone of that size has them too.
    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException stillInUse) {
            profile.toFile().deleteOnExit();
        }
    }

    private static Optional<Path> program(String variable, String... names) {
        String named = System.getenv(variable);
        Stream<Path> onThePath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Arrays.stream(names).map(name -> Path.of(folder, name)));
        return (named == null ? onThePath : Stream.of(Path.of(named)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
