package dev.plenum.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.app.RunningChild;
import dev.plenum.experiment.TinyMnist;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir
  Path folder;

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static HttpResponse<String> post(int port, String path, byte[] body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aTrainedModelClassifiesOverHttpUntilItIsStopped() throws Exception {
    TinyMnist.write(folder.resolve("data"));
    App.Result trained = App.run(
        folder,
        "train",
        "--dataset=mnist",
        "--data-dir=data",
        "--network=dense",
        "--epochs=1",
        "--out=run");
    assertEquals(0, trained.exitCode(), trained.err());
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY), "png", picture);
    int port = freePort();
    try (RunningChild server = ChildJvm.start(
        folder,
        List.of(),
        "serve",
        "tiny=run/model.plenum",
        "again=run/model.plenum",
        "--listen=" + port,
        "--max-bytes=1000")) {
      server.awaitLine("Serving at http://localhost:" + port + "/");

      HttpResponse<String> answer = post(port, "/v1/models/tiny:predict", picture.toByteArray());
      assertEquals(200, answer.statusCode(), answer.body());
      assertTrue(
          answer.body().startsWith("{\"model\":\"tiny\",\"predictions\":[{\"class\":"),
          answer.body());
      assertEquals(413, post(port, "/v1/models/again:predict", new byte[1001]).statusCode());

      server.process().destroy(); // as SIGTERM does
      assertTrue(server.process().waitFor(30, TimeUnit.SECONDS));
      assertEquals(List.of(), server.remainingLines());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none.plenum|there is no model file none.plenum",
        "plenum.conf --host 0.0.0.0|a token is needed",
        "plenum.conf --host 0.0.0.0 --token short|the token has 5 characters",
        "plenum.conf --listen 70000|the port is 70000",
        "plenum.conf --queue 0|queue",
        "'a/b=plenum.conf'|there is no model file a/b=plenum.conf",
      })
  void whatCannotBeServedIsRefusedWithWhatToDo(String arguments, String message) throws Exception {
    Files.writeString(folder.resolve("plenum.conf"), "");
    App.Result refused = App.run(folder, ("serve " + arguments).split(" "));
    assertEquals(2, refused.exitCode(), refused.err());
    assertTrue(refused.err().contains(message), refused.err());
  }
}
