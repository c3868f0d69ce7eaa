package dev.plenum.backend.purejava;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "dev.plenum.backend.purejava",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule knowsOnlyTheApiAndThePlatform = classes()
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(
          "dev.plenum.backend.purejava..",
          "dev.plenum.api..",
          "java..",
          "jdk.incubator.vector..",
          "org.jspecify..");

  @ArchTest
  static final ArchRule onlyTheKernelsKnowTheVectorApi = noClasses()
      .that()
      .haveSimpleNameNotStartingWith("Vector")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("jdk.incubator.vector..");

  @ArchTest
  static final ArchRule usesNoFunctionThatDiffersBetweenJvms = noClasses()
      .should()
      .callMethodWhere(
          target(owner(JavaClass.Predicates.type(Math.class)))
              .and(
                  target(
                      nameMatching(
                          "exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|hypot|cbrt"))));
}
