package dev.plenum.experiment.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Backends;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendJarsTest {
  @TempDir
  Path folder;

  private Path backend;
  private List<Path> classPath;

  @BeforeEach
  void writeJars() throws IOException {
    backend = jar(
        "engine-1.0.jar",
        "org.one/engine",
        "<dependencies>"
            + dependency("org.one", "core", "")
            + dependency("org.one", "kit", "<scope>test</scope>")
            + dependency("org.one", "extra", "<optional>true</optional>")
            + "</dependencies><build><plugins><plugin><dependencies>"
            + dependency("org.one", "tool", "")
            + "</dependencies></plugin></plugins></build>");
    Path core = jar(
        "core-2.jar",
        "org.one/core",
        "<dependencies>" + dependency("org.one", "engine", "") + "</dependencies>");
    Path natives = jar("core-2-linux.jar", "org.one/core", "");
    classPath = List.of(
        backend,
        core,
        natives,
        jar("core-3.jar", "org.two/core", ""),
        jar("core-more-1.jar", "org.one/core-more", ""),
        jar("kit-1.jar", "org.one/kit", ""),
        jar("extra-1.jar", "org.one/extra", ""),
        jar("tool-1.jar", "org.one/tool", ""));
  }

  private static String dependency(String group, String name, String more) {
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s</dependency>"
        .formatted(group, name, more);
  }

  private Path jar(String name, String artifact, String content) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("META-INF/maven/" + artifact + "/pom.xml"));
      zip.write(("<project>" + content + "</project>").getBytes(StandardCharsets.UTF_8));
      if (name.contains("linux")) {
        zip.putNextEntry(new ZipEntry("lib/libcore.so.1"));
      }
    }
    return file;
  }

  @Test
  void whatABackendNeedsAtRunTimeIsFoundFromJarToJar() throws IOException {
    BackendJars jars = BackendJars.from(backend, classPath);
    assertEquals(
        List.of("engine-1.0.jar", "core-2.jar", "core-2-linux.jar"),
        jars.files().stream().map(file -> file.getFileName().toString()).toList());
    assertEquals(
        Files.size(backend) + Files.size(classPath.get(1)) + Files.size(classPath.get(2)),
        jars.bytes());
  }

  @Test
  void aLinkHasTheSizeOfWhatItLeadsTo() throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Files.writeString(classes.resolve("Engine.class"), "0123456789");
    Path link = Files.createSymbolicLink(folder.resolve("link"), classes);
    assertEquals(10, BackendJars.from(link, List.of()).bytes());
  }

  @Test
  void jarsWithNativeCodeAreTold() throws IOException {
    assertEquals(List.of(classPath.get(2)), BackendJars.from(backend, classPath).withNativeCode());
  }

  @Test
  void aBackendThatIsNotPackedIsMeasuredWhereItLies() throws IOException {
    BackendJars jars = BackendJars.of(Backends.get("purejava"));
    assertEquals(true, jars.bytes() > 10_000, jars.files()::toString);
  }
}
