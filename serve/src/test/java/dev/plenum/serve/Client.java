package dev.plenum.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Asks a server. */
record Client(ModelServer server) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer. */
  record Answer(int status, String type, HttpResponse<byte[]> response) {
    JsonNode json() throws IOException {
      return JSON.readTree(response.body());
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }
  }

  Answer get(String path) throws Exception {
    return answer(HTTP.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  Answer post(String path, String type, byte[] body) throws Exception {
    return postLater(path, type, body).get();
  }

  CompletableFuture<Answer> postLater(String path, String type, byte[] body) {
    return HTTP.sendAsync(
            HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(Client::answer);
  }

  private URI uri(String path) {
    return server.uri().resolve(path);
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    return new Answer(
        response.statusCode(), response.headers().firstValue("Content-Type").orElse(""), response);
  }
}
