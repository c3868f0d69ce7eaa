package dev.plenum.datasets;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(packages = "dev.plenum.datasets", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Set<String> EXACT_MATH = Set.of(
      "abs",
      "addExact",
      "ceil",
      "floor",
      "floorDiv",
      "floorMod",
      "fma",
      "max",
      "min",
      "multiplyExact",
      "multiplyHigh",
      "negateExact",
      "round",
      "rint",
      "signum",
      "sqrt",
      "subtractExact",
      "toIntExact");

  @ArchTest
  static final ArchRule KNOWS_ONLY_THE_API = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "dev.plenum.datasets..",
          "dev.plenum.api..",
          "de.siegmar.fastcsv..",
          "org.apache.commons.compress..",
          "java..",
          "javax.imageio..",
          "org.jspecify..",
          "org.w3c.dom..",
          "us.hebi.matlab.mat..");

  @ArchTest
  static final ArchRule INTERNALS_DO_NOT_KNOW_THE_PUBLIC_PACKAGE = noClasses()
      .that()
      .resideInAPackage("dev.plenum.datasets.internal..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("dev.plenum.datasets");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("dev.plenum.datasets.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOTHING_THAT_DIFFERS_BETWEEN_JVMS = noClasses()
      .should()
      .callMethodWhere(target(describe(
          "is a method of Math whose result may differ between JVMs",
          ArchitectureTest::mayDiffer)));

  @ArchTest
  static final ArchRule NO_OTHER_RANDOMNESS = noClasses()
      .should()
      .dependOnClassesThat()
      .haveNameMatching(
          "java\\.util\\.(Random|SplittableRandom|UUID|random\\..*|concurrent\\.ThreadLocalRandom)"
              + "|java\\.security\\.SecureRandom");

  @ArchTest
  static final ArchRule LOGS_THROUGH_THE_PLATFORM = noClasses()
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("java.util.logging..")
      .orShould()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err");

  private static boolean mayDiffer(AccessTarget target) {
    return target.getOwner().isEquivalentTo(Math.class) && !EXACT_MATH.contains(target.getName());
  }
}
