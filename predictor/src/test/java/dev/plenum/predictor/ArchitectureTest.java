package dev.plenum.predictor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom the module may know. */
@AnalyzeClasses(
    packages = "dev.plenum.predictor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule thePredictorKnowsOnlyWhatPicturesAndModelsNeed = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "org.jspecify..",
          "dev.plenum.predictor..",
          "dev.plenum.api..",
          "dev.plenum.augmentation..",
          "dev.plenum.datasets..",
          "dev.plenum.ensemble..",
          "dev.plenum.persistence..");

  @ArchTest
  static final ArchRule nothingTranscendentalOfMathIsUsed = noClasses()
      .should()
      .callMethodWhere(describe(
          "a function of Math whose bits differ between JVMs",
          call -> call.getTargetOwner().isEquivalentTo(Math.class)
              && !call.getName().matches("abs|min|max|floor|ceil|round|sqrt")));

  @ArchTest
  static final ArchRule nothingIsPrinted = noClasses()
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err")
      .orShould()
      .callMethod(System.class, "exit", int.class)
      .orShould()
      .callMethod(System.class, "getenv");
}
