package dev.plenum.tck.selftest;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Fit;
import dev.plenum.api.History;
import dev.plenum.api.Loss;
import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.data.Dataset;
import dev.plenum.api.network.Network;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.InitialWeights;
import dev.plenum.api.random.Seed;
import dev.plenum.api.tensor.NamedTensors;
import dev.plenum.tck.reference.ReferenceBatch;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Mistakes that a backend's models could make. */
enum ModelFault {
  /** Every model starts from the same weights. */
  SEED_IGNORED {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      ReferenceNetwork reference = new ReferenceNetwork(network, spec, loss, new Seed(0));
      return new ReferenceModel(network, spec, loss, seed, reference);
    }
  },
  /** A smaller batch is computed with the images that an earlier one left behind. */
  STALE_IMAGES_IN_SMALLER_BATCHES {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        private Batch largest = new Batch(network.input(), 1);

        @Override
        public BatchResult trainOnBatch(Batch batch, long step) {
          if (batch.size() >= largest.size()) {
            largest = batch;
            return super.trainOnBatch(batch, step);
          }
          return super.trainOnBatch(largest, step);
        }
      };
    }
  },
  /** The mean loss is returned instead of the sum. */
  MEAN_LOSS_RETURNED {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        public BatchResult trainOnBatch(Batch batch, long step) {
          BatchResult right = super.trainOnBatch(batch, step);
          return new BatchResult(right.lossSum() / right.size(), right.correct(), right.size());
        }
      };
    }
  },
  /** The loss comes from probabilities, which underflow. */
  LOSS_FROM_PROBABILITIES {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        public BatchResult trainOnBatch(Batch batch, long step) {
          BatchResult right = super.trainOnBatch(batch, step);
          double p = StrictMath.exp(-right.lossSum());
          return new BatchResult(-StrictMath.log(p), right.correct(), right.size());
        }
      };
    }
  },
  /** NaN pixels are taken as 0. */
  NAN_HIDDEN {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        public BatchResult trainOnBatch(Batch batch, long step) {
          for (int i = 0; i < batch.images().length; i++) {
            batch.images()[i] = Float.isNaN(batch.images()[i]) ? 0 : batch.images()[i];
          }
          return super.trainOnBatch(batch, step);
        }
      };
    }
  },
  /** More is remembered than is handed out. */
  STATE_FINER_THAN_EXPORTED {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        void afterUpdate() {}
      };
    }
  },
  /** Labels are looked at after the update. */
  REFUSED_TOO_LATE {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        public BatchResult trainOnBatch(Batch batch, long step) {
          int[] labels = batch.labels().clone();
          Arrays.fill(batch.labels(), 0);
          super.trainOnBatch(batch, step);
          System.arraycopy(labels, 0, batch.labels(), 0, labels.length);
          return super.trainOnBatch(batch, step);
        }
      };
    }
  },
  /** Everything works after close. */
  NEVER_CLOSED {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        public void close() {}
      };
    }
  },
  /** Threads that predict at the same time share a buffer. */
  ANSWERS_OF_OTHERS {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        private volatile float[] shared = {};

        @Override
        public void logits(float[] images, int count, float[] logits) {
          super.logits(images, count, logits);
          shared = logits.clone();
          LockSupport.parkNanos(1);
          System.arraycopy(shared, 0, logits, 0, Math.min(shared.length, logits.length));
        }
      };
    }
  },
  /** Weights that are read while another thread trains may be of no step. */
  TORN_WEIGHTS {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        public BatchResult trainOnBatch(Batch batch, long step) {
          NamedTensors before = weights();
          setWeights(InitialWeights.of(network, new Seed(step)));
          setWeights(before);
          return super.trainOnBatch(batch, step);
        }
      };
    }
  },
  /** Of two trainings at the same time each makes steps between those of the other. */
  TRAININGS_MIXED {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        public History fit(Dataset train, Fit fit) {
          return fitAmongOthers(train, fit);
        }
      };
    }
  },
  /** What is computed when the model is closed is cut off. */
  CLOSED_WITHOUT_WAITING {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        private volatile float[] room = new float[1];

        @Override
        public void logits(float[] images, int count, float[] logits) {
          super.logits(images, count, logits);
          LockSupport.parkNanos(1);
          room[0] = logits[0];
        }

        @Override
        public void close() {
          super.close();
          room = new float[0];
        }
      };
    }
  },
  /** Frozen layers are trained. */
  FROZEN_LAYERS_TRAINED {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      Network thawed = network.withFrozen(Set.of());
      return new ReferenceModel(
          network, spec, loss, seed, new ReferenceNetwork(thawed, spec, loss, seed));
    }
  },
  /** Labels are never smoothed. */
  SMOOTHING_IGNORED {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(
          network, spec, loss, seed, new ReferenceNetwork(network, spec, seed));
    }
  },
  /** All images count the same. */
  WEIGHTS_OF_IMAGES_IGNORED {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        ReferenceBatch reference(Batch batch) {
          return unweighted(batch);
        }
      };
    }
  },
  /** A mixed image has the one label alone. */
  OTHER_LABEL_OF_MIXED_IMAGES_IGNORED {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        ReferenceBatch reference(Batch batch) {
          return super.reference(batch)
              .mixed(new int[batch.size()], new double[batch.size()])
              .weighted(
                  IntStream.range(0, batch.size()).mapToDouble(batch::weight).toArray());
        }
      };
    }
  },
  /** The losses that a batch keeps are those times the weights. */
  WEIGHTED_LOSSES_KEPT {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        void keepLoss(Batch batch, int image, double loss) {
          super.keepLoss(batch, image, batch.weight(image) * loss);
        }
      };
    }
  },
  /** What regularizers add is not shown. */
  PENALTY_NOT_IN_THE_LOSS {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        public BatchResult trainOnBatch(Batch batch, long step) {
          double penalty = penalty();
          BatchResult right = super.trainOnBatch(batch, step);
          return new BatchResult(
              right.lossSum() - penalty * right.size(), right.correct(), right.size());
        }
      };
    }
  },
  /** A training ends with the weights of its last step. */
  AVERAGES_NEVER_USED {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      return new ReferenceModel(network, spec, loss, seed) {
        @Override
        void finish() {}
      };
    }
  },
  /** Something that lives on, such as a worker thread, leads to the model. */
  KEPT_ALIVE {
    @Override
    Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed) {
      Model model = new ReferenceModel(network, spec, loss, seed);
      KEPT.add(model);
      return model;
    }
  };

  private static final List<Model> KEPT = new ArrayList<>();

  abstract Model model(Network network, OptimizerSpec spec, Loss loss, Seed seed);
}
