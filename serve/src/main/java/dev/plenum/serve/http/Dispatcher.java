package dev.plenum.serve.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Brings each request to what answers it. */
final class Dispatcher extends Handler.Abstract {
  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());
  private static final String HEALTH = "/health";

  private final Routes routes;
  private final Guard guard;
  private final Limits limits;
  private final MemoryBudget budget;
  private final EventStreams streams;
  private final Observer observer;

  Dispatcher(Routes routes, ServerOptions options, EventStreams streams, Observer observer) {
    this.routes = routes;
    this.guard = new Guard(options);
    this.limits = options.limits();
    this.budget = new MemoryBudget(limits.heldBytes());
    this.streams = streams;
    this.observer = observer;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    SecurityHeaders.addTo(response.getHeaders());
    String path = Request.getPathInContext(request);
    List<Routes.Match> there = routes.at(path);
    String method = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
    Optional<Routes.Match> match =
        there.stream().filter(one -> one.route().method().equals(method)).findFirst();
    observe(request, response, match.map(one -> one.route().path().text()).orElse(""));
    try {
      refuse(guard.site(request));
      Optional<Reply> file = "GET".equals(method) ? routes.file(path) : Optional.empty();
      if (file.isPresent()) {
        send(file.get(), response, callback);
        return true;
      }
      if (!HEALTH.equals(path)) {
        refuse(guard.token(request));
      }
      answer(
          match.orElseThrow(() -> noRoute(request, response, path, there, routes.paths())),
          request,
          response,
          callback);
    } catch (IOException | RuntimeException e) {
      send(reply(e), response, callback);
    }
    return true;
  }

  private void observe(Request request, Response response, String route) {
    long begin = request.getHeadersNanoTime();
    Request.addCompletionListener(
        request,
        failure -> observer.answered(route, response.getStatus(), System.nanoTime() - begin));
  }

  private static void refuse(Optional<Problem> problem) throws ProblemException {
    if (problem.isPresent()) {
      throw problem.get().exception();
    }
  }

  private void answer(Routes.Match match, Request request, Response response, Callback callback)
      throws IOException {
    if (match.route().target() instanceof Routes.Tells tells) {
      Call call = new Call(request, match.parameter(), new byte[0]);
      streams.open(tells.endpoint(), call, response, callback);
    } else if (match.route().target() instanceof Routes.Answers answers) {
      CompletableFuture<Reply> unused = BodyReader.read(request, limits, budget)
          .thenCompose(body -> {
            try {
              return answers.endpoint().answer(new Call(request, match.parameter(), body));
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          })
          .whenComplete((reply, failure) ->
              send(failure == null ? reply : reply(failure), response, callback));
    }
  }

  private static ProblemException noRoute(
      Request request, Response response, String path, List<Routes.Match> there, String paths) {
    if (there.isEmpty()) {
      return new Problem(404, "There is nothing at this path", path, "ask for one of " + paths)
          .exception();
    }
    String allowed =
        there.stream().map(match -> match.route().method()).collect(Collectors.joining(", "));
    response.getHeaders().put(HttpHeader.ALLOW, allowed);
    return new Problem(
            405, "The method is not for this path", request.getMethod(), "use " + allowed)
        .exception();
  }

  private static Reply reply(Throwable failure) {
    Throwable cause = failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
    if (cause instanceof ProblemException known) {
      return known.problem().reply();
    }
    LOG.log(System.Logger.Level.ERROR, "a request failed", cause);
    return new Problem(500, "The server failed", "an error of its own", "look into its log")
        .reply();
  }

  private static void send(Reply reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, reply.type());
    headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    reply.headers().forEach(headers::put);
    if (!response.getRequest().consumeAvailable()) {
      // Jetty closes a connection on which a body was left unread: the client must know, or its
      // next
      // request goes there.
      headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
    }
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
  }
}
