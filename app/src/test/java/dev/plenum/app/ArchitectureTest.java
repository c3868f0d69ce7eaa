package dev.plenum.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.typesafe.config.ConfigFactory;
import java.util.Set;

/** Who may know whom, over all of Plenum's classes that the application runs with. */
@AnalyzeClasses(packages = "dev.plenum", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String APP = "dev.plenum.app..";
  private static final String BACKENDS = "dev.plenum.backend..";
  private static final Set<String> TRANSCENDENTAL = Set.of(
      "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos", "atan",
      "atan2", "sinh", "cosh", "tanh", "hypot", "cbrt");

  @ArchTest
  static final ArchRule ONLY_THE_APPLICATION_USES_INJECTION_COMMAND_LINE_AND_LOGGING_LIBRARIES =
      noClasses()
          .that(resideInAPackage("dev.plenum..").and(DescribedPredicate.not(resideInAPackage(APP))))
          .should()
          .dependOnClassesThat(resideInAnyPackage(
              "com.google.inject..",
              "jakarta.inject..",
              "picocli..",
              "org.slf4j..",
              "ch.qos.logback..",
              "java.util.logging.."));

  @ArchTest
  static final ArchRule THE_APPLICATION_NEVER_NAMES_A_BACKENDS_CLASS = noClasses()
      .that(resideInAPackage(APP))
      .should()
      .dependOnClassesThat(resideInAPackage(BACKENDS));

  @ArchTest
  static final ArchRule NOBODY_USES_ANOTHER_MODULES_INTERNALS =
      noClasses().that(resideInAPackage("dev.plenum..")).should(useInternalsOfAnotherModule());

  @ArchTest
  static final ArchRule NOTHING_TRANSCENDENTAL_OF_MATH_IS_USED = noClasses()
      .that(resideInAPackage(APP))
      .should()
      .callMethodWhere(DescribedPredicate.describe(
          "java.lang.Math's functions that differ between JVMs",
          (JavaCall<?> call) -> call.getTargetOwner().isEquivalentTo(Math.class)
              && TRANSCENDENTAL.contains(call.getName())));

  @ArchTest
  static final ArchRule FILES_ARE_PARSED_AS_DATA_ONLY = noClasses()
      .that(resideInAPackage(APP).and(DescribedPredicate.not(resideInAPackage("..document.."))))
      .should()
      .callMethodWhere(DescribedPredicate.describe(
          "a parser that includes other files and has no bounds",
          (JavaCall<?> call) -> call.getTargetOwner().isEquivalentTo(ConfigFactory.class)
              && call.getName().startsWith("parse")));

  @ArchTest
  static final ArchRule THE_PACKAGES_OF_THE_APPLICATION_HAVE_NO_CYCLES =
      slices().matching("dev.plenum.(app..)").should().beFreeOfCycles();

  private static ArchCondition<JavaClass> useInternalsOfAnotherModule() {
    return new ArchCondition<>("use internals of another module") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
          String target = dependency.getTargetClass().getPackageName();
          int internal = target.indexOf(".internal");
          boolean isOurs = target.startsWith("dev.plenum.") && internal > 0;
          if (isOurs && !item.getPackageName().startsWith(target.substring(0, internal))) {
            events.add(SimpleConditionEvent.satisfied(item, dependency.getDescription()));
          }
        }
      }
    };
  }
}
