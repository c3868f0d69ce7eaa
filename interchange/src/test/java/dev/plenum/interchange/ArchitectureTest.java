package dev.plenum.interchange;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom interchange may know. */
@AnalyzeClasses(
    packages = "dev.plenum.interchange",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule interchangeKnowsOnlyTheApiPersistenceCommitteesAndTheLibrariesOfItsFormats =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "ai.onnx.proto..",
              "com.google.protobuf..",
              "com.ning.compress.lzf..",
              "io.jhdf..",
              "dev.plenum.interchange..",
              "dev.plenum.ensemble..",
              "dev.plenum.persistence..",
              "dev.plenum.api..");

  @ArchTest
  static final ArchRule noPublicMethodShowsALibrary = methods()
      .that()
      .arePublic()
      .and()
      .areDeclaredInClassesThat()
      .arePublic()
      .should()
      .notHaveRawReturnType(describe(
          "of a library",
          type -> !type.isPrimitive()
              && !type.isArray()
              && !type.getName().matches("(java|dev\\.plenum)\\..*")));

  @ArchTest
  static final ArchRule nothingTranscendentalOfMathIsUsed = noClasses()
      .should()
      .callMethodWhere(describe(
          "a function of Math whose bits differ between JVMs",
          call -> call.getTargetOwner().isEquivalentTo(Math.class)
              && !call.getName().matches("abs|min|max|.*Exact")));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.plenum.(interchange..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingIsPrinted = noClasses()
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err");
}
