package dev.plenum.datasets.internal.download;

import dev.plenum.datasets.internal.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One file from one mirror, in as many attempts as the settings allow. An attempt goes on where the
 * one before was cut off, if the server proves that the file is still the same; else it starts again.
 */
final class Transfer {
  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  /** Too slow, too busy, out of order: may pass. */
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

  private final HttpClient client;
  private final DownloadSettings settings;
  private final URI source;
  private final PartFile part;
  private final long mostBytes;
  private final ByteProgress progress;

  private Optional<Validator> validator = Optional.empty();
  private long total = -1;

  Transfer(
      HttpClient client,
      DownloadSettings settings,
      URI source,
      PartFile part,
      long mostBytes,
      ByteProgress progress) {
    this.client = client;
    this.settings = settings;
    this.source = source;
    this.part = part;
    this.mostBytes = mostBytes;
    this.progress = progress;
  }

  /**
   * Fills the part file.
   *
   * @throws MirrorException if the mirror does not deliver
   * @throws IOException if the part file cannot be written
   */
  void run() throws IOException {
    startAgain();
    for (int attempt = 1; ; attempt++) {
      try {
        attempt();
        return;
      } catch (MirrorException e) {
        if (!e.isWorthRetrying() || attempt == settings.attempts()) {
          throw e;
        }
        pause(settings.pauseAfter(attempt));
      }
    }
  }

  private void startAgain() throws IOException {
    part.clear();
    validator = Optional.empty();
    total = -1;
  }

  private void attempt() throws IOException {
    if (validator.isEmpty()) {
      startAgain();
    }
    HttpResponse<TimedBody> response = send(request());
    try (TimedBody body = response.body()) {
      accept(response);
      receive(body);
    }
    if (total >= 0 && part.length() != total) {
      throw MirrorException.passing(
          String.format(Locale.ROOT, "cut off after %d of %d bytes", part.length(), total));
    }
  }

  private HttpRequest request() throws IOException {
    // Without "identity" a server may unpack or pack the file on the way.
    HttpRequest.Builder request =
        HttpRequest.newBuilder(source).header("Accept-Encoding", "identity");
    long have = part.length();
    if (have > 0) {
      validator.ifPresent(
          same -> request.header("Range", "bytes=" + have + "-").header("If-Range", same.value()));
    }
    return request.build();
  }

  private HttpResponse<TimedBody> send(HttpRequest request) throws IOException {
    Duration patience = settings.connectTimeout().plus(settings.stallTimeout());
    CompletableFuture<HttpResponse<TimedBody>> answer =
        client.sendAsync(request, head -> new TimedBody());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw MirrorException.passing(
          "no answer within %s seconds".formatted(patience.toMillis() / 1000.0));
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw Interruption.asIoException();
    } catch (ExecutionException e) {
      throw unreachable(e.getCause() == null ? e : e.getCause());
    }
  }

  private MirrorException unreachable(Throwable cause) throws IOException {
    String reason = "no connection: " + Reason.of(cause);
    boolean noServer =
        cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    // A server that has sent something exists, and may come back.
    return noServer && part.length() == 0
        ? MirrorException.lasting(reason)
        : MirrorException.passing(reason);
  }

  private void accept(HttpResponse<TimedBody> response) throws IOException {
    int status = response.statusCode();
    if (status == OK) {
      startAgain();
      validator = Validator.of(response.headers());
      total = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    } else if (status == PARTIAL_CONTENT) {
      acceptPart(response);
    } else if (status == RANGE_NOT_SATISFIABLE) {
      startAgain();
      throw MirrorException.passing("the server refused to go on where it was cut off");
    } else {
      throw refused(response);
    }
    if (total > mostBytes) {
      throw tooMuch(String.format(Locale.ROOT, "%d", total));
    }
  }

  private void acceptPart(HttpResponse<TimedBody> response) throws IOException {
    String header = response.headers().firstValue("Content-Range").orElse("");
    Optional<ContentRange> range = ContentRange.parse(header);
    if (range.isEmpty() || !continuesWith(range.get()) || isAnotherVersion(response)) {
      long had = part.length();
      startAgain();
      throw MirrorException.passing(String.format(
          Locale.ROOT,
          "asked for the same file from byte %d on, got '%s' or another version of it",
          had,
          header));
    }
    total = range.get().total();
  }

  private boolean continuesWith(ContentRange range) throws IOException {
    boolean sameTotal = total < 0 || range.total() == total;
    return validator.isPresent() && range.first() == part.length() && sameTotal;
  }

  /** Some servers ignore If-Range; but they name the version of what they send. */
  private boolean isAnotherVersion(HttpResponse<TimedBody> response) {
    Optional<Validator> found = Validator.of(response.headers());
    return found.isPresent() && !found.equals(validator);
  }

  private MirrorException refused(HttpResponse<TimedBody> response) {
    int status = response.statusCode();
    String reason = "HTTP status " + status;
    Optional<String> location = response.headers().firstValue("Location");
    if (status / 100 == 3 && location.isPresent()) {
      reason += ", a redirection to " + location.get() + " that cannot be followed";
    }
    return PASSING.contains(status)
        ? MirrorException.passing(reason)
        : MirrorException.lasting(reason);
  }

  private void receive(TimedBody body) throws IOException {
    progress.at(part.length(), total);
    List<ByteBuffer> piece = body.next(settings.stallTimeout());
    while (piece != null) {
      for (ByteBuffer bytes : piece) {
        if (part.length() + bytes.remaining() > mostBytes) {
          throw tooMuch("more");
        }
        part.append(bytes);
      }
      progress.at(part.length(), total);
      piece = body.next(settings.stallTimeout());
    }
  }

  private MirrorException tooMuch(String found) {
    return MirrorException.lasting(String.format(
        Locale.ROOT, "expected at most %d bytes, the server sends %s", mostBytes, found));
  }

  private static void pause(Duration duration) throws IOException {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      throw Interruption.asIoException();
    }
  }
}
