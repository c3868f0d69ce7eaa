package dev.plenum.ensemble;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom the ensemble may know. */
@AnalyzeClasses(
    packages = "dev.plenum.ensemble",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theEnsembleKnowsOnlyTheApiAndPersistence = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "org.jspecify..",
          "dev.plenum.ensemble..",
          "dev.plenum.persistence..",
          "dev.plenum.api..");

  @ArchTest
  static final ArchRule nothingTranscendentalOfMathIsUsed = noClasses()
      .should()
      .callMethodWhere(describe(
          "a function of Math whose bits differ between JVMs",
          call -> call.getTargetOwner().isEquivalentTo(Math.class)
              && !call.getName().matches("abs|min|max|floor|ceil|round|sqrt|fma|nextUp")));

  @ArchTest
  static final ArchRule nothingIsPrinted = noClasses()
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err");
}
