package dev.plenum.api;

/**
 * Whether a backend can be used here.
 *
 * @param isAvailable whether {@link Backend#compile} will work
 * @param detail available: what it runs on; not: why not; without a full stop
 * @param remedy what to do to get it, or to get it at its best, without a full stop; empty if
 *     nothing need be done
 */
public record Availability(boolean isAvailable, String detail, String remedy) {

  /**
   * {@return that it is available, and nothing to add}
   *
   * @param detail what it runs on, without a full stop
   */
  public static Availability available(String detail) {
    return new Availability(true, detail, "");
  }

  /**
   * {@return that it is available, but could be faster}
   *
   * @param detail what it runs on, without a full stop
   * @param remedy what to do to get it at its best, without a full stop
   */
  public static Availability improvable(String detail, String remedy) {
    return new Availability(true, detail, remedy);
  }

  /**
   * {@return that it is not available}
   *
   * @param reason why not, without a full stop
   * @param remedy what to do to get it, without a full stop
   */
  public static Availability unavailable(String reason, String remedy) {
    return new Availability(false, reason, remedy);
  }
}
