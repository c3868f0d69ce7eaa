package dev.plenum.serve.watch;

import dev.plenum.serve.http.Problem;
import dev.plenum.serve.http.ProblemException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All trainings in a folder, read only when somebody asks. */
final class Runs {
  private static final Logger LOG = System.getLogger(Runs.class.getName());
  private static final Duration REFRESH = Duration.ofMillis(400);
  private static final Duration SEARCH = Duration.ofSeconds(2);

  /**
   * What has changed.
   *
   * @param runs summaries of those that are new or other than before
   * @param gone the numbers of those that are no longer there
   */
  record Change(List<Map<String, Object>> runs, List<String> gone) {
    boolean isEmpty() {
      return runs.isEmpty() && gone.isEmpty();
    }
  }

  private final Path root;
  private final LiveTrainings live;
  private final Clock clock;
  private final Map<Path, WatchedRun> runs = new LinkedHashMap<>();
  private final Set<WatchedRun> changed = new LinkedHashSet<>();
  private final List<String> gone = new ArrayList<>();
  private Instant refreshed = Instant.EPOCH;
  private Instant searched = Instant.EPOCH;
  private int next = 1;

  Runs(Path root, LiveTrainings live, Clock clock) {
    this.root = root.toAbsolutePath().normalize();
    this.live = live;
    this.clock = clock;
  }

  /**
   * What has changed since the last call; looks at the files, and once in a while for new ones.
   *
   * @param inAnyCase also where that has just been done
   */
  synchronized Change take(boolean inAnyCase) {
    refresh(inAnyCase);
    Change change =
        new Change(changed.stream().map(WatchedRun::summary).toList(), List.copyOf(gone));
    changed.clear();
    gone.clear();
    return change;
  }

  private void refresh(boolean inAnyCase) {
    Instant now = clock.instant();
    if (!inAnyCase && Duration.between(refreshed, now).compareTo(REFRESH) < 0) {
      return;
    }
    refreshed = now;
    if (inAnyCase || Duration.between(searched, now).compareTo(SEARCH) >= 0) {
      searched = now;
      search();
    }
    for (WatchedRun run : runs.values()) {
      if (run.refresh(now, live.has(run.folder()))) {
        changed.add(run);
      }
    }
  }

  private void search() {
    try {
      List<Path> found = RunFinder.in(root);
      found.forEach(folder -> runs.computeIfAbsent(folder, this::run));
      Set<Path> there = new HashSet<>(found);
      runs.values().removeIf(run -> !there.contains(run.folder()) && gone.add(run.id()));
      changed.retainAll(runs.values());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "{0} cannot be searched for trainings: {1}", root, e.toString());
    }
  }

  private WatchedRun run(Path folder) {
    Path name = folder.equals(root) ? root.getFileName() : root.relativize(folder);
    return new WatchedRun(String.valueOf(next++), String.valueOf(name), folder, root);
  }

  /** All summaries. */
  synchronized List<Map<String, Object>> summaries() {
    refresh(false);
    return runs.values().stream().map(WatchedRun::summary).toList();
  }

  /**
   * The training with a number.
   *
   * @throws ProblemException if there is none
   */
  synchronized WatchedRun find(String id) throws ProblemException {
    return runs.values().stream()
        .filter(run -> run.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Problem(
                404,
                "There is no such training",
                "the number '%s'".formatted(id),
                "GET /api/runs lists all")
            .exception());
  }

  /** A training's curves. */
  synchronized Map<String, Object> history(String id) throws ProblemException {
    return find(id).history();
  }
}
