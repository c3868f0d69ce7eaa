package dev.plenum.ensemble;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Whether members fit one another and what combines them. */
final class MembersFit {
  private MembersFit() {}

  /** There must be members, and one weight for each if there are weights. */
  static void requireNumber(Combination combination, int members) {
    if (members < 1) {
      throw new IllegalArgumentException("a committee needs at least 1 member, found none");
    }
    int weights = combination.weights().size();
    if (weights != 0 && weights != members) {
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "a weighted average needs one weight for each of the %d members, found %d: %s",
          members,
          weights,
          combination.weights()));
    }
  }

  /**
   * All must agree in something.
   *
   * @param what what that is, for the message: {@code input shape}
   */
  static <M> void requireSame(String what, List<M> members, Function<? super M, ?> property) {
    Object first = property.apply(members.get(0));
    for (int i = 1; i < members.size(); i++) {
      Object other = property.apply(members.get(i));
      if (!other.equals(first)) {
        throw new IllegalArgumentException(String.format(
            Locale.ROOT,
            "the members do not fit each other: member 1 has the %s %s, member %d has %s",
            what,
            first,
            i + 1,
            other));
      }
    }
  }
}
