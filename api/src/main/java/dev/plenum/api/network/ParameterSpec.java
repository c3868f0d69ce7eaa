package dev.plenum.api.network;

/**
 * An array that belongs to a layer.
 *
 * @param name {@code kernel}, {@code bias}, {@code gamma}, {@code moving_mean} …
 * @param shape conv kernels (height, width, in, out), dense kernels (in, out), biases (out)
 * @param initializer its values before training
 * @param role whether the optimizer changes it
 * @param regularizer what it adds to the loss
 */
public record ParameterSpec(
    String name, Shape shape, Initializer initializer, Role role, Regularizer regularizer) {

  /** Who changes an array. */
  public enum Role {
    /** The optimizer, by the gradient of the loss. */
    TRAINED,
    /** The layer itself, while training: moving statistics. */
    STATE
  }

  /** A trained array that starts from one value. */
  static ParameterSpec trained(String name, int size, Constant initial) {
    return new ParameterSpec(name, Shape.of(size), initial, Role.TRAINED, Regularizer.NONE);
  }

  /** An array that the layer changes itself. */
  static ParameterSpec state(String name, int size, Constant initial) {
    return new ParameterSpec(name, Shape.of(size), initial, Role.STATE, Regularizer.NONE);
  }

  /** {@return whether it is trained, unless its layer is frozen} */
  public boolean isTrained() {
    return role == Role.TRAINED;
  }
}
