package dev.plenum.backend.purejava;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.Backend;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user needs beside the two jars, on the module path: nothing, not even for annotations. */
class ModulePathTest {
  private static final String MODULE = """
      module com.example.user {
        requires dev.plenum.api;
      }
      """;

  private static final String PROGRAM = """
      package com.example.user;

      import dev.plenum.api.*;
      import dev.plenum.api.callback.*;
      import dev.plenum.api.data.*;
      import dev.plenum.api.network.*;
      import dev.plenum.api.optimizer.Adam;
      import dev.plenum.api.random.Seed;
      import dev.plenum.api.tensor.*;

      final class User {
        static History train(Dataset images, Tensor other) {
          Network network = Sequential.of(Shape.of(4, 4, 1), Flatten.instance(), Dense.of(3));
          Fit fit = Fit.epochs(1).callbacks(ReduceLROnPlateau.monitor("accuracy"));
          try (Model model =
              Backends.get("purejava").compile(network, Adam.defaults(), Seed.seed(1))) {
            NamedTensors weights = model.weights();
            return weights.get("dense/kernel").equals(other) ? null : model.fit(images, fit);
          }
        }
      }
      """;

  @Test
  void aProgramCompilesWithoutAWarningAgainstTheTwoJarsAlone(@TempDir Path folder)
      throws Exception {
    Path module = Files.writeString(folder.resolve("module-info.java"), MODULE);
    Path program = Files.createDirectories(folder.resolve("com/example/user"));
    Path user = Files.writeString(program.resolve("User.java"), PROGRAM);
    assertEquals(
        "",
        javac(
            "--module-path",
            whereIs(Backend.class)
                + System.getProperty("path.separator")
                + whereIs(PureJavaBackend.class),
            "--class-path", // else that of these tests
            folder.toString(),
            "-Xlint:all",
            "-Werror",
            "-d",
            folder.resolve("out").toString(),
            module.toString(),
            user.toString()));
  }

  private static Path whereIs(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static String javac(String... arguments) throws IOException {
    StringWriter printed = new StringWriter();
    try (PrintWriter out = new PrintWriter(printed)) {
      ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments);
    }
    return printed.toString();
  }
}
