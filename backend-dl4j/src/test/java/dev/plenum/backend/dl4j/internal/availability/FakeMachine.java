package dev.plenum.backend.dl4j.internal.availability;

import dev.plenum.backend.dl4j.internal.engine.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A machine as a test wants it; at first Linux on x86, with nothing on the class path. */
public final class FakeMachine implements Surroundings {
  private static final String CPU_FOLDER = "org/nd4j/linalg/cpu/nativecpu/bindings/";
  private static final String CUDA_FOLDER = "org/nd4j/linalg/jcublas/bindings/";

  private String platform = "linux-x86_64";
  private final Set<String> classes = new HashSet<>();
  private final Set<String> resources = new HashSet<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private final List<Gpu> gpus = new ArrayList<>();
  private Set<String> flags = Set.of("sse4_2", "avx", "avx2", "fma");
  private boolean driver;
  private @Nullable Device running;

  /** On Linux on x86, with the default jars and the launcher's environment. */
  public static FakeMachine launched() {
    return new FakeMachine()
        .cpuBinary("linux-x86_64-onednn")
        .environment("MALLOC_MMAP_THRESHOLD_", "1073741824")
        .environment("MALLOC_TRIM_THRESHOLD_", "8589934592")
        .environment("MALLOC_TOP_PAD_", "67108864")
        .environment("OMP_WAIT_POLICY", "passive");
  }

  public FakeMachine platform(String name) {
    platform = name;
    return this;
  }

  public FakeMachine cpuBinary(String classifier) {
    classes.add("org.nd4j.linalg.cpu.nativecpu.CpuBackend");
    resources.add(CPU_FOLDER + classifier + "/libjnind4jcpu.so");
    return this;
  }

  public FakeMachine networks() {
    classes.add("org.deeplearning4j.nn.multilayer.MultiLayerNetwork");
    classes.add("org.deeplearning4j.config.DL4JClassLoading");
    return this;
  }

  public FakeMachine cudaClasses() {
    classes.add("org.nd4j.linalg.jcublas.JCublasBackend");
    return this;
  }

  public FakeMachine cudaJars() {
    resources.add(CUDA_FOLDER + "linux-x86_64/libjnind4jcuda.so");
    return cudaClasses();
  }

  public FakeMachine environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public FakeMachine property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  public FakeMachine flags(String... names) {
    flags = Set.of(names);
    return this;
  }

  public FakeMachine driver() {
    driver = true;
    return this;
  }

  public FakeMachine gpu(String name, int major, int minor) {
    gpus.add(new Gpu(name, major, minor));
    return driver();
  }

  public FakeMachine running(Device device) {
    running = device;
    return this;
  }

  @Override
  public String platform() {
    return platform;
  }

  @Override
  public boolean hasClass(String name) {
    return classes.contains(name);
  }

  @Override
  public boolean hasResource(String path) {
    return resources.contains(path);
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  @Override
  public Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  @Override
  public String processor() {
    return "a processor";
  }

  @Override
  public Set<String> processorFlags() {
    return flags;
  }

  @Override
  public boolean hasNvidiaDriver() {
    return driver;
  }

  @Override
  public List<Gpu> gpus() {
    return gpus;
  }

  @Override
  public Optional<Device> running() {
    return Optional.ofNullable(running);
  }
}
