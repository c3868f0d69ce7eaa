package dev.plenum.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom the module may know. */
@AnalyzeClasses(packages = "dev.plenum.spark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule sparkKnowsTheExperimentAndWhatThatMayKnow = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "scala..",
          "org.apache.spark..",
          "org.apache.hadoop.conf..",
          "org.apache.hadoop.fs..",
          "org.jspecify..",
          "dev.plenum.spark..",
          "dev.plenum.experiment..",
          "dev.plenum.api..",
          "dev.plenum.ensemble..",
          "dev.plenum.persistence..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.plenum.(spark..)").should().beFreeOfCycles();

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
