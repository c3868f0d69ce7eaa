package dev.plenum.serve.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A headless Chromium, led by W3C's WebDriver protocol through the chromedriver that comes with it
 * (Debian: {@code apt install chromium chromium-driver}). Tests are skipped where one of both is
 * missing.
 */
public final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<String> ARGUMENTS = List.of(
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-dev-shm-usage",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  private Browser(Process driver, URI address, Path profile, Path chromium)
      throws IOException, InterruptedException {
    this.driver = driver;
    List<String> arguments = Stream.concat(
            ARGUMENTS.stream(), Stream.of("--user-data-dir=" + profile.toAbsolutePath()))
        .toList();
    Map<String, Object> wanted = Map.of(
        "browserName",
        "chrome",
        "goog:loggingPrefs",
        Map.of("browser", "ALL"),
        "goog:chromeOptions",
        Map.of("binary", chromium.toString(), "args", arguments));
    JsonNode made = ask(address + "session", Map.of("capabilities", Map.of("alwaysMatch", wanted)));
    session = address + "session/" + made.required("sessionId").textValue();
  }

  /**
   * Starts one; skips the test where there is none.
   *
   * @param profile a new folder for what the browser keeps
   */
  public static Browser start(Path profile) throws IOException, InterruptedException {
    Optional<Path> chromium = program("chromium").or(() -> program("google-chrome"));
    Optional<Path> chromedriver = program("chromedriver");
    assumeTrue(chromium.isPresent(), "there is no chromium on this machine");
    assumeTrue(chromedriver.isPresent(), "there is no chromedriver on this machine");
    Process driver = new ProcessBuilder(chromedriver.orElseThrow().toString(), "--port=0")
        .redirectErrorStream(true)
        .start();
    try {
      return new Browser(driver, address(driver), profile, chromium.orElseThrow());
    } catch (IOException | RuntimeException | InterruptedException e) {
      driver.destroyForcibly();
      throw e;
    }
  }

  private static Optional<Path> program(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static URI address(Process driver) throws IOException {
    BufferedReader out = driver.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        return URI.create("http://127.0.0.1:%s/".formatted(port.group(1)));
      }
    }
    throw new IOException("chromedriver ended at once");
  }

  /** Opens a page. */
  public void open(URI page) throws IOException, InterruptedException {
    ask(session + "/url", Map.of("url", page.toString()));
  }

  /** What a piece of JavaScript returns, with these as {@code arguments}. */
  public JsonNode run(String script, Object... arguments) throws IOException, InterruptedException {
    return ask(session + "/execute/sync", Map.of("script", script, "args", List.of(arguments)));
  }

  /** Clicks what a CSS selector finds first, with a real pointer. */
  public void click(String selector) throws IOException, InterruptedException {
    ask(session + "/element/" + element(selector) + "/click", Map.of());
  }

  /** Types into what a CSS selector finds first. */
  public void type(String selector, String keys) throws IOException, InterruptedException {
    ask(session + "/element/" + element(selector) + "/value", Map.of("text", keys));
  }

  private String element(String selector) throws IOException, InterruptedException {
    JsonNode found = ask(session + "/element", Map.of("using", "css selector", "value", selector));
    return found.elements().next().textValue();
  }

  /** Real input events, see the protocol's {@code actions}. */
  public void act(List<Map<String, Object>> sources) throws IOException, InterruptedException {
    ask(session + "/actions", Map.of("actions", sources));
  }

  /** A command of Chromium's own protocol, such as {@code Emulation.setEmulatedMedia}. */
  public JsonNode command(String name, Map<String, Object> parameters)
      throws IOException, InterruptedException {
    return ask(session + "/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
  }

  /** Waits until JavaScript returns what is wished, and returns that. */
  public JsonNode await(String script, Predicate<JsonNode> wish)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    JsonNode last = run(script);
    while (!wish.test(last)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("'%s' is still %s".formatted(script, last));
      }
      Thread.sleep(100);
      last = run(script);
    }
    return last;
  }

  /** What pages complained of since the last call: errors of scripts, blocked requests. */
  public List<String> complaints() throws IOException, InterruptedException {
    JsonNode log = ask(session + "/se/log", Map.of("type", "browser"));
    return log.findValuesAsText("message");
  }

  /** What the window shows, as a PNG. */
  public byte[] screenshot() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(session + "/screenshot")).build();
    return Base64.getDecoder().decode(send(request).textValue());
  }

  private JsonNode ask(String address, Object body) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address))
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
        .build());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    JsonNode answer = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    JsonNode value = answer.path("value");
    if (value.has("error")) {
      throw new IOException(
          value.path("error").asText() + ": " + value.path("message").asText());
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    try {
      send(HttpRequest.newBuilder(URI.create(session)).DELETE().build());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      driver.destroy();
      driver.onExit().join();
    }
  }
}
