package dev.plenum.experiment.backend;

import dev.plenum.api.Backend;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an application must ship to have a backend: its own jar and, as far as Maven's descriptions
 * inside the jars say, all that it needs.
 *
 * @param files jars of this process's class path; a folder where a backend is not packed
 */
public record BackendJars(List<Path> files) {
  private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib)(\\.\\d+)*");

  /**
   * Copies the list.
   *
   * @param files jars of this process's class path; a folder where a backend is not packed
   */
  public BackendJars {
    files = List.copyOf(files);
  }

  /**
   * {@return those of a backend; none if it is not from a file}
   *
   * @param backend its own jar is where the search begins
   * @throws IOException if a jar cannot be read
   */
  public static BackendJars of(Backend backend) throws IOException {
    CodeSource source = backend.getClass().getProtectionDomain().getCodeSource();
    if (source == null || !"file".equals(source.getLocation().getProtocol())) {
      return new BackendJars(List.of());
    }
    return from(Path.of(URI.create(source.getLocation().toString())), classPath());
  }

  /** Follows the descriptions from one jar to the next. */
  static BackendJars from(Path first, List<Path> classPath) throws IOException {
    Set<Path> found = new LinkedHashSet<>(List.of(first));
    Deque<Path> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      Path next = open.remove();
      if (Files.isRegularFile(next)) {
        for (Artifact needed : MavenPom.dependencies(next)) {
          for (Path jar : classPath) {
            if (needed.isIn(jar) && found.add(jar)) {
              open.add(jar);
            }
          }
        }
      }
    }
    return new BackendJars(List.copyOf(found));
  }

  private static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath())
        .toList();
  }

  /** {@return the size of all together, in bytes} */
  public long bytes() {
    return files.stream().mapToLong(BackendJars::bytes).sum();
  }

  private static long bytes(Path path) {
    try (Stream<Path> all = Files.walk(path.toRealPath())) {
      return all.filter(Files::isRegularFile).mapToLong(BackendJars::size).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return the size of a file in bytes}
   *
   * @param file one that is there
   */
  public static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@return the jars with native code in them}
   *
   * @throws IOException if one cannot be read
   */
  public List<Path> withNativeCode() throws IOException {
    Set<Path> jars = new LinkedHashSet<>();
    for (Path file : files) {
      if (Files.isRegularFile(file) && hasNativeCode(file)) {
        jars.add(file);
      }
    }
    return List.copyOf(jars);
  }

  private static boolean hasNativeCode(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().anyMatch(entry -> NATIVE.matcher(entry.getName()).matches());
    }
  }
}
