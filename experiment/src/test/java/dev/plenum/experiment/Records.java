package dev.plenum.experiment;

import dev.plenum.api.EngineInfo;
import dev.plenum.api.History;
import dev.plenum.api.Loss;
import dev.plenum.api.network.Activation;
import dev.plenum.api.network.Dense;
import dev.plenum.api.network.Flatten;
import dev.plenum.api.network.Network;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.network.Shape;
import dev.plenum.api.optimizer.Adam;
import dev.plenum.persistence.RunRecord;
import dev.plenum.persistence.RunRecord.Data;
import dev.plenum.persistence.RunRecord.Invocation;
import dev.plenum.persistence.RunRecord.Outcome;
import dev.plenum.persistence.RunRecord.Platform;
import dev.plenum.persistence.RunRecord.Setup;
import dev.plenum.persistence.RunRecord.TestResult;
import dev.plenum.persistence.RunRecord.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of trainings that look like real ones. */
public final class Records {
  /** Stands for any digest. */
  public static final String SHA256 =
      "275154389e2bb8485f0ec4d7ae1702284036c770bea56749ba28a40505eb176f";

  private Records() {}

  /**
   * A record.
   *
   * @param seconds the training without validation
   */
  public static RunRecord of(
      String backend, long seed, Data data, TestResult test, History history, double seconds) {
    return new RunRecord(
        new Invocation("plenum train", "0.1.0", Instant.parse("2026-11-24T14:59:16Z")),
        platform(backend),
        setup(seed, history),
        data,
        new Outcome(
            history,
            test,
            "weights of seed " + seed,
            SHA256,
            "batches of seed " + seed,
            new Timing(1.5, seconds, 1000),
            200_000_000));
  }

  /** What a training with this backend ran on. */
  public static Platform platform(String backend) {
    return new Platform(
        backend,
        new EngineInfo(backend + " engine", "a processor", "vector 512-bit", 2),
        "a JVM",
        "a system");
  }

  private static Setup setup(long seed, History history) {
    Network network = Sequential.of(
        Shape.of(1, 2, 1), Flatten.instance(), Dense.of(2).activation(Activation.SOFTMAX));
    return new Setup(
        Map.of(),
        seed,
        42,
        Optional.empty(),
        network,
        Adam.defaults(),
        Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
        Math.max(1, history.epochs().size()),
        86,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }
}
