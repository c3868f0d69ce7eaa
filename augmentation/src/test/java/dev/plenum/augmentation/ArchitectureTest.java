package dev.plenum.augmentation;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom augmentation may know. */
@AnalyzeClasses(
    packages = "dev.plenum.augmentation",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule augmentationKnowsOnlyTheApiAndItsLinearAlgebra = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "org.jspecify..",
          "org.ejml..",
          "dev.plenum.augmentation..",
          "dev.plenum.api..");

  @ArchTest
  static final ArchRule onlyTheWhiteningMatrixKnowsTheLinearAlgebra = noClasses()
      .that()
      .doNotHaveSimpleName("ZcaMatrix")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.ejml..");

  @ArchTest
  static final ArchRule nothingTranscendentalOfMathIsUsed = noClasses()
      .should()
      .callMethodWhere(describe(
          "a function of Math whose bits differ between JVMs",
          call -> call.getTargetOwner().isEquivalentTo(Math.class)
              && !call.getName()
                  .matches("abs|min|max|floor|ceil|round|rint|sqrt|fma|.*Exact|floor(Mod|Div)")));

  @ArchTest
  static final ArchRule thereIsNoOtherRandomness = noClasses()
      .should()
      .dependOnClassesThat()
      .haveNameMatching("java\\.util\\.(Random|SplittableRandom|UUID|random\\..*)"
          + "|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom");

  @ArchTest
  static final ArchRule nothingIsPrinted = noClasses()
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err");
}
