package dev.plenum.app.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plenum.app.App;
import dev.plenum.app.ChildJvm;
import dev.plenum.app.toy.ToyBackend;
import dev.plenum.app.toy.ToyServices;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher makes of its surroundings, with a real Java; Plenum itself comes from the tests' class path. */
class LauncherEnvironmentTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"));

  @TempDir
  Path folder;

  @BeforeEach
  void makeTree() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "this system has no /bin/sh");
    Files.createDirectories(folder.resolve("home/app/src/main"));
    Path plenum = folder.resolve("home/plenum");
    Files.copy(Path.of("../plenum"), plenum, StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(folder.resolve("home/pom.xml"), "");
    Files.createDirectory(folder.resolve("home/.mvn"));
    Files.writeString(folder.resolve("home/app/pom.xml"), "");
    script("mvn", "exit 0");
  }

  private Path script(String name, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  /** Runs a script in which {@code plenum} is the launcher. */
  private App.Result run(Path java, String classPath, String body) throws IOException {
    Path script =
        script("script", "plenum() { \"%s/home/plenum\" \"$@\"; }\n".formatted(folder) + body);
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("PLENUM_"));
    builder.environment().put("JAVA_HOME", java.toString());
    builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    builder.environment().put("PLENUM_CLASSPATH", classPath);
    return ChildJvm.run(folder, builder);
  }

  private static String testClassPath() {
    return System.getProperty("java.class.path");
  }

  private Path toyJar() throws IOException {
    Path services = ToyServices.register(folder, List.of(ToyBackend.class));
    String className = ToyBackend.class.getName().replace('.', '/') + ".class";
    Path jar = folder.resolve("toy.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream code = ToyBackend.class.getResourceAsStream("/" + className)) {
      out.putNextEntry(new JarEntry("META-INF/services/dev.plenum.api.Backend"));
      out.write(Files.readAllBytes(services.resolve("META-INF/services/dev.plenum.api.Backend")));
      out.putNextEntry(new JarEntry(className));
      out.write(code.readAllBytes());
    }
    return jar;
  }

  @Test
  void aJarOnPlenumClasspathBringsABackendThatTakesPartInAComparison() throws IOException {
    App.Result result = run(JAVA, toyJar() + File.pathSeparator + testClassPath(), """
        set -e
        plenum backends
        plenum compare --backends purejava,toy --network dense --epochs 1 --seeds 1 --limit 100 --out compared
        """);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(
        result.out().lines().anyMatch(line -> line.matches("toy +yes +Toy +any device .*")),
        result.out());
    assertTrue(result.out().contains("| dense | toy | 1 |"), result.out());
  }

  private void assertThatUmlautsWorkInThePosixLocale(Path java) throws IOException {
    for (int i = 0; i < 2; i++) {
      BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D graphics = image.createGraphics();
      graphics.setColor(Color.WHITE);
      graphics.fillRect(4 * i, 0, 4, 8);
      graphics.dispose();
      ImageIO.write(image, "png", folder.resolve(i + ".png").toFile());
    }
    // Made and deleted by the shell: this JVM's own locale may have no umlauts.
    App.Result result = run(java, testClassPath(), """
        unset LANG LC_CTYPE
        export LC_ALL=C
        mkdir -p Bilder/Äpfel Bilder/Öl
        for i in 1 2 3 4 5 6 7 8 9 10; do
          cp 0.png Bilder/Äpfel/grün$i.png
          cp 1.png Bilder/Öl/weiß$i.png
        done
        plenum train --dataset Bilder --network dense --epochs 2 --out Läufe &&
          plenum evaluate Läufe/model.plenum --dataset Bilder &&
          plenum predict Läufe/model.plenum Bilder/Äpfel
        code=$?
        rm -r Bilder Läufe
        exit $code
        """);
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("Files: Läufe"), result.out());
    assertTrue(result.out().lines().anyMatch(line -> line.startsWith("Äpfel ")), result.out());
    assertTrue(
        result.out().lines().anyMatch(line -> line.startsWith("Bilder/Äpfel/grün10.png ")),
        result.out());
  }

  @Test
  void umlautsInNamesWorkInThePosixLocale() throws IOException {
    assertThatUmlautsWorkInThePosixLocale(JAVA);
  }

  @Test
  void umlautsInNamesWorkInThePosixLocaleOnJdk25() throws IOException {
    assertThatUmlautsWorkInThePosixLocale(ChildJvm.java25());
  }

  @Test
  void aLocaleThatIsNotInstalledCountsAsOneOfAsciiAlone() throws IOException {
    Path java = Files.createDirectories(folder.resolve("jdk/bin"));
    Files.copy(
        script("say", "echo \"LC_ALL is $LC_ALL\""),
        java.resolve("java"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(
        java.resolveSibling("release"), "JAVA_VERSION=\"17.0.1\"\nMODULES=\"java.base\"\n");
    for (String locale : List.of("C", "POSIX", "xx_XX.UTF-8")) {
      App.Result result = run(folder.resolve("jdk"), "", "LC_ALL=" + locale + " plenum backends");
      assertTrue(result.out().matches("LC_ALL is (C|en_US)\\.UTF-8\n"), result.out());
    }
    App.Result kept = run(folder.resolve("jdk"), "", "LC_ALL=C.UTF-8 plenum backends");
    assertEquals("LC_ALL is C.UTF-8\n", kept.out());
  }
}
