package dev.plenum.interchange.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import dev.plenum.api.network.Network;
import dev.plenum.interchange.NormalisationSteps;
import dev.plenum.interchange.TrainedNetwork;
import dev.plenum.persistence.SavedNormalisation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A network, or several that decide together, as an ONNX model of IR version 8 and operator set 17.
 * Immutable; the same networks always give the same bytes.
 *
 * <p>It has one input and one output, of floats, for any number n of images at once unless {@link
 * #batch} fixes it:
 *
 * <ul>
 *   <li>{@code images}, (n, height, width, channels), with the values that {@link
 *       dev.plenum.api.Classifier#predict} takes, or after {@link #normalisation} those before it; or
 *       (n, channels, height, width) after {@link #layout};
 *   <li>{@code probabilities}, (n, classes), also where the network itself ends in logits.
 * </ul>
 */
public final class OnnxModel {
  /** The name of the input. */
  public static final String IMAGES = "images";

  /** The name of the output. */
  public static final String PROBABILITIES = "probabilities";

  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 17;
  private static final String PRODUCER = "plenum";
  /** Protocol Buffers allow 2 GB less one byte; this leaves room for all but the weights. */
  private static final long MOST_WEIGHT_BYTES = Integer.MAX_VALUE - (64L << 20);

  private final List<TrainedNetwork> members;
  private final Consumer<CommitteeGraph> decision;
  private final Optional<NormalisationSteps> normalisation;
  private final ImageLayout layout;
  private final OptionalInt batch;
  private final Map<String, String> metadata;

  private OnnxModel(
      List<TrainedNetwork> members,
      Consumer<CommitteeGraph> decision,
      Optional<NormalisationSteps> normalisation,
      ImageLayout layout,
      OptionalInt batch,
      Map<String, String> metadata) {
    this.members = members;
    this.decision = decision;
    this.normalisation = normalisation;
    this.layout = layout;
    this.batch = batch;
    this.metadata = metadata;
  }

  private static OnnxModel of(List<TrainedNetwork> members, Consumer<CommitteeGraph> decision) {
    requireFit(members);
    return new OnnxModel(
        List.copyOf(members),
        decision,
        Optional.empty(),
        ImageLayout.NHWC,
        OptionalInt.empty(),
        Collections.emptySortedMap());
  }

  private static void requireFit(List<TrainedNetwork> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("at least one network is needed");
    }
    Network first = members.get(0).network();
    for (TrainedNetwork member : members) {
      Network network = member.network();
      if (!network.input().equals(first.input()) || network.classes() != first.classes()) {
        throw new IllegalArgumentException(String.format(
            Locale.ROOT,
            "all networks must take images of shape %s and tell %d classes apart, found %s and %d",
            first.input(),
            first.classes(),
            network.input(),
            network.classes()));
      }
    }
    requireRoom(weightBytes(members));
  }

  private static long weightBytes(List<TrainedNetwork> members) {
    return members.stream()
        .mapToLong(member -> Float.BYTES * member.network().parameterCount())
        .sum();
  }

  private static void requireRoom(long bytes) {
    if (bytes > MOST_WEIGHT_BYTES) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "an ONNX file holds at most %d MB of weights, these are %d MB",
          MOST_WEIGHT_BYTES >> 20,
          bytes >> 20));
    }
  }

  /**
   * {@return a model of a single network}
   *
   * @param network may end in probabilities or in logits
   * @throws IllegalArgumentException if its weights take more than an ONNX file can hold, 2 GB
   */
  public static OnnxModel of(TrainedNetwork network) {
    return of(List.of(network), CommitteeGraph::single);
  }

  /**
   * {@return a model of several networks whose probabilities are averaged: Σ wᵢ pᵢ / Σ wᵢ}
   *
   * @param members at least one, all for images of one shape and for as many classes
   * @param weights one for each network, at least 0 and not all 0
   * @throws IllegalArgumentException if there are no networks or not as many weights, the networks
   *     take images of different shapes or tell different numbers of classes apart, or their weights
   *     take more than 2 GB
   */
  public static OnnxModel weightedAverage(List<TrainedNetwork> members, List<Double> weights) {
    if (weights.size() != members.size()) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "%d networks need as many weights, found %d",
          members.size(),
          weights.size()));
    }
    double total = weights.stream().mapToDouble(weight -> weight).sum();
    if (!(total > 0 && total < Double.POSITIVE_INFINITY)
        || weights.stream().anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException(
          "the weights must be at least 0, with a finite sum greater than 0, found " + weights);
    }
    List<Float> shares =
        weights.stream().map(weight -> (float) (weight / total)).toList();
    return of(members, graph -> graph.weightedAverage(shares));
  }

  /**
   * {@return a model of several networks whose probabilities' geometric mean is taken, divided by its sum
   * over the classes} A probability of 0 counts as the smallest float above it.
   *
   * @param members at least one, all for images of one shape and for as many classes
   * @throws IllegalArgumentException as {@link #weightedAverage}
   */
  public static OnnxModel geometricMean(List<TrainedNetwork> members) {
    return of(members, CommitteeGraph::geometricMean);
  }

  /**
   * {@return a model of several networks of which each votes for one class, of equally probable ones the
   * first} The output is each class's share of the votes; among those with the most votes, the one with the
   * largest sum of probabilities gets 2⁻²⁴ more.
   *
   * @param members at least one, all for images of one shape and for as many classes
   * @throws IllegalArgumentException as {@link #weightedAverage}
   */
  public static OnnxModel majorityVote(List<TrainedNetwork> members) {
    return of(members, graph -> graph.majorityVote(members.get(0).network().classes()));
  }

  /**
   * {@return the same model, normalising the images itself before all else}
   *
   * @param normalisation as the file of the networks' model has it, with its statistics
   * @throws IllegalArgumentException if it has a step that no graph can do, such as a function of the
   *     user's, its statistics do not fit the images, or they take more than an ONNX file can hold with
   *     the weights, 2 GB
   */
  public OnnxModel normalisation(SavedNormalisation normalisation) {
    NormalisationSteps steps =
        NormalisationSteps.of(normalisation, members.get(0).network().input());
    requireRoom(weightBytes(members) + steps.bytes());
    return new OnnxModel(members, decision, Optional.of(steps), layout, batch, metadata);
  }

  /**
   * {@return the same model, taking images in this layout}
   *
   * @param layout of the images that are put in; without this call it is {@link ImageLayout#NHWC}
   */
  public OnnxModel layout(ImageLayout layout) {
    return new OnnxModel(members, decision, normalisation, layout, batch, metadata);
  }

  /**
   * {@return the same model, taking always so many images at once}
   *
   * @param images how many, at least 1
   * @throws IllegalArgumentException if that is less than 1
   */
  public OnnxModel batch(int images) {
    if (images < 1) {
      throw new IllegalArgumentException("a batch needs at least 1 image, found " + images);
    }
    return new OnnxModel(
        members, decision, normalisation, layout, OptionalInt.of(images), metadata);
  }

  /**
   * {@return the same model with these texts in its metadata, instead of any before}
   *
   * @param metadata texts by their keys; copied, and written in the keys' order
   */
  public OnnxModel metadata(Map<String, String> metadata) {
    Map<String, String> sorted = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    return new OnnxModel(members, decision, normalisation, layout, batch, sorted);
  }

  /**
   * Writes it.
   *
   * @param out gets the bytes of the file; not closed
   * @param producerVersion the version of the program that writes
   * @throws IOException if the stream cannot be written to
   */
  public void writeTo(OutputStream out, String producerVersion) throws IOException {
    ModelProto.Builder model = ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName(PRODUCER)
        .setProducerVersion(producerVersion)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET));
    metadata.forEach((key, value) ->
        model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    model.setGraph(graph().build());
    model.build().writeTo(out);
  }

  private Graph graph() {
    Network first = members.get(0).network();
    Graph graph = new Graph("classifier", batch);
    graph.input(IMAGES, layout.dimensions(first.input()));
    String images = normalisation
        .map(steps -> NormalisationGraph.add(graph, steps, first.input(), IMAGES, layout))
        .orElse(IMAGES);
    List<String> logits = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      String prefix = CommitteeGraph.prefix(i, members.size());
      logits.add(NetworkGraph.add(graph, prefix, members.get(i), images, layout));
    }
    decision.accept(new CommitteeGraph(graph, logits, PROBABILITIES));
    graph.output(PROBABILITIES, List.of(first.classes()));
    return graph;
  }
}
