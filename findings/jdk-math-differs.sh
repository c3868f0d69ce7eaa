#!/usr/bin/env bash
# java.lang.Math gives other results than StrictMath, for functions that neural networks use.
. "$(dirname "$0")/common.sh"
cat <<END
With:      $(java -version 2>&1 | sed -n 2p), on $(uname -m).
Expected:  the documentation allows an error of 1 ulp, but a JVM that computes exp like any other.
Behaviour: exp, log, pow and sin differ from StrictMath in the last bit for some of a million arguments:
           on this processor the JVM has code of its own for them. Where it has none, the same training
           comes to other weights.
END
cat >Main.java <<'END'
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

class Main {
  static void compare(String name, DoubleUnaryOperator math, DoubleUnaryOperator strict) {
    Random random = new Random(1);
    long differing = random.doubles(1_000_000, 0, 10)
        .filter(x -> math.applyAsDouble(x) != strict.applyAsDouble(x)).count();
    System.out.printf("%s: %s%n", name, differing > 0 ? "some differ" : "all equal");
  }

  public static void main(String[] args) {
    compare("exp", Math::exp, StrictMath::exp);
    compare("log", Math::log, StrictMath::log);
    compare("pow(x, 0.9)", x -> Math.pow(x, 0.9), x -> StrictMath.pow(x, 0.9));
    compare("sin", Math::sin, StrictMath::sin);
    compare("sqrt", Math::sqrt, StrictMath::sqrt);
  }
}
END
sees runs <<'END'
exp: some differ
log: some differ
pow(x, 0.9): some differ
sin: some differ
sqrt: all equal
END
