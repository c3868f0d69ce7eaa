package dev.plenum.app.toy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Runs something as if third parties' jars were on the class path. */
public final class ToyJars {
  private ToyJars() {}

  /** Runs it where the services that are registered in a folder are found. */
  public static <T> T with(Path folder, Callable<T> task) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] entries = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(entries, before)) {
      thread.setContextClassLoader(loader);
      return task.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
