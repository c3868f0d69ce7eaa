package dev.plenum.backend.purejava.internal.model;

import dev.plenum.api.network.MergeSpec;
import dev.plenum.api.random.Seed;
import dev.plenum.api.spi.Plan;
import dev.plenum.backend.purejava.internal.layers.Block;
import dev.plenum.backend.purejava.internal.layers.Blocks;
import dev.plenum.backend.purejava.internal.layers.Borders;
import dev.plenum.backend.purejava.internal.layers.Branch;
import dev.plenum.backend.purejava.internal.layers.Connections;
import dev.plenum.backend.purejava.internal.layers.ForkRun;
import dev.plenum.backend.purejava.internal.layers.Gradients;
import dev.plenum.backend.purejava.internal.layers.HandOverRun;
import dev.plenum.backend.purejava.internal.layers.InputRun;
import dev.plenum.backend.purejava.internal.layers.LayerRuns;
import dev.plenum.backend.purejava.internal.layers.Merging;
import dev.plenum.backend.purejava.internal.layers.Part;
import dev.plenum.backend.purejava.internal.layers.Workers;
import dev.plenum.backend.purejava.internal.memory.Border;
import dev.plenum.backend.purejava.internal.memory.FeatureMaps;
import dev.plenum.backend.purejava.internal.memory.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the buffers of a network for batches of a certain size, and what runs between them. The maps of a
 * value have the border that its readers want, all of a fork's in one; each gradient has the one that its
 * layer wants going backward. A gradient is kept for one image per worker where its writer and its reader
 * follow one another for each image, so that it stays in the cache; else for the whole batch. Likewise the
 * values before the first dense layer in a network that only predicts; vectors that are read behind it are
 * handed over to maps for the whole batch.
 */
final class NetworkBuilder {
  private final Parameters parameters;
  private final int capacity;
  private final boolean trains;
  /** Whether the values before the first dense layer are kept for one image per worker. */
  private final boolean perWorker;

  private final Workers workers;
  private final List<Part> parts;
  private final Stretches stretches;
  private final Map<Plan.Value, Part> readers = new HashMap<>();
  private final Map<Plan.Value, FeatureMaps> maps = new HashMap<>();
  /** Of values that are kept per worker, the maps for those who read them later. */
  private final Map<Plan.Value, FeatureMaps> handedOver = new HashMap<>();

  private final Map<Plan.Value, Gradients> gradients = new HashMap<>();

  private NetworkBuilder(
      Plan plan, Parameters parameters, int capacity, boolean trains, Workers workers) {
    this.parameters = parameters;
    this.capacity = capacity;
    this.trains = trains;
    this.workers = workers;
    parts = Blocks.of(plan, trains);
    stretches = Stretches.of(parts);
    parts.forEach(part -> part.reads().forEach(value -> readers.put(value, part)));
    perWorker = !trains && handsOverVectors(plan);
  }

  /** The network of a plan, for batches of at most {@code capacity} images. */
  static NetworkRun build(
      Plan plan, Parameters parameters, Seed seed, int capacity, boolean trains, Workers workers) {
    return new NetworkBuilder(plan, parameters, capacity, trains, workers).build(plan, seed);
  }

  private NetworkRun build(Plan plan, Seed seed) {
    if (trains) {
      parameters.makeGradients();
    }
    LayerRuns runs = new LayerRuns(seed, capacity, perWorker, workers);
    addMaps(plan.images(), perWorker);
    InputRun input = new InputRun(mapsOf(plan.images()), workers);
    runs.add(input);
    addHandOver(runs, plan.images());
    int frozen = trains ? FrozenPrefix.length(parts) : 0;
    for (int i = 0; i < parts.size(); i++) {
      addBuffers(parts.get(i));
      addRun(runs, parts.get(i));
      if (i == frozen - 1) {
        runs.freeze(input, mapsOf(parts.get(i).writes().get(0)), parameters::version);
      }
    }
    FeatureMaps logits = handedOver.getOrDefault(plan.logits(), mapsOf(plan.logits()));
    return new NetworkRun(capacity, input, runs.runs(), logits, logitsGradient(plan.logits()));
  }

  /** Also where nothing is trained, so that the loss has somewhere to write. */
  private @Nullable FeatureMaps logitsGradient(Plan.Value logits) {
    if (!trains) {
      return null;
    }
    Gradients gradient = gradients.get(logits);
    return gradient == null
        ? new FeatureMaps(logits.shape(), Border.NONE, capacity)
        : gradient.maps();
  }

  private void addBuffers(Part part) {
    for (Plan.Value value : part.writes()) {
      if (part instanceof Branch branch) {
        putAs(branch.fork().input(), value);
      } else {
        addMaps(value, isPerWorker(part));
      }
      if (trains && value.needsGradient()) {
        gradients.put(value, gradientOf(value, part));
      }
    }
  }

  private void addMaps(Plan.Value value, boolean perWorker) {
    int images = perWorker ? workers.threads() : capacity;
    maps.put(value, new FeatureMaps(value.shape(), border(value), images));
    if (perWorker && isReadLater(value)) {
      handedOver.put(value, new FeatureMaps(value.shape(), border(value), capacity));
    }
  }

  /** A branch of a value is found where the value is. */
  private void putAs(Plan.Value value, Plan.Value branch) {
    maps.put(branch, mapsOf(value));
    FeatureMaps shared = handedOver.get(value);
    if (shared != null) {
      handedOver.put(branch, shared);
    }
  }

  private boolean isPerWorker(Part part) {
    return perWorker && stretches.isInFirst(part);
  }

  /** Whether only vectors are handed over: to copy whole maps would cost more than what it saves. */
  private boolean handsOverVectors(Plan plan) {
    return Stream.concat(
            Stream.of(plan.images()),
            parts.stream().filter(stretches::isInFirst).flatMap(part -> part.writes().stream()))
        .noneMatch(value -> value.shape().isImage() && isReadLater(value));
  }

  /** Whether somebody reads it when all images are there, if only he who wants the logits. */
  private boolean isReadLater(Plan.Value value) {
    Part reader = readers.get(value);
    return reader instanceof Branch
        ? reader.writes().stream().anyMatch(this::isReadLater)
        : reader == null || !stretches.isInFirst(reader);
  }

  /** The border that all who read a value need around it. */
  private Border border(Plan.Value value) {
    Part reader = readers.get(value);
    if (reader == null) {
      return Border.NONE;
    }
    return reader instanceof Branch
        ? reader.writes().stream().map(this::border).reduce(Border.NONE, Border::union)
        : Borders.ofInput(reader);
  }

  private Gradients gradientOf(Plan.Value value, Part writer) {
    boolean perWorker = stretches.inOne(writer, readers.get(value));
    int images = perWorker ? workers.threads() : capacity;
    return new Gradients(
        new FeatureMaps(value.shape(), Borders.ofOutputGradient(writer), images), perWorker);
  }

  private void addRun(LayerRuns runs, Part part) {
    if (part instanceof Branch branch) {
      addFork(runs, branch.fork());
    } else if (part instanceof Block block && block.operation() instanceof MergeSpec) {
      runs.add(block, merging(block));
    } else if (part instanceof Block block) {
      Plan.Run normalisation = block.normalisation();
      List<Parameter> folded =
          normalisation == null ? List.of() : parameters.named(normalisation.parameters());
      runs.add(block, connections(block), parameters.named(block.run().parameters()), folded);
    }
    if (part instanceof Block block) {
      addHandOver(runs, block.output());
    }
  }

  private void addHandOver(LayerRuns runs, Plan.Value value) {
    FeatureMaps shared = handedOver.get(value);
    if (shared != null) {
      runs.add(new HandOverRun(mapsOf(value), shared));
    }
  }

  private void addFork(LayerRuns runs, Plan.Fork fork) {
    List<Gradients> read = fork.writes().stream()
        .flatMap(value -> Optional.ofNullable(gradients.get(value)).stream())
        .toList();
    runs.add(new ForkRun(read, gradients.get(fork.input()), workers.kernels().elementwise()));
  }

  private Connections connections(Block block) {
    Plan.Value input = block.run().input();
    return new Connections(
        readBy(block, input),
        mapsOf(block.output()),
        gradients.get(input),
        gradients.get(block.output()));
  }

  private Merging merging(Block block) {
    return new Merging(
        block.reads().stream().map(value -> readBy(block, value)).toList(),
        block.reads().stream()
            .map(value -> Optional.ofNullable(gradients.get(value)))
            .toList(),
        mapsOf(block.output()),
        gradients.get(block.output()));
  }

  private FeatureMaps readBy(Part part, Plan.Value value) {
    FeatureMaps own = mapsOf(value);
    return stretches.isInFirst(part) ? own : handedOver.getOrDefault(value, own);
  }

  /** The maps that a value is written to. */
  private FeatureMaps mapsOf(Plan.Value value) {
    FeatureMaps found = maps.get(value);
    if (found == null) {
      throw new IllegalStateException("value " + value.number() + " is read before it is written");
    }
    return found;
  }
}
