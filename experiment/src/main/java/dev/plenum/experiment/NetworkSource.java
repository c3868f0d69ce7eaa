package dev.plenum.experiment;

import dev.plenum.api.network.Network;
import dev.plenum.api.network.Shape;
import dev.plenum.persistence.Preprocessing;
import java.util.Optional;

/** A network to be had for images of any shape, or of one. */
public interface NetworkSource {

  /** {@return what users call it: {@code simple-conv}} */
  String displayName();

  /**
   * {@return the network for images of this shape}
   *
   * @param images (height, width, channels)
   * @param classes the number of classes to tell apart
   * @throws IllegalArgumentException if it does not fit them; the message has what it takes and what
   *     was found
   */
  Network network(Shape images, int classes);

  /**
   * {@return the network for images of this shape, to be looked at} It need not fit any dataset.
   *
   * @param images (height, width, channels)
   * @param usualClasses how many classes it tells apart if it does not say so itself
   * @throws IllegalArgumentException if it does not fit them
   */
  default Network forImages(Shape images, int usualClasses) {
    return network(images, usualClasses);
  }

  /** {@return the trained weights that a training of it starts from, instead of those of its seed} */
  default Optional<StartWeights> start() {
    return Optional.empty();
  }

  /**
   * {@return how pictures became the input where these weights were trained, if that was in another way than
   * to values from 0 to 1 without normalisation} A training that starts from them gets such values too.
   */
  default Optional<Preprocessing> preprocessing() {
    return Optional.empty();
  }

  /**
   * {@return the network as it stands, if it says itself which images it takes}
   *
   * @throws IllegalArgumentException if what it says is wrong
   */
  default Optional<Network> own() {
    return Optional.empty();
  }
}
