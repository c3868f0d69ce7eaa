package com.example.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backends;
import dev.plenum.api.Model;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import dev.plenum.persistence.JsonObject;
import dev.plenum.persistence.ModelFile;
import dev.plenum.persistence.Preprocessing;
import dev.plenum.persistence.SavedModel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service, by HTTP, with a model of initial weights. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApplicationTest {
  @TempDir
  static Path folder;

  @Value("${local.server.port}")
  int port;

  @DynamicPropertySource
  static void aModel(DynamicPropertyRegistry properties) throws IOException {
    Sequential network = Sequential.of(
        Shape.of(28, 28, 1), Flatten.instance(), Dense.of(2).activation(Activation.SOFTMAX));
    Path file = folder.resolve("model.plenum");
    try (Model model =
        Backends.get("purejava").compile(network, Sgd.defaults(), Seed.seed(1))) {
      ModelFile.write(
          file,
          SavedModel.of(
              model,
              Preprocessing.of(network.input()),
              List.of("circle", "square"),
              JsonObject.empty()));
    }
    properties.add("classifier.model", file::toString);
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private HttpResponse<String> upload(byte[] file) throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a\"\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(file);
    body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
    return send(request("/classify")
        .header("Content-Type", "multipart/form-data; boundary=x")
        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void picturesAreClassifiedAndCounted() throws Exception {
    HttpResponse<String> answer = upload(png());
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"className\":\"circle\""), answer.body());

    HttpResponse<String> refused = upload("no picture".getBytes(StandardCharsets.US_ASCII));
    assertEquals(415, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("expected a PNG"), refused.body());

    String metrics =
        send(request("/actuator/metrics/classifier.requests?tag=outcome:answered")).body();
    assertTrue(metrics.contains("\"value\":1.0"), metrics);
    assertEquals(200, send(request("/actuator/metrics/classifier.latency.p99")).statusCode());
  }
}
