package dev.plenum.serve;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom the server may know. */
@AnalyzeClasses(packages = "dev.plenum.serve", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theServerKnowsTheExperimentWhatThatHasJettyAndMicrometer = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "javax.imageio..",
          "org.jspecify..",
          "com.fasterxml.jackson..",
          "io.micrometer..",
          "org.eclipse.jetty..",
          "dev.plenum.serve..",
          "dev.plenum.predictor..",
          "dev.plenum.experiment..",
          "dev.plenum.augmentation..",
          "dev.plenum.datasets..",
          "dev.plenum.ensemble..",
          "dev.plenum.persistence..",
          "dev.plenum.api..");

  @ArchTest
  static final ArchRule onlyTheServerItselfKnowsJetty = noClasses()
      .that()
      .resideOutsideOfPackage("dev.plenum.serve.http")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("org.eclipse.jetty..");

  @ArchTest
  static final ArchRule nothingTranscendentalOfMathIsUsed = noClasses()
      .should()
      .callMethodWhere(describe(
          "a function of Math whose bits differ between JVMs",
          call -> call.getTargetOwner().isEquivalentTo(Math.class)
              && !call.getName().matches("abs|min|max|floor|ceil|round|sqrt")));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.plenum.(serve..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingIsPrinted = noClasses()
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err");
}
