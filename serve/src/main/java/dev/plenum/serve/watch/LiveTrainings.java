package dev.plenum.serve.watch;

import dev.plenum.api.Callback;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The trainings of this process, of which a page can show more than their files tell: what the network
 * sees, what it gets wrong, and its first filters.
 */
public final class LiveTrainings {
  private final Map<Path, LivePictures> pictures = new ConcurrentHashMap<>();

  /** None yet. */
  public LiveTrainings() {}

  /**
   * {@return a callback that collects these of a training, once a page asks for them, and changes nothing}
   *
   * @param folder of the training's files
   * @param classNames of its images
   */
  public Callback watching(Path folder, List<String> classNames) {
    LivePictures watched = new LivePictures(classNames);
    pictures.put(key(folder), watched);
    return watched;
  }

  boolean has(Path folder) {
    return pictures.containsKey(key(folder));
  }

  Optional<LivePictures> find(Path folder) {
    return Optional.ofNullable(pictures.get(key(folder)));
  }

  private static Path key(Path folder) {
    return folder.toAbsolutePath().normalize();
  }
}
