package dev.plenum.experiment.backend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * What Maven calls a library.
 *
 * @param group its groupId; with a {@code $} where only its build would know
 * @param name its artifactId
 */
record Artifact(String group, String name) {
  private static final String DESCRIPTIONS = "META-INF/maven/";

  /**
   * Whether a jar is of this library; one with a classifier, which holds native code, is too.
   *
   * @throws IOException if the jar cannot be read
   */
  boolean isIn(Path jar) throws IOException {
    String file = jar.getFileName().toString();
    boolean isNamedSo = file.startsWith(name + "-")
        && file.length() > name.length() + 1
        && Character.isDigit(file.charAt(name.length() + 1))
        && file.endsWith(".jar");
    return isNamedSo && (group.contains("$") || isOfGroup(jar));
  }

  /** Libraries of different groups may have the same name; those that do not name theirs are believed. */
  private boolean isOfGroup(Path jar) throws IOException {
    try (JarFile entries = new JarFile(jar.toFile())) {
      return entries.stream().noneMatch(entry -> entry.getName().startsWith(DESCRIPTIONS))
          || entries.stream()
              .anyMatch(
                  entry -> entry.getName().startsWith(DESCRIPTIONS + group + "/" + name + "/"));
    }
  }
}
