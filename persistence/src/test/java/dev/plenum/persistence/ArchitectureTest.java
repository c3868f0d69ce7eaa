package dev.plenum.persistence;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Whom persistence may know. */
@AnalyzeClasses(
    packages = "dev.plenum.persistence",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule persistenceKnowsOnlyTheApiAndItsJsonLibrary = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "java..",
          "org.jspecify..",
          "com.fasterxml.jackson..",
          "dev.plenum.persistence..",
          "dev.plenum.api..");

  @ArchTest
  static final ArchRule noPublicMethodShowsTheJsonLibrary = methods()
      .that()
      .arePublic()
      .and()
      .areDeclaredInClassesThat()
      .arePublic()
      .should()
      .notHaveRawReturnType(
          describe("of the JSON library", type -> type.getName().startsWith("com.fasterxml")));

  @ArchTest
  static final ArchRule nothingTranscendentalOfMathIsUsed = noClasses()
      .should()
      .callMethodWhere(
          describe(
              "a function of Math whose bits differ between JVMs",
              call -> call.getTargetOwner().isEquivalentTo(Math.class)
                  && !call.getName()
                      .matches(
                          "abs|min|max|floor|ceil|round|rint|sqrt|fma|.*Exact|floor(Mod|Div)|multiplyHigh")));

  @ArchTest
  static final ArchRule nothingIsPrinted = noClasses()
      .should()
      .accessField(System.class, "out")
      .orShould()
      .accessField(System.class, "err");
}
