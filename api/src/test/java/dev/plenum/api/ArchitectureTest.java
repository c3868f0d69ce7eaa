package dev.plenum.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.plenum.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** They differ between JVMs; {@link StrictMath} does not. */
  private static final Set<String> TRANSCENDENTAL = Set.of(
      "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "sin", "cos", "tan", "asin",
      "acos", "atan", "atan2", "sinh", "cosh", "tanh");

  @ArchTest
  static final ArchRule KNOWS_NOBODY = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "dev.plenum.api..",
          "com.google.errorprone.annotations",
          "org.jspecify.annotations");

  @ArchTest
  static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
      slices().matching("dev.plenum.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_SAME_RESULTS_ON_EVERY_JVM =
      noClasses().should().accessTargetWhere(transcendentalMath());

  @ArchTest
  static final ArchRule ONE_SOURCE_OF_RANDOMNESS = noClasses()
      .should()
      .dependOnClassesThat()
      .haveNameMatching("java\\.util\\.(concurrent\\.ThreadLocal|Splittable)?Random|"
          + "java\\.util\\.random\\..*|java\\.security\\.SecureRandom|java\\.util\\.UUID")
      .orShould()
      .accessTargetWhere(isMath(Set.of("random")));

  @ArchTest
  static final ArchRule NO_OUTPUT = noClasses()
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err");

  private static DescribedPredicate<JavaAccess<?>> transcendentalMath() {
    return isMath(TRANSCENDENTAL);
  }

  private static DescribedPredicate<JavaAccess<?>> isMath(Set<String> methods) {
    return DescribedPredicate.describe(
        "target is java.lang.Math." + methods,
        access -> access.getTargetOwner().isEquivalentTo(Math.class)
            && methods.contains(access.getName()));
  }

  @Test
  void theMathRuleSeesCallsAndMethodReferences() {
    assertTrue(isRefused(Caller.class));
    assertTrue(isRefused(Referrer.class));
    assertFalse(isRefused(Harmless.class));
  }

  private static boolean isRefused(Class<?> type) {
    return THE_SAME_RESULTS_ON_EVERY_JVM
        .evaluate(new ClassFileImporter().importClasses(type))
        .hasViolation();
  }

  private static final class Caller implements DoubleUnaryOperator {
    @Override
    public double applyAsDouble(double x) {
      return Math.exp(x);
    }
  }

  private static final class Referrer implements Supplier<DoubleUnaryOperator> {
    @Override
    public DoubleUnaryOperator get() {
      return Math::log;
    }
  }

  private static final class Harmless implements DoubleUnaryOperator {
    @Override
    public double applyAsDouble(double x) {
      return Math.sqrt(Math.fma(x, x, StrictMath.exp(x)));
    }
  }
}
