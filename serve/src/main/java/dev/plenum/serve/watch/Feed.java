package dev.plenum.serve.watch;

import dev.plenum.serve.http.EventStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells pages what has changed, once a second, as long as one listens. */
final class Feed implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Feed.class.getName());
  private static final int MILLISECONDS = 1000;
  private static final int LAST_QUESTIONS_MILLISECONDS = 500;

  private final Runs runs;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watch-feed");
        thread.setDaemon(true);
        return thread;
      });

  Feed(Runs runs) {
    this.runs = runs;
  }

  void start() {
    Future<?> unused = clock.scheduleWithFixedDelay(
        this::tellOrLog, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  /** A page listens, and is told all there is. */
  synchronized void connect(EventStream stream) {
    stream.send("all", Map.of("runs", runs.summaries()));
    streams.add(stream);
    stream.onClose(() -> streams.remove(stream));
  }

  /** One failure must not silence all that would come after it. */
  private void tellOrLog() {
    try {
      tell(false);
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "pages were not told what has changed", e);
    }
  }

  private synchronized void tell(boolean inAnyCase) {
    if (streams.isEmpty()) {
      return;
    }
    Runs.Change change = runs.take(inAnyCase);
    if (!change.isEmpty()) {
      Map<String, Object> json = Map.of("runs", change.runs(), "gone", change.gone());
      streams.forEach(stream -> stream.send("change", json));
    }
  }

  /** Tells pages the last there is, and that no more will come. */
  @Override
  public void close() {
    clock.shutdownNow();
    synchronized (this) {
      if (streams.isEmpty()) {
        return;
      }
      tell(true);
    }
    leaveTimeToAsk();
    synchronized (this) {
      streams.forEach(stream -> stream.send("end", Map.of()));
      streams.clear();
    }
  }

  /** Pages ask for the curves that they are told of. */
  private static void leaveTimeToAsk() {
    try {
      Thread.sleep(LAST_QUESTIONS_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
