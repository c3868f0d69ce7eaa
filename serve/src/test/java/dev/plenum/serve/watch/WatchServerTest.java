package dev.plenum.serve.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plenum.experiment.OtherProcess;
import dev.plenum.experiment.run.StoredRun;
import dev.plenum.persistence.TrainingInterruptedException;
import dev.plenum.serve.http.ServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class WatchServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MANY = 1_000_000;

  @TempDir
  private Path runs;

  private final HttpClient http = HttpClient.newHttpClient();
  private final LiveTrainings live = new LiveTrainings();
  private WatchServer server;

  @BeforeEach
  void start() throws IOException {
    server = WatchServer.start(ServerOptions.defaults(), runs, live);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(server.uri().resolve(path)).build(), BodyHandlers.ofString());
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> postStop(String id, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(
            server.uri().resolve("/api/runs/" + id + "/stop"))
        .POST(BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Asks again and again, until the answer is as wished. */
  private JsonNode await(String path, Predicate<JsonNode> wish)
      throws IOException, InterruptedException {
    while (true) {
      JsonNode answer = json(path);
      if (wish.test(answer)) {
        return answer;
      }
      Thread.sleep(50);
    }
  }

  private String awaitRunning(String name) throws IOException, InterruptedException {
    JsonNode all = await(
        "/api/runs", answer -> "running".equals(find(answer, name).path("state").asText()));
    return find(all, name).path("id").asText();
  }

  private static JsonNode find(JsonNode answer, String name) {
    for (JsonNode run : answer.path("runs")) {
      if (run.path("name").asText().equals(name)) {
        return run;
      }
    }
    return JSON.nullNode();
  }

  private static void assertInterrupted(CompletableFuture<StoredRun> training) {
    assertInstanceOf(
        TrainingInterruptedException.class,
        assertThrows(CompletionException.class, training::join).getCause());
  }

  @Test
  void aTrainingThatIsWatchedAndStoppedResumesToTheSameBits()
      throws IOException, InterruptedException {
    StoredRun undisturbed = Training.run(runs.resolve("undisturbed"), 20, new LiveTrainings());
    CompletableFuture<StoredRun> training = Training.start(runs.resolve("conv"), 20, live);
    String id = awaitRunning("conv");
    String pictures = "/api/runs/" + id + "/pictures";
    await(pictures, answer -> answer.has("samples") && answer.has("misclassified"));
    assertEquals(202, postStop(id).statusCode());
    assertInterrupted(training);
    await(
        "/api/runs",
        answer -> "stopped".equals(find(answer, "conv").path("state").asText()));
    StoredRun resumed = Training.run(runs.resolve("conv"), 20, live);
    assertEquals(
        undisturbed.record().outcome().weightsSha256(),
        resumed.record().outcome().weightsSha256());
    JsonNode finished = find(
        await(
            "/api/runs",
            answer -> "finished".equals(find(answer, "conv").path("state").asText())),
        "conv");
    assertEquals(
        resumed.record().outcome().test().accuracy(),
        finished.path("test").path("accuracy").asDouble());
    JsonNode history = json("/api/runs/" + id + "/history");
    assertEquals(20, history.path("epochs").size());
    for (String metric : new String[] {"loss", "val_accuracy", "learning_rate", "seconds"}) {
      assertEquals(20, history.path("values").path(metric).size(), metric);
    }
  }

  @Test
  void whatIsStoppedFromThePageEndsAtOnce() throws IOException, InterruptedException {
    CompletableFuture<StoredRun> training = Training.start(runs.resolve("a/conv"), MANY, live);
    String id = awaitRunning("a/conv");
    assertEquals(403, postStop(id, "Origin", "https://example.org").statusCode());
    assertEquals(404, postStop("77").statusCode());
    assertEquals(405, get("/api/runs/" + id + "/stop").statusCode());
    assertFalse(training.isDone());
    String own = server.uri().toString();
    assertEquals(202, postStop(id, "Origin", own.substring(0, own.length() - 1)).statusCode());
    assertInterrupted(training);
    await(
        "/api/runs",
        answer -> "stopped".equals(find(answer, "a/conv").path("state").asText()));
    assertTrue(Files.isDirectory(runs.resolve("a/conv/checkpoints")));
  }

  @Test
  void aFolderWhoseTrainingIsWatchedStaysClosedToOtherProcesses()
      throws IOException, InterruptedException {
    CompletableFuture<StoredRun> training = Training.start(runs.resolve("conv"), MANY, live);
    String id = awaitRunning("conv");
    String told = OtherProcess.resume(runs.resolve("conv"), "test");
    assertTrue(told.startsWith("another process is at work in the folder"), told);
    assertEquals(202, postStop(id).statusCode());
    assertInterrupted(training);
  }

  @Test
  void itsPicturesAreThoseOfTheBatchTheValidationAndTheFilters()
      throws IOException, InterruptedException {
    CompletableFuture<StoredRun> training = Training.start(runs.resolve("conv"), MANY, live);
    String id = awaitRunning("conv");
    JsonNode pictures = await(
        "/api/runs/" + id + "/pictures",
        answer -> answer.has("samples") && answer.has("misclassified"));
    JsonNode samples = pictures.path("samples");
    assertEquals(20, samples.path("images").size()); // the whole batch
    byte[] pixels =
        Base64.getDecoder().decode(samples.path("images").path(0).path("pixels").asText());
    assertEquals(samples.path("height").asInt() * samples.path("width").asInt(), pixels.length);
    JsonNode filters = pictures.path("filters");
    assertEquals(10, filters.path("images").size());
    assertEquals(5, filters.path("height").asInt());
    assertTrue(filters.path("largest").asDouble() > 0);
    JsonNode wrong = pictures.path("misclassified");
    assertTrue(wrong.path("wrong").asInt() <= wrong.path("of").asInt());
    for (JsonNode image : wrong.path("images")) {
      assertFalse(image.path("label").equals(image.path("prediction")), image.toString());
    }
    assertEquals(202, postStop(id).statusCode());
    assertInterrupted(training);
  }

  @Test
  void aPageIsToldOfEachEpochAndOfTheEnd() throws IOException, InterruptedException {
    CompletableFuture<StoredRun> training = Training.start(runs.resolve("conv"), MANY, live);
    String id = awaitRunning("conv");
    HttpResponse<InputStream> stream = http.send(
        HttpRequest.newBuilder(server.uri().resolve("/api/events")).build(),
        BodyHandlers.ofInputStream());
    assertEquals(
        "text/event-stream", stream.headers().firstValue("Content-Type").orElseThrow());
    try (BufferedReader events =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      JsonNode all = next(events, "all");
      assertEquals("running", find(all, "conv").path("state").asText());
      int before = find(all, "conv").path("done").asInt();
      JsonNode change = next(events, "change");
      while (find(change, "conv").path("done").asInt() <= before) {
        change = next(events, "change");
      }
      assertEquals(202, postStop(id).statusCode());
      assertInterrupted(training);
      server.close();
      JsonNode last = next(events, "change");
      while (!"stopped".equals(find(last, "conv").path("state").asText())) {
        last = next(events, "change");
      }
      next(events, "end");
    }
  }

  private static JsonNode next(BufferedReader events, String name) throws IOException {
    String event = "";
    for (String line = events.readLine(); line != null; line = events.readLine()) {
      if (line.startsWith("event: ")) {
        event = line.substring(7);
      } else if (line.startsWith("data: ") && event.equals(name)) {
        return JSON.readTree(line.substring(6));
      }
    }
    throw new AssertionError("there was no event " + name);
  }

  @Test
  void ofATrainingOfAnotherProcessThereAreCurvesButNoPictures()
      throws IOException, InterruptedException {
    Training.run(runs.resolve("elsewhere"), 3, new LiveTrainings());
    JsonNode run = find(json("/api/runs"), "elsewhere");
    assertEquals("finished", run.path("state").asText());
    assertFalse(run.path("live").asBoolean());
    String id = run.path("id").asText();
    assertEquals(3, json("/api/runs/" + id + "/history").path("epochs").size());
    assertEquals(404, get("/api/runs/" + id + "/pictures").statusCode());
    assertEquals(409, postStop(id).statusCode());
    Files.writeString(runs.resolve("elsewhere/run.json"), "{");
    JsonNode damaged = await(
        "/api/runs",
        answer -> "damaged".equals(find(answer, "elsewhere").path("state").asText()));
    assertTrue(find(damaged, "elsewhere").path("problem").asText().contains("run.json"));
  }

  @Test
  void thePageLoadsNothingFromElsewhere() throws IOException, InterruptedException {
    HttpResponse<String> page = get("/");
    assertEquals(200, page.statusCode());
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.startsWith("default-src 'none'; script-src 'self'"), policy);
    for (String file : new String[] {
      "watch.css",
      "watch.js",
      "chart.js",
      "parts.js",
      "curves.js",
      "axis.js",
      "list.js",
      "pictures.js",
      "format.js",
      "icon.svg"
    }) {
      HttpResponse<String> answer = get("/" + file);
      assertEquals(200, answer.statusCode(), file);
      assertFalse(answer.body().replace("http://www.w3.org/2000/svg", "").contains("http"), file);
    }
    HttpResponse<String> foreign = http.send(
        HttpRequest.newBuilder(URI.create(server.uri() + "nothing")).build(),
        BodyHandlers.ofString());
    assertEquals(404, foreign.statusCode());
  }
}
