package dev.plenum.api;

import static dev.plenum.api.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class BackendsTest {
  private static final String GOOD = TestBackends.Good.class.getName();
  private static final String UNAVAILABLE = TestBackends.Unavailable.class.getName();

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restoreTheContextClassLoader() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void anAvailableBackendIsFoundByItsName(@TempDir Path dir) throws IOException {
    provide(dir, GOOD, UNAVAILABLE);
    assertEquals("good", Backends.get("good").name());
    assertEquals(List.of("good", "gpu"), names());
  }

  @Test
  void theLossMayBeLeftOut(@TempDir Path dir) throws IOException {
    provide(dir, GOOD);
    Network network = Sequential.of(Shape.of(1, 1, 2), Flatten.instance(), Dense.of(3));
    try (Model model = Backends.get("good").compile(network, Sgd.defaults(), Seed.seed(9))) {
      assertEquals(Seed.seed(9), model.seed());
    }
  }

  @Test
  void anUnknownNameListsWhatThereIsAndHowToGetTheOther(@TempDir Path dir) throws IOException {
    provide(dir, GOOD, UNAVAILABLE);
    assertRefused(
        BackendUnavailableException.class,
        () -> Backends.get("abacus"),
        "'abacus'",
        "good, gpu (not available)",
        "plenum-backend-NAME");
  }

  @Test
  void withNoBackendAtAllTheMessageSaysSo(@TempDir Path dir) throws IOException {
    provide(dir);
    assertEquals(List.of(), Backends.all());
    assertRefused(
        BackendUnavailableException.class, () -> Backends.get("good"), "'good'", "found: none");
  }

  @Test
  void anUnavailableBackendTellsReasonAndRemedy(@TempDir Path dir) throws IOException {
    provide(dir, GOOD, UNAVAILABLE);
    assertRefused(
        BackendUnavailableException.class,
        () -> Backends.get("gpu"),
        "'gpu' is not available: there is no driver. Install the driver, at least 11.8. ",
        "good");
  }

  @Test
  void aProviderThatCannotBeLoadedDoesNotHideTheOthers(@TempDir Path dir) throws IOException {
    provide(
        dir,
        TestBackends.class.getName() + "$Missing",
        TestBackends.Broken.class.getName(),
        TestBackends.Impostor.class.getName(),
        TestBackends.Orphan.class.getName(),
        GOOD);
    assertEquals(List.of("good"), names());
    assertEquals("good", Backends.get("good").name());
  }

  @Test
  void aFileThatIsNoProviderListFindsNothing(@TempDir Path dir) throws IOException {
    provide(dir, "this is no class name");
    assertEquals(List.of(), Backends.all());
  }

  @Test
  void aBrokenClassLoaderDoesNotMakeTheSearchEndless() {
    Thread.currentThread().setContextClassLoader(new ClassLoader(before) {
      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        throw new IOException("broken");
      }
    });
    assertEquals(List.of(), Backends.all());
  }

  /** As in a plug-in, an application server, or the JDK's common pool. */
  @Test
  void backendsBesideTheLibraryAreFoundWhateverTheContextClassLoaderSees(@TempDir Path dir)
      throws Exception {
    provide(dir, GOOD);
    try (URLClassLoader plugin = plugin(dir)) {
      ClassLoader blind = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());
      assertEquals(List.of("good"), namesIn(plugin, blind));
      assertEquals(List.of("good"), namesIn(plugin, null));
      assertEquals(List.of("good"), namesIn(plugin, plugin));
      assertEquals(
          List.of("good"),
          CompletableFuture.supplyAsync(() -> namesIn(plugin, blind)).get());
    }
  }

  @Test
  void aSecondCopyInAnotherClassLoaderIsNotListedTwiceAndDoesNotHideTheFirst(@TempDir Path dir)
      throws Exception {
    provide(dir, GOOD, UNAVAILABLE);
    try (URLClassLoader plugin = plugin(dir);
        URLClassLoader sibling = plugin(dir)) {
      assertEquals(List.of("good", "gpu"), namesIn(plugin, sibling));
    }
  }

  /** A class loader with the library and the listed providers, as an application loads a plug-in. */
  private static URLClassLoader plugin(Path services) throws IOException {
    URL[] jars = {
      services.toUri().toURL(),
      Backend.class.getProtectionDomain().getCodeSource().getLocation(),
      TestBackends.class.getProtectionDomain().getCodeSource().getLocation()
    };
    return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
  }

  /** The names that a plug-in's own copy of the library finds. */
  private static List<String> namesIn(ClassLoader plugin, @Nullable ClassLoader context) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(context);
    try {
      List<?> backends =
          (List<?>) plugin.loadClass(Backends.class.getName()).getMethod("all").invoke(null);
      List<String> names = new ArrayList<>();
      for (Object backend : backends) {
        names.add(
            (String) plugin.loadClass(Backend.class.getName()).getMethod("name").invoke(backend));
      }
      return names;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static List<String> names() {
    return Backends.all().stream().map(Backend::name).toList();
  }

  /** Lets the service loader find these providers, as if a jar with them were on the class path. */
  private void provide(Path dir, String... providers) throws IOException {
    Path services = Files.createDirectories(dir.resolve("META-INF/services"));
    Files.writeString(services.resolve(Backend.class.getName()), String.join("\n", providers));
    Thread.currentThread()
        .setContextClassLoader(new OrphaningClassLoader(dir.toUri().toURL(), before));
  }

  /** Defines {@link TestBackends.Orphan} itself, and does not find its superclass. */
  private static final class OrphaningClassLoader extends URLClassLoader {
    OrphaningClassLoader(URL services, ClassLoader parent) {
      super(new URL[] {services}, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(TestBackends.Parent.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      if (name.equals(TestBackends.Orphan.class.getName())) {
        byte[] bytes = bytes(name);
        return defineClass(name, bytes, 0, bytes.length);
      }
      return super.loadClass(name, resolve);
    }

    private byte[] bytes(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        return in.readAllBytes();
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
