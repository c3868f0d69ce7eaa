package dev.plenum.app.toy;

import dev.plenum.api.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a jar of backends has on the class path so that they are found. */
public final class ToyServices {
  private ToyServices() {}

  /**
   * Registers backends.
   *
   * @return the folder to put on the class path
   */
  public static Path register(Path parent, List<Class<? extends ToyBackend>> backends)
      throws IOException {
    return register(parent, Backend.class, backends);
  }

  /**
   * Registers providers of any service.
   *
   * @return the folder to put on the class path
   */
  public static <T> Path register(
      Path parent, Class<T> service, List<? extends Class<? extends T>> providers)
      throws IOException {
    Path folder = parent.resolve("toys");
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(service.getName()),
        providers.stream().map(Class::getName).collect(Collectors.joining("\n")));
    return folder;
  }
}
