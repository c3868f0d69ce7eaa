package dev.plenum.serve.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class LocalServerTest {
  private static final String TOKEN = "a-token-of-a-test";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CompletableFuture<Reply> later = new CompletableFuture<>();
  private final CompletableFuture<EventStream> stream = new CompletableFuture<>();

  private final Routes routes = Routes.none()
      .files(LocalServerTest.class, "page")
      .get("/health", call -> Reply.json(Map.of("live", true)))
      .get("/runs/{name}", call -> Reply.json(Map.of("run", call.parameter())))
      .get("/broken", call -> {
        throw new IllegalStateException("a secret");
      })
      .post("/echo", call -> Reply.text("text/plain", call.body().length + " bytes"))
      .postLater("/later", call -> {
        begun.countDown();
        return later;
      })
      .events("/events", (call, events) -> {
        events.send("state", Map.of("n", 0));
        stream.complete(events);
      });

  private LocalServer start(Limits limits) throws IOException {
    return LocalServer.start(
        ServerOptions.defaults().withLimits(limits.withStop(Duration.ofSeconds(2))), routes);
  }

  private static HttpResponse<String> get(LocalServer server, String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(server.uri().resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(
      LocalServer server, String path, byte[] body, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path))
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void pagesComeFromTheJarAndLoadNothingFromElsewhere() throws Exception {
    try (LocalServer server = start(Limits.defaults())) {
      HttpResponse<String> page = get(server, "/");

      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("Page"));
      assertEquals(
          "text/html; charset=utf-8", page.headers().firstValue("Content-Type").get());
      assertTrue(page.headers()
          .firstValue("Content-Security-Policy")
          .get()
          .startsWith("default-src 'none'; script-src 'self';"));
      assertEquals(
          "nosniff", page.headers().firstValue("X-Content-Type-Options").get());
      assertTrue(page.headers().firstValue("Server").isEmpty());
    }
  }

  @Test
  void filesOutsideThePageAreNotFound() throws Exception {
    try (LocalServer server = start(Limits.defaults())) {
      for (String path : List.of(
          "/LocalServerTest.class",
          "/page/index.html",
          "/..%2f..%2findex.html",
          "/%2e%2e/index.html")) {
        int status = get(server, path).statusCode();
        assertTrue(
            status == 404 || status == 400 || "/%2e%2e/index.html".equals(path),
            path + " " + status);
      }
    }
  }

  @Test
  void whatIsAtNoPathIsToldWithThePathsThatThereAre() throws Exception {
    try (LocalServer server = start(Limits.defaults())) {
      HttpResponse<String> none = get(server, "/runs/1/x");
      assertEquals(404, none.statusCode());
      assertEquals(
          "application/problem+json", none.headers().firstValue("Content-Type").get());
      assertTrue(none.body().contains("\"found\":\"/runs/1/x\""), none.body());
      assertTrue(none.body().contains("GET /runs/{name}"), none.body());

      HttpResponse<String> method = get(server, "/echo");
      assertEquals(405, method.statusCode());
      assertEquals("POST", method.headers().firstValue("Allow").get());

      assertEquals("{\"run\":\"7.x\"}", get(server, "/runs/7.x").body());
    }
  }

  @Test
  void anErrorOfTheServerTellsNothingOfItself() throws Exception {
    try (LocalServer server = start(Limits.defaults())) {
      HttpResponse<String> broken = get(server, "/broken");
      assertEquals(500, broken.statusCode());
      assertFalse(broken.body().contains("secret"), broken.body());
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedWithItsSizeAndTheLimit() throws Exception {
    try (LocalServer server = start(Limits.defaults().withBodyBytes(100_000))) {
      assertEquals("100000 bytes", post(server, "/echo", new byte[100_000]).body());

      HttpResponse<String> large = post(server, "/echo", new byte[100_001]);
      assertEquals(413, large.statusCode());
      assertTrue(large.body().contains("100,001 bytes"), large.body());
      assertTrue(large.body().contains("100,000 bytes at once"), large.body());
    }
  }

  @Test
  void aConnectionOnWhichABodyWasLeftUnreadIsAnnouncedToClose() throws Exception {
    try (LocalServer server = start(Limits.defaults().withHeldBytes(50_000));
        RawClient client = new RawClient(server.uri())) {
      client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n");
      client.send("x".repeat(60_000));
      String answer = client.until("\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
      assertTrue(answer.contains("Connection: close"), answer);
    }
  }

  @Test
  void allBodiesTogetherAreBounded() throws Exception {
    try (LocalServer server = start(Limits.defaults().withHeldBytes(50_000))) {
      assertEquals(503, post(server, "/echo", new byte[60_000]).statusCode());
      assertEquals(
          "1",
          post(server, "/echo", new byte[60_000])
              .headers()
              .firstValue("Retry-After")
              .get());
      for (int i = 0; i < 20; i++) { // what a request took is given back
        assertEquals(200, post(server, "/echo", new byte[20_000]).statusCode());
      }
    }
  }

  @Test
  void pagesOfOtherSitesCanNeitherReadNorSend() throws Exception {
    try (LocalServer server = start(Limits.defaults());
        RawClient rebound = new RawClient(server.uri())) {
      rebound.send("GET /runs/1 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
      String answer = rebound.rest();
      assertTrue(answer.startsWith("HTTP/1.1 421"), answer);

      assertEquals(
          403,
          post(server, "/echo", new byte[1], "Origin", "https://evil.example").statusCode());
      String own = "http://localhost:" + server.uri().getPort();
      assertEquals(200, post(server, "/echo", new byte[1], "Origin", own).statusCode());
    }
  }

  @Test
  void withATokenOnlyPagesAndHealthAreOpen() throws Exception {
    ServerOptions options =
        new ServerOptions("127.0.0.1", 0, Optional.of(TOKEN), Limits.defaults());
    try (LocalServer server = LocalServer.start(options, routes)) {
      assertEquals(200, get(server, "/").statusCode());
      assertEquals(200, get(server, "/health").statusCode());
      HttpResponse<String> refused = get(server, "/runs/1");
      assertEquals(401, refused.statusCode());
      assertEquals("Bearer", refused.headers().firstValue("WWW-Authenticate").get());
      assertEquals(
          401, post(server, "/echo", new byte[1], "Authorization", "Bearer x").statusCode());
      assertEquals(
          200,
          post(server, "/echo", new byte[1], "Authorization", "Bearer " + TOKEN).statusCode());
    }
  }

  @Test
  void otherMachinesNeedAToken() {
    IllegalArgumentException refused = assertThrows(
        IllegalArgumentException.class,
        () -> new ServerOptions("0.0.0.0", 0, Optional.empty(), Limits.defaults()));
    assertTrue(refused.toString().contains("a token is needed"), refused.toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> new ServerOptions("0.0.0.0", 0, Optional.of("short"), Limits.defaults()));
  }

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (LocalServer server = start(Limits.defaults())) {
      int port = server.uri().getPort();
      IOException refused = assertThrows(
          IOException.class,
          () -> LocalServer.start(ServerOptions.defaults().withPort(port), routes));
      assertTrue(refused.toString().contains("port " + port), refused.toString());
    }
  }

  @Test
  void whatIsNoHttpIsToldSo() throws Exception {
    try (LocalServer server = start(Limits.defaults());
        RawClient client = new RawClient(server.uri());
        RawClient long1 = new RawClient(server.uri())) {
      client.send("hello\r\n\r\n");
      assertTrue(client.rest().startsWith("HTTP/1.1 400"));
      long1.send("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      String answer = long1.rest();
      assertTrue(answer.startsWith("HTTP/1.1 414"), answer);
      assertTrue(answer.contains("\"remedy\""), answer);
    }
  }

  @Test
  void clientsThatAreSlowOrStopHalfwayAreCutOff() throws Exception {
    Limits limits =
        Limits.defaults().withArrival(Duration.ofMillis(500)).withIdle(Duration.ofSeconds(2));
    try (LocalServer server = start(limits);
        RawClient half = new RawClient(server.uri());
        RawClient idle = new RawClient(server.uri());
        RawClient trickle = new RawClient(server.uri())) {
      half.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n12345");
      String late = half.rest();
      assertTrue(late.startsWith("HTTP/1.1 408"), late);
      assertTrue(late.contains("5 bytes in 500 ms"), late);
      trickle.send("GET /health HTTP/1.1\r\n");
      long begin = System.nanoTime();
      assertThrows(IOException.class, () -> {
        while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(8)) {
          trickle.send("X");
          Thread.sleep(100);
        }
      });
      assertEquals("", idle.rest());
      assertEquals(200, get(server, "/health").statusCode());
    }
  }

  @Test
  void eventsComeAsTheyHappenAndEndWithTheServer() throws Exception {
    try (LocalServer server = start(Limits.defaults());
        RawClient client = new RawClient(server.uri())) {
      client.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertTrue(client.until("data: {\"n\":0}").contains("text/event-stream"));
      EventStream events = stream.get();
      assertTrue(events.send("epoch", Map.of("loss", 0.5)));
      String told = client.until("{\"loss\":0.5}");
      assertTrue(told.contains("event: epoch\ndata: "), told);
      CompletableFuture<Void> closed = new CompletableFuture<>();
      events.onClose(() -> closed.complete(null));
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
      closed.get(5, TimeUnit.SECONDS);
      assertFalse(events.send("epoch", Map.of()));
      client.rest();
      stopped.get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void aListenerWhoLeavesIsNoticed() throws Exception {
    try (LocalServer server = start(Limits.defaults())) {
      RawClient client = new RawClient(server.uri());
      client.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
      client.until("data: {\"n\":0}");
      client.close();
      EventStream events = stream.get();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
      while (events.send("tick", Map.of()) && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      assertFalse(events.isOpen());
    }
  }

  @Test
  void requestsInFlightAreAnsweredWhenItStops() throws Exception {
    LocalServer server = start(Limits.defaults());
    CompletableFuture<HttpResponse<String>> answer = CLIENT.sendAsync(
        HttpRequest.newBuilder(server.uri().resolve("/later"))
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
    begun.await();
    CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
    Thread.sleep(200);
    assertFalse(stop.isDone());
    later.complete(Reply.text("text/plain", "late"));
    assertEquals("late", answer.get(5, TimeUnit.SECONDS).body());
    stop.get(5, TimeUnit.SECONDS);
    assertThrows(IOException.class, () -> get(server, "/health"));
  }
}
