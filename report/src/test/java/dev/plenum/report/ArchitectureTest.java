package dev.plenum.report;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom the report may know. */
@AnalyzeClasses(
    packages = "dev.plenum.report",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theReportKnowsOnlyTheExperimentWhatThatHasAndItsWriterOfSvg = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "javax.imageio..",
          "javax.xml..",
          "org.w3c.dom..",
          "org.jspecify..",
          "org.apache.batik.svggen..",
          "dev.plenum.report..",
          "dev.plenum.experiment..",
          "dev.plenum.ensemble..",
          "dev.plenum.datasets..",
          "dev.plenum.persistence..",
          "dev.plenum.predictor..",
          "dev.plenum.api..");

  @ArchTest
  static final ArchRule nothingTranscendentalOfMathIsUsed = noClasses()
      .should()
      .callMethodWhere(describe(
          "a function of Math whose bits differ between JVMs",
          call -> call.getTargetOwner().isEquivalentTo(Math.class)
              && !call.getName().matches("abs|min|max|floor|ceil|round|sqrt")));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.plenum.(report..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingIsPrinted = noClasses()
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err");
}
