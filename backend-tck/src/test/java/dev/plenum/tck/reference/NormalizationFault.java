package dev.plenum.tck.reference;

import dev.plenum.api.network.BatchNormalization;
import dev.plenum.api.network.PlacedLayer;
import java.util.ArrayList;
import java.util.List;

/** Mistakes that a backend's batch normalisation could make. */
enum NormalizationFault {
  /** The sum of squares is divided by the number of elements less one, everywhere. */
  UNBIASED_VARIANCE {
    @Override
    ReferenceLayer of(PlacedLayer layer, BatchNormalization spec) {
      return new ReferenceBatchNormalization(layer, spec) {
        @Override
        Statistics ofBatch(double[][] x, int channel) {
          return unbiased(super.ofBatch(x, channel), x, layer);
        }
      };
    }
  },
  /** The same for the moving variance only, as PyTorch has it. */
  UNBIASED_MOVING_VARIANCE {
    @Override
    ReferenceLayer of(PlacedLayer layer, BatchNormalization spec) {
      return new ReferenceBatchNormalization(layer, spec) {
        private boolean moving;

        @Override
        Statistics ofBatch(double[][] x, int channel) {
          Statistics biased = super.ofBatch(x, channel);
          return moving ? unbiased(biased, x, layer) : biased;
        }

        @Override
        public void updateState(List<double[][]> inputs) {
          moving = true;
          super.updateState(inputs);
          moving = false;
        }
      };
    }
  },
  /** The moving statistics follow those of the batch before. */
  STATISTICS_OF_THE_BATCH_BEFORE {
    @Override
    ReferenceLayer of(PlacedLayer layer, BatchNormalization spec) {
      return new ReferenceBatchNormalization(layer, spec) {
        private final List<List<double[][]>> seen = new ArrayList<>();

        @Override
        public void updateState(List<double[][]> inputs) {
          seen.add(inputs);
          super.updateState(seen.get(Math.max(0, seen.size() - 2)));
        }
      };
    }
  },
  /** Momentum and its complement are exchanged. */
  MOMENTUM_OF_THE_BATCH {
    @Override
    ReferenceLayer of(PlacedLayer layer, BatchNormalization spec) {
      return new ReferenceBatchNormalization(layer, spec.momentum(1 - spec.momentum()));
    }
  },
  /** Each image is normalised by its own statistics. */
  EACH_IMAGE_BY_ITSELF {
    @Override
    ReferenceLayer of(PlacedLayer layer, BatchNormalization spec) {
      return new WrappedLayer(new ReferenceBatchNormalization(layer, spec)) {
        @Override
        public double[][] forward(List<double[][]> inputs, Pass pass) {
          double[][] x = inputs.get(0);
          double[][] y = new double[x.length][];
          for (int n = 0; n < x.length; n++) {
            y[n] = super.forward(List.<double[][]>of(new double[][] {x[n]}), pass)[0];
          }
          return y;
        }
      };
    }
  },
  /** Predictions change the moving statistics. */
  MOVED_WHILE_PREDICTING {
    @Override
    ReferenceLayer of(PlacedLayer layer, BatchNormalization spec) {
      return new WrappedLayer(new ReferenceBatchNormalization(layer, spec)) {
        @Override
        public double[][] forward(List<double[][]> inputs, Pass pass) {
          double[][] y = super.forward(inputs, pass);
          if (!pass.training()) {
            updateState(inputs);
          }
          return y;
        }
      };
    }
  },
  /** Predictions use the statistics of what is predicted. */
  BATCH_STATISTICS_WHILE_PREDICTING {
    @Override
    ReferenceLayer of(PlacedLayer layer, BatchNormalization spec) {
      return new WrappedLayer(new ReferenceBatchNormalization(layer, spec)) {
        @Override
        public double[][] forward(List<double[][]> inputs, Pass pass) {
          return super.forward(inputs, Pass.training(0));
        }
      };
    }
  },
  /** A frozen layer goes on as if it were not. */
  NEVER_FROZEN {
    @Override
    ReferenceLayer of(PlacedLayer layer, BatchNormalization spec) {
      return new ReferenceBatchNormalization(
          new PlacedLayer(
              layer.index(),
              layer.name(),
              layer.spec(),
              layer.reads(),
              layer.inputs(),
              layer.output(),
              layer.parameters(),
              false),
          spec);
    }
  };

  abstract ReferenceLayer of(PlacedLayer layer, BatchNormalization spec);

  private static ReferenceBatchNormalization.Statistics unbiased(
      ReferenceBatchNormalization.Statistics biased, double[][] x, PlacedLayer layer) {
    double count = (double) x.length * x[0].length / layer.output().lastDimension();
    return new ReferenceBatchNormalization.Statistics(
        biased.mean(), biased.variance() * count / Math.max(1, count - 1));
  }
}
