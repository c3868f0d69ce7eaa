package dev.plenum.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.Backend;
import dev.plenum.api.Backends;
import dev.plenum.predictor.Predictor;
import dev.plenum.serve.http.RawClient;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients and files do wrong, while others ask. */
@Timeout(300)
class FaultsTest {
  private static final String PREDICT = "/v1/models/shapes:predict";
  private static final int CONNECTIONS = Integer.getInteger("plenum.serve.connections", 500);
  private static final int REPLACEMENTS = Integer.getInteger("plenum.serve.replacements", 3);

  @TempDir
  Path folder;

  private static String ask(Client client) throws Exception {
    Client.Answer answer = client.post(PREDICT, "image/png", Samples.png(1));
    assertEquals(200, answer.status(), answer.text());
    return answer.json().path("predictions").toString();
  }

  @Test
  void everyAnswerIsThatOfTheOldModelOrTheNewOneWhileItsFileIsReplaced() throws Exception {
    Path file = folder.resolve("model.plenum");
    List<Path> files =
        List.of(Samples.model(folder.resolve("a"), 1), Samples.model(folder.resolve("b"), 2));
    Files.copy(files.get(0), file);
    try (ModelServer server = Samples.start(Samples.source("shapes", file))) {
      Client client = new Client(server);
      AtomicBoolean isOver = new AtomicBoolean();
      List<CompletableFuture<Set<String>>> clients = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        clients.add(CompletableFuture.supplyAsync(() -> answers(client, isOver)));
      }
      Set<String> expected = new TreeSet<>();
      expected.add(ask(client));
      for (int i = 1; i <= REPLACEMENTS; i++) {
        replace("shapes", file, files.get(i % 2), client);
        expected.add(ask(client));
      }
      isOver.set(true);
      assertEquals(2, expected.size());
      for (CompletableFuture<Set<String>> one : clients) {
        assertEquals(expected, one.get());
      }
    }
  }

  private static Set<String> answers(Client client, AtomicBoolean isOver) {
    Set<String> answers = new TreeSet<>();
    try {
      while (!isOver.get()) {
        answers.add(ask(client));
      }
    } catch (Exception e) {
      answers.add(e.toString());
    }
    return answers;
  }

  private static void replace(String model, Path file, Path next, Client client) throws Exception {
    String before = sha256(model, client);
    put(file, next);
    String now = before;
    while (now.equals(before)) {
      Thread.sleep(50);
      now = sha256(model, client);
    }
    assertNotEquals(before, now);
  }

  private static String sha256(String model, Client client) throws Exception {
    return client.get("/v1/models/" + model).json().path("sha256").textValue();
  }

  private static void put(Path file, Path next) throws IOException {
    Path copy = file.resolveSibling("new");
    Files.copy(next, copy, StandardCopyOption.REPLACE_EXISTING);
    Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
  }

  @Test
  @Timeout(60)
  void aFileThatTheMemoryIsTooSmallForLeavesItsModelInServiceAndOthersAreStillReplaced()
      throws Exception {
    Path first = Samples.model(folder.resolve("first.plenum"), 1);
    Path second = Samples.model(folder.resolve("second.plenum"), 2);
    Path other = Samples.model(folder.resolve("other.plenum"), 3);
    AtomicBoolean isFull = new AtomicBoolean();
    ModelSource source = new ModelSource("shapes", Predictor.of(first), backend(isFull));
    try (ModelServer server = Samples.start(source, Samples.source("second", second))) {
      Client client = new Client(server);
      String before = sha256("shapes", client);
      String answer = ask(client);
      isFull.set(true);
      put(first, other);
      replace("second", second, other, client);
      assertEquals(before, sha256("shapes", client));
      assertEquals(answer, ask(client));
    }
  }

  /** Pure Java, which makes no model any more when the memory is full. */
  private static Backend backend(AtomicBoolean isFull) {
    Backend backend = Backends.get("purejava");
    return (Backend) Proxy.newProxyInstance(
        FaultsTest.class.getClassLoader(),
        new Class<?>[] {Backend.class},
        (proxy, method, arguments) -> {
          if (isFull.get() && method.getName().equals("compile")) {
            throw new OutOfMemoryError("Java heap space");
          }
          return method.invoke(backend, arguments);
        });
  }

  @Test
  void idleHalfAndBrokenConnectionsKeepNobodyFromAnAnswer() throws Exception {
    Path file = Samples.model(folder.resolve("model.plenum"), 1);
    List<RawClient> connections = new ArrayList<>();
    try (ModelServer server = Samples.start(Samples.source("shapes", file))) {
      Client client = new Client(server);
      String expected = ask(client);
      for (int i = 0; i < CONNECTIONS; i++) {
        RawClient one = new RawClient(server.uri());
        connections.add(one);
        if (i % 3 == 1) {
          one.send(
              "POST " + PREDICT + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx");
        } else if (i % 3 == 2) {
          one.send("POST " + PREDICT + " HTTP/1.1\r\nHost: localhost\r\nContent-Le");
        }
        if (i % 10 == 9) {
          one.close();
        }
      }
      for (int i = 0; i < 50; i++) {
        assertEquals(expected, ask(client));
      }
    } finally {
      for (RawClient one : connections) {
        one.close();
      }
    }
  }

  @Test
  void whereTooManyPicturesWaitEachOfTheOthersIsToldToComeAgain() throws Exception {
    Path file = Samples.model(folder.resolve("model.plenum"), 1, 2000);
    ModelSource source = new ModelSource(
        "shapes", Predictor.of(file).queueSize(2).batchSize(1), Backends.get("purejava"));
    try (ModelServer server = Samples.start(source)) {
      Client client = new Client(server);
      List<CompletableFuture<Client.Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(client.postLater(PREDICT, "image/png", Samples.png(1)));
      }
      Map<Integer, Integer> statuses = new TreeMap<>();
      for (CompletableFuture<Client.Answer> one : answers) {
        Client.Answer answer = one.get();
        statuses.merge(answer.status(), 1, Integer::sum);
        if (answer.status() == 429) {
          assertEquals(
              "1", answer.response().headers().firstValue("Retry-After").get());
          assertTrue(answer.json().path("found").textValue().startsWith("2 pictures wait"));
        }
      }
      assertEquals(Set.of(200, 429), statuses.keySet(), statuses.toString());
    }
  }
}
