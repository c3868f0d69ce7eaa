package dev.plenum.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plenum.api.Backends;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.predictor.Predictor;
import dev.plenum.predictor.PredictorOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ModelServerTest {
  private static final String PREDICT = "/v1/models/shapes:predict";
  private static final byte[] NO_PICTURE = "GIF, they said".getBytes(StandardCharsets.US_ASCII);

  @TempDir
  Path folder;

  private ModelServer server;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    server = Samples.start(
        Samples.source("shapes", Samples.model(folder.resolve("model.plenum"), 1)),
        Samples.source("many", Samples.committee(folder.resolve("committee.plenum"), 1, 2, 3)));
    client = new Client(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** What the model says if nobody is in between. */
  private static void assertSame(JsonNode prediction, Path file, byte[] picture) throws Exception {
    try (Predictor predictor = Predictor.of(file).open(Backends.get("purejava"))) {
      dev.plenum.predictor.Answer answer = predictor.classify(picture);
      assertEquals(answer.best().className(), prediction.path("class").textValue());
      for (String name : Samples.CLASSES) {
        assertEquals(
            answer.probability(name),
            prediction.path("probabilities").path(name).floatValue());
      }
    }
  }

  @Test
  void aPictureIsClassifiedAsThePredictorDoesIt() throws Exception {
    Client.Answer answer = client.post(PREDICT, "image/png", Samples.png(1));

    assertEquals(200, answer.status(), answer.text());
    assertEquals("application/json", answer.type());
    assertEquals("shapes", answer.json().path("model").textValue());
    assertEquals(1, answer.json().path("predictions").size());
    assertSame(
        answer.json().path("predictions").path(0), folder.resolve("model.plenum"), Samples.png(1));
  }

  @Test
  void severalPicturesComeAsAFormOrInBase64EachWithItsOwnAnswerOrError() throws Exception {
    String boundary = "b0undary";
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    List<byte[]> pictures = List.of(Samples.png(1), NO_PICTURE, Samples.png(2));
    for (byte[] picture : pictures) {
      String head = String.join(
          "\r\n",
          "--" + boundary,
          "Content-Disposition: form-data; name=\"picture\"; filename=\"a.png\"",
          "Content-Type: image/png",
          "",
          "");
      form.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
      form.writeBytes(picture);
      form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    form.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    String json = "{\"instances\": [{\"b64\": \"%s\"}, {\"b64\": \"%s\"}, \"%s\"]}"
        .formatted(pictures.stream().map(Base64.getEncoder()::encodeToString).toArray());
    Map<String, byte[]> requests = Map.of(
        "multipart/form-data; boundary=" + boundary,
        form.toByteArray(),
        "application/json",
        json.getBytes(StandardCharsets.US_ASCII));
    for (Map.Entry<String, byte[]> request : requests.entrySet()) {
      Client.Answer answer = client.post(PREDICT, request.getKey(), request.getValue());

      assertEquals(200, answer.status(), answer.text());
      JsonNode predictions = answer.json().path("predictions");
      assertEquals(3, predictions.size());
      assertSame(predictions.path(0), folder.resolve("model.plenum"), pictures.get(0));
      assertEquals(400, predictions.path(1).path("error").path("status").intValue());
      assertSame(predictions.path(2), folder.resolve("model.plenum"), pictures.get(2));
    }
  }

  @Test
  void aCommitteeTellsVotesAndWhatWasSeenIfAsked() throws Exception {
    Client.Answer answer =
        client.post("/v1/models/many:predict?votes=true&seen=true", "image/png", Samples.png(1));

    JsonNode prediction = answer.json().path("predictions").path(0);
    assertSame(prediction, folder.resolve("committee.plenum"), Samples.png(1));
    assertEquals(3, prediction.path("votes").size());
    assertSame(
        client
            .post(PREDICT, "image/png", Samples.png(1))
            .json()
            .path("predictions")
            .path(0),
        folder.resolve("model.plenum"),
        Samples.png(1));
    assertEquals(144, prediction.path("seen").path("pixels").binaryValue().length);
    assertEquals(12, prediction.path("seen").path("width").intValue());
  }

  @Test
  void aRequestMayWishAnotherPreparation() throws Exception {
    JsonNode usual = client
        .post(PREDICT + "?seen=true&prepare=bilinear", "image/png", Samples.png(1))
        .json();
    assertSame(usual.path("predictions").path(0), folder.resolve("model.plenum"), Samples.png(1));
    byte[] wide = Bomb.png(100, 300);
    assertEquals(
        200, client.post(PREDICT + "?prepare=area,pad", "image/png", wide).status());
    assertProblem(400, "prepare=wash", client.post(PREDICT + "?prepare=wash", "image/png", wide));
    assertProblem(
        400, "a whole file", client.post(PREDICT + "?prepare=pad", "image/png", NO_PICTURE));
    byte[] huge = Bomb.png(5000, 5000);
    assertProblem(413, "5000 x 5000", client.post(PREDICT + "?prepare=pad", "image/png", huge));
  }

  @Test
  void whatARequestPreparesItselfIsNeitherPreparedAsUsualNorInverted() throws Exception {
    Path file = folder.resolve("model.plenum");
    Path digits =
        Samples.model(folder.resolve("digits"), Preprocessing.of(Shape.of(12, 12, 1), "digit"));
    byte[] plain = seen(server, "shapes", "");
    for (PredictorOptions options : List.of(
        Predictor.of(file).inverted(), Predictor.of(file).prepareDigit(), Predictor.of(digits))) {
      ModelSource source = new ModelSource("other", options, Backends.get("purejava"));
      try (ModelServer other = Samples.start(source)) {
        assertFalse(Arrays.equals(plain, seen(other, "other", "")), options.toString());
        assertArrayEquals(plain, seen(other, "other", "&prepare=bilinear"), options.toString());
      }
    }
    assertArrayEquals(
        seen(server, "shapes", "&prepare=digit"),
        seen(server, "many", "&prepare=digit"),
        "the digit search is the same for all");
  }

  private static byte[] seen(ModelServer server, String model, String more) throws Exception {
    Client.Answer answer = new Client(server)
        .post("/v1/models/" + model + ":predict?seen=true" + more, "image/png", Samples.png(1));
    assertEquals(200, answer.status(), answer.text());
    return answer.json().path("predictions").path(0).path("seen").path("pixels").binaryValue();
  }

  @Test
  void theInputOfAModelThatSeesWindowsIsThePictureThatTheyAreCutFrom() throws Exception {
    Path file = Samples.model(
        folder.resolve("window"),
        Preprocessing.of(Shape.of(12, 12, 1)).windowOf(Shape.of(16, 18, 1)));
    ModelSource source =
        new ModelSource("window", Predictor.of(file).inverted(), Backends.get("purejava"));
    try (ModelServer other = Samples.start(source)) {
      JsonNode window = new Client(other).get("/v1/models/window").json();
      assertEquals(
          "{\"height\":16,\"width\":18,\"channels\":1}", window.path("input").toString());
      assertTrue(window.path("inverted").booleanValue());
      assertEquals(144, seen(other, "window", "").length);
    }
  }

  @Test
  void modelsTellWhatTheyAre() throws Exception {
    JsonNode models = client.get("/v1/models").json().path("models");
    assertEquals(2, models.size());
    JsonNode many = client.get("/v1/models/many").json();
    assertEquals(models.path(1), many);
    assertEquals(3, many.path("members").intValue());
    assertEquals("[\"circle\",\"square\",\"star\"]", many.path("classes").toString());
    assertEquals(
        "{\"height\":12,\"width\":12,\"channels\":1}", many.path("input").toString());
    assertFalse(many.path("inverted").booleanValue());
    assertEquals("purejava", many.path("backend").textValue());
    assertEquals(64, many.path("sha256").textValue().length());
  }

  @Test
  void eachErrorSaysWhatWasFoundAndWhatToDo() throws Exception {
    assertProblem(404, "'none'", client.post("/v1/models/none:predict", "image/png", NO_PICTURE));
    assertProblem(404, "use one of shapes, many", client.get("/v1/models/none"));
    assertProblem(405, "use POST", client.get(PREDICT));
    assertProblem(400, "PNG or JPEG", client.post(PREDICT, "image/png", NO_PICTURE));
    assertProblem(400, "an empty body", client.post(PREDICT, "image/png", new byte[0]));
    assertProblem(
        415, "Content-Type", client.post(PREDICT, "application/x-www-form-urlencoded", NO_PICTURE));
    assertProblem(
        400,
        "instances",
        client.post(PREDICT, "application/json", "{}".getBytes(StandardCharsets.US_ASCII)));
    assertProblem(
        400,
        "base64",
        client.post(
            PREDICT,
            "application/json",
            "{\"instances\":[\"ä\"]}".getBytes(StandardCharsets.UTF_8)));
    assertProblem(
        400,
        "base64",
        client.post(
            PREDICT, "application/json", "{\"instances\":[".getBytes(StandardCharsets.US_ASCII)));
    assertProblem(
        400,
        "multipart/form-data",
        client.post(PREDICT, "multipart/form-data; boundary=x", NO_PICTURE));
    assertProblem(
        400, "multipart/form-data", client.post(PREDICT, "multipart/form-data", NO_PICTURE));
    assertProblem(
        400, "votes=perhaps", client.post(PREDICT + "?votes=perhaps", "image/png", Samples.png(1)));
    assertProblem(413, "10,485,760", client.post(PREDICT, "image/png", new byte[11 << 20]));
    String many = "{\"instances\":[" + "\"\",".repeat(256) + "\"\"]}";
    assertProblem(
        413,
        "257 pictures",
        client.post(PREDICT, "application/json", many.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void assertProblem(int status, String text, Client.Answer answer)
      throws Exception {
    assertEquals(status, answer.status(), answer.text());
    assertEquals("application/problem+json", answer.type());
    JsonNode problem = answer.json();
    assertEquals(status, problem.path("status").intValue());
    for (String field : List.of("title", "found", "remedy")) {
      assertTrue(problem.path(field).textValue().length() > 2, answer.text());
    }
    assertTrue(answer.text().contains(text), answer.text());
  }

  @Test
  void aPictureThatUnpacksToTooMuchIsRefused() throws Exception {
    byte[] bomb = Bomb.png(10_000, 10_000);
    assertTrue(bomb.length < 200_000, bomb.length + " bytes");
    assertProblem(413, "10000 x 10000", client.post(PREDICT, "image/png", bomb));
  }

  @Test
  void eachPathOfTheDocumentAnswers() throws Exception {
    Client.Answer document = client.get("/openapi.json");
    assertEquals("application/json", document.type());
    JsonNode paths = document.json().path("paths");
    int asked = 0;
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      String at = path.getKey().replace("{name}", "shapes");
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        Client.Answer answer = method.getKey().equals("get")
            ? client.get(at)
            : client.post(at, "image/png", Samples.png(1));
        assertEquals(200, answer.status(), path.getKey());
        String type = method
            .getValue()
            .path("responses")
            .path("200")
            .path("content")
            .fieldNames()
            .next();
        assertTrue(answer.type().startsWith(type), path.getKey() + ": " + answer.type());
        asked++;
      }
    }
    assertEquals(7, asked);
  }

  @Test
  void metricsCountRequestsPicturesAndMemory() throws Exception {
    client.post(PREDICT, "image/png", Samples.png(1));
    client.post(PREDICT, "image/png", NO_PICTURE);
    String metrics = "";
    for (int i = 0; i < 50 && !metrics.contains("status=\"400\""); i++) {
      Thread.sleep(20); // a request is counted when its answer is sent
      metrics = client.get("/metrics").text();
    }
    for (String line : List.of(
        "http_server_requests_seconds_count{status=\"200\",uri=\"/v1/models/{name}:predict\"} 1",
        "http_server_requests_seconds_count{status=\"400\",uri=\"/v1/models/{name}:predict\"} 1",
        "http_server_requests_seconds_bucket{status=\"200\",uri=\"/v1/models/{name}:predict\",le=\"1.0\"}"
            + " 1",
        "plenum_pictures_total{model=\"shapes\",outcome=\"answered\"} 1.0",
        "plenum_pictures_total{model=\"shapes\",outcome=\"refused\"} 1.0",
        "plenum_queue{model=\"many\"} 0.0",
        "jvm_memory_used_bytes{area=\"heap\"")) {
      assertTrue(metrics.contains(line), line + " is not in\n" + metrics);
    }
  }

  @Test
  void aChangedFileIsServedAndADamagedOneIsNot() throws Exception {
    Path file = folder.resolve("model.plenum");
    String first = client.get("/v1/models/shapes").json().path("sha256").textValue();
    Files.write(file, NO_PICTURE);
    Thread.sleep(3500);
    assertEquals(first, client.get("/v1/models/shapes").json().path("sha256").textValue());
    assertEquals(200, client.post(PREDICT, "image/png", Samples.png(1)).status());

    Samples.model(folder.resolve("other.plenum"), 5);
    Files.move(folder.resolve("other.plenum"), file, StandardCopyOption.REPLACE_EXISTING);
    for (int i = 0; i < 100; i++) {
      if (!first.equals(client.get("/v1/models/shapes").json().path("sha256").textValue())) {
        break;
      }
      Thread.sleep(100);
    }
    assertSame(
        client
            .post(PREDICT, "image/png", Samples.png(1))
            .json()
            .path("predictions")
            .path(0),
        file,
        Samples.png(1));
  }

  @Test
  void twoModelsCannotHaveOneName() throws Exception {
    ModelSource source = Samples.source("shapes", folder.resolve("model.plenum"));
    assertThrows(IllegalArgumentException.class, () -> Samples.start(source, source));
    assertThrows(
        IllegalArgumentException.class,
        () -> Samples.source("a/b", folder.resolve("model.plenum")));
  }
}
