package dev.plenum.backend.dl4j.internal.availability;

import dev.plenum.backend.dl4j.internal.engine.Device;
import dev.plenum.backend.dl4j.internal.engine.Nd4jRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The machine and the JVM that this runs on. */
public final class ThisMachine implements Surroundings {

  @Override
  public String platform() {
    return Platform.of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  @Override
  public boolean hasClass(String name) {
    return hasResource(name.replace('.', '/') + ".class");
  }

  @Override
  public boolean hasResource(String path) {
    return ThisMachine.class.getClassLoader().getResource(path) != null;
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name));
  }

  @Override
  public String processor() {
    return LinuxProcessor.field("model name").orElseGet(this::platform);
  }

  @Override
  public Set<String> processorFlags() {
    return LinuxProcessor.field("flags")
        .map(flags -> Set.copyOf(List.of(flags.split(" +"))))
        .orElse(Set.of());
  }

  @Override
  public boolean hasNvidiaDriver() {
    return Files.exists(Path.of("/proc/driver/nvidia/version"))
        || environment("SystemRoot")
            .map(root -> Files.exists(Path.of(root, "System32", "nvcuda.dll")))
            .orElse(false);
  }

  @Override
  public List<Gpu> gpus() {
    return NvidiaSmi.gpus();
  }

  @Override
  public Optional<Device> running() {
    return Nd4jRuntime.running();
  }
}
