package dev.plenum.tck;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.plenum.tck", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule kitKnowsOnlyTheApiAndJunit = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "dev.plenum.tck..",
          "dev.plenum.api..",
          "java..",
          "org.jspecify..",
          "org.junit.jupiter.api..",
          "org.junit.jupiter.params..");

  @ArchTest
  static final ArchRule referenceKnowsOnlyTheApi = classes()
      .that()
      .resideInAPackage("dev.plenum.tck.reference")
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "dev.plenum.tck.reference", "dev.plenum.api..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule usesNoFunctionThatDiffersBetweenJvms = noClasses()
      .should()
      .callMethodWhere(
          target(owner(type(Math.class)))
              .and(
                  target(
                      nameMatching(
                          "exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|hypot|cbrt"))));
}
