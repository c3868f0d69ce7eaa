package dev.plenum.backend.dl4j.internal.model;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Loss;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Network;
import dev.plenum.api.random.Seed;

/** One step after another on batches of one size, up to the gradients. */
final class TrainingRun implements AutoCloseable {
  private final NetworkRun network;
  private final LossRun loss;

  TrainingRun(Network network, Parameters parameters, Loss loss, Seed seed, int count) {
    this.network = new NetworkRun(network, parameters, seed, count, true);
    this.loss = new LossRun(loss, network.classes(), count);
  }

  int count() {
    return network.count();
  }

  /** Leaves the gradients of the batch's mean loss in the parameters. */
  BatchResult run(Batch batch, long step) {
    network.forward(batch.images(), 0, step, loss.logits());
    BatchResult result = loss.run(batch);
    network.backward(loss.gradient());
    return result;
  }

  @Override
  public void close() {
    network.close();
  }
}
