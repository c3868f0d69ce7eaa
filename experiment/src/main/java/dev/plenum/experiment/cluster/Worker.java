package dev.plenum.experiment.cluster;

import java.io.Serializable;

/**
 * A JVM that trains for others.
 *
 * @param host its machine
 * @param id what the cluster calls it
 * @param jvm the Java machine and its version
 * @param processor what computes
 * @param hint what would make it faster, in a sentence without its full stop; empty if nothing
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // Error Prone does not know that tag
public record Worker(String host, String id, String jvm, String processor, String hint)
    implements Serializable {

  /** {@code worker 3 on 10.0.0.7: OpenJDK 64-Bit Server VM 17.0.15, Intel Xeon}. */
  @Override
  public String toString() {
    return "worker %s on %s: %s, %s".formatted(id, host, jvm, processor);
  }
}
