package com.example.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plenum.api.Backends;
import dev.plenum.predictor.PictureRefusedException;
import dev.plenum.predictor.Predictor;
import dev.plenum.predictor.QueueFullException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Classifies the picture in a request's body: {@code curl --data-binary @7.png localhost:8080/classify}. */
public final class Main {
  public static void main(String[] args) throws IOException {
    Predictor predictor = Predictor.of(Path.of(args[0])).open(Backends.get("purejava"));
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.createContext("/classify", exchange -> answer(exchange, predictor));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      server.stop(1);
      predictor.close();
    }));
    server.start();
    System.out.println("Listening on http://localhost:" + server.getAddress().getPort() + "/classify");
  }

  private static void answer(HttpExchange exchange, Predictor predictor) throws IOException {
    try {
      String lines = predictor.classify(exchange.getRequestBody()).ranking().stream()
          .map(ranked -> ranked.className() + "\t" + ranked.probability() + "\n")
          .collect(Collectors.joining());
      send(exchange, 200, lines);
    } catch (PictureRefusedException e) {
      boolean isNone = e.reason() == PictureRefusedException.Reason.NO_PICTURE;
      send(exchange, isNone ? 400 : 413, e.getMessage() + "\n");
    } catch (QueueFullException e) {
      send(exchange, 429, e.getMessage() + "\n");
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
