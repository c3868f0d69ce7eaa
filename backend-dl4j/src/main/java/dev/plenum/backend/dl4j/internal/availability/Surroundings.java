package dev.plenum.backend.dl4j.internal.availability;

import dev.plenum.backend.dl4j.internal.engine.Device;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What decides whether ND4J can run; asked for afresh each time, without loading native code. */
public interface Surroundings {

  /** JavaCPP's name of this system: {@code linux-x86_64}. */
  String platform();

  /** Whether a class is on the class path. It is not initialised. */
  boolean hasClass(String name);

  /** Whether a file is on the class path. */
  boolean hasResource(String path);

  /** An environment variable. */
  Optional<String> environment(String name);

  /** A system property. */
  Optional<String> property(String name);

  /** What the processor is called. */
  String processor();

  /** The instruction sets of the processor, as Linux names them; empty where that is not known. */
  Set<String> processorFlags();

  /** Whether NVIDIA's driver is loaded. */
  boolean hasNvidiaDriver();

  /** The cards that the driver tells of; may start a program of the driver's to ask. */
  List<Gpu> gpus();

  /** What ND4J already runs on in this process. */
  Optional<Device> running();
}
