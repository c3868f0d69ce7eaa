package dev.plenum.backend.purejava.internal.memory;

/**
 * Where values begin in an array that kernels run over: at a cache line, so that no vector lies across
 * two, which halves the speed of loads and stores. Objects must begin at one too, which the launcher
 * asks the JVM for ({@code -XX:ObjectAlignmentInBytes=64}); without that all is as right, only slower.
 */
public final class Aligned {
  /** The data of a Java array starts 16 bytes into the object; 12 floats later 64 are full. */
  public static final int START = 12;

  private Aligned() {}

  /** An array with room for that many values from {@link #START} on. */
  public static float[] array(int size) {
    return new float[Math.addExact(START, size)];
  }
}
