package dev.plenum.tck.selftest;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import dev.plenum.api.Backend;
import dev.plenum.api.network.Operation;
import dev.plenum.tck.BackendConformance;
import dev.plenum.tck.Capability;
import dev.plenum.tck.Tolerances;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.MethodFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a group of the kit's tests on a backend and notes how each ended. */
final class KitRun implements TestExecutionListener {
  private static Backend backend = new ReferenceBackend();
  private static Set<Capability> lacking = Set.of();
  private static Set<Class<? extends Operation>> unsupported = Set.of();
  private static Tolerances tolerances = Tolerances.STANDARD;

  final List<String> passed = new ArrayList<>();
  final List<String> failed = new ArrayList<>();
  final List<String> skippedWithReason = new ArrayList<>();
  final List<String> reported = new ArrayList<>();

  private KitRun() {}

  /** Runs one test, or those whose names match a pattern, of a group. */
  static KitRun of(Backend backend, Set<Capability> lacking, String group, String test) {
    return of(backend, lacking, Set.of(), Tolerances.STANDARD, group, test);
  }

  /** The same with everything that a backend can declare. */
  static KitRun of(
      Backend backend,
      Set<Capability> lacking,
      Set<Class<? extends Operation>> unsupported,
      Tolerances tolerances,
      String group,
      String test) {
    KitRun.backend = backend;
    KitRun.lacking = lacking;
    KitRun.unsupported = unsupported;
    KitRun.tolerances = tolerances;
    KitRun run = new KitRun();
    LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
        .selectors(selectNestedClass(
            List.of(Kit.class.getName()), BackendConformance.class.getName() + "$" + group))
        .filters(MethodFilter.includeMethodNamePatterns(".*#" + test))
        .build();
    LauncherFactory.create().execute(request, run);
    return run;
  }

  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    entry.getKeyValuePairs().forEach((key, value) -> reported.add(key + ": " + value));
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (!test.isTest()) {
      return;
    }
    String method =
        test.getSource().map(source -> ((MethodSource) source).getMethodName()).orElseThrow();
    switch (result.getStatus()) {
      case SUCCESSFUL -> passed.add(method);
      case FAILED -> failed.add(method);
      case ABORTED ->
        skippedWithReason.add(
            method + ": " + result.getThrowable().map(Throwable::getMessage).orElse("no reason"));
    }
  }

  /** Not named as a test, so that it runs only here. */
  static final class Kit extends BackendConformance {
    @Override
    protected Backend backend() {
      return KitRun.backend;
    }

    @Override
    protected Set<Capability> lacking() {
      return KitRun.lacking;
    }

    @Override
    protected Set<Class<? extends Operation>> unsupported() {
      return KitRun.unsupported;
    }

    @Override
    protected Tolerances tolerances() {
      return KitRun.tolerances;
    }
  }
}
