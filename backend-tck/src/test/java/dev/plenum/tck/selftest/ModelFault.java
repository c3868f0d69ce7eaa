package dev.plenum.tck.selftest;

import dev.plenum.api.BatchResult;
import dev.plenum.api.Model;
import dev.plenum.api.data.Batch;
import dev.plenum.api.network.Sequential;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.tck.reference.ReferenceNetwork;
import java.util.Arrays;

/** Mistakes that a backend's models could make. */
enum ModelFault {
  /** Every model starts from the same weights. */
  SEED_IGNORED {
    @Override
    Model model(Sequential network, OptimizerSpec spec, Seed seed) {
      ReferenceNetwork reference = new ReferenceNetwork(network, spec, new Seed(0));
      return new ReferenceModel(network, spec, seed, reference);
    }
  },
  /** A smaller batch is computed with the images that an earlier one left behind. */
  STALE_IMAGES_IN_SMALLER_BATCHES {
    @Override
    Model model(Sequential network, OptimizerSpec spec, Seed seed) {
      return new ReferenceModel(network, spec, seed) {
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
    Model model(Sequential network, OptimizerSpec spec, Seed seed) {
      return new ReferenceModel(network, spec, seed) {
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
    Model model(Sequential network, OptimizerSpec spec, Seed seed) {
      return new ReferenceModel(network, spec, seed) {
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
    Model model(Sequential network, OptimizerSpec spec, Seed seed) {
      return new ReferenceModel(network, spec, seed) {
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
    Model model(Sequential network, OptimizerSpec spec, Seed seed) {
      return new ReferenceModel(network, spec, seed) {
        @Override
        void afterUpdate() {}
      };
    }
  },
  /** Labels are looked at after the update. */
  REFUSED_TOO_LATE {
    @Override
    Model model(Sequential network, OptimizerSpec spec, Seed seed) {
      return new ReferenceModel(network, spec, seed) {
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
    Model model(Sequential network, OptimizerSpec spec, Seed seed) {
      return new ReferenceModel(network, spec, seed) {
        @Override
        public void close() {}
      };
    }
  };

  abstract Model model(Sequential network, OptimizerSpec spec, Seed seed);
}
