package dev.plenum.experiment;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom the module may know. */
@AnalyzeClasses(
    packages = "dev.plenum.experiment",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theExperimentKnowsOnlyLibrariesOfPlenumAndOneOfStatistics = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "javax.xml.parsers..",
          "org.w3c.dom..",
          "org.xml.sax..",
          "org.jspecify..",
          "org.apache.commons.statistics..",
          "dev.plenum.experiment..",
          "dev.plenum.api..",
          "dev.plenum.augmentation..",
          "dev.plenum.datasets..",
          "dev.plenum.ensemble..",
          "dev.plenum.persistence..",
          "dev.plenum.predictor..");

  @ArchTest
  static final ArchRule nothingTranscendentalOfMathIsUsed = noClasses()
      .should()
      .callMethodWhere(describe(
          "a function of Math whose bits differ between JVMs",
          call -> call.getTargetOwner().isEquivalentTo(Math.class)
              && !call.getName().matches("abs|min|max|floor|ceil|round|sqrt")));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.plenum.(experiment..)").should().beFreeOfCycles();

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
