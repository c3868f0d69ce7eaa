package dev.plenum.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A standalone master and workers of one core each, in processes of their own that reach each other over
 * the loopback interface only, with authentication.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String SECRET = "of this test";
  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final String master;
  private final Process masterProcess;
  private final List<Process> workers = new ArrayList<>();
  private final Thread atExit = new Thread(this::endAll, "end-cluster");

  private StandaloneCluster(Path folder) throws IOException {
    this.folder = folder;
    int port = freePort();
    master = "spark://" + LOOPBACK + ":" + port;
    Files.createDirectories(folder.resolve("spark/jars"));
    Runtime.getRuntime().addShutdownHook(atExit);
    masterProcess = start(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        LOOPBACK,
        "--port",
        String.valueOf(port),
        "--webui-port",
        "0");
    awaitPort(port);
  }

  /** A cluster that leaves its files in a folder. */
  static StandaloneCluster start(Path folder, int workers) throws IOException {
    StandaloneCluster cluster = new StandaloneCluster(folder);
    for (int i = 0; i < workers; i++) {
      cluster.startWorker();
    }
    return cluster;
  }

  /** What an application must be told to use it. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.driver.host", LOOPBACK);
    settings.put("spark.driver.bindAddress", LOOPBACK);
    settings.put("spark.authenticate", "true");
    settings.put("spark.authenticate.secret", SECRET);
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.executor.cores", "1");
    settings.put("spark.executor.memory", "512m");
    settings.put("spark.executor.heartbeatInterval", "200ms");
    settings.put("spark.executorEnv.SPARK_SCALA_VERSION", "2.13");
    settings.put("spark.executorEnv.SPARK_HOME", folder.resolve("spark").toString());
    settings.put("spark.executor.extraClassPath", System.getProperty("java.class.path"));
    return settings;
  }

  String master() {
    return master;
  }

  private void startWorker() throws IOException {
    String name = "worker-" + (workers.size() + 1);
    workers.add(start(
        name,
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        LOOPBACK,
        "--port",
        "0",
        "--webui-port",
        "0",
        "--cores",
        "1",
        "--memory",
        "1g",
        "--work-dir",
        folder.resolve(name).toString(),
        master));
  }

  /** Kills an executor and its worker with SIGKILL; no other one takes its place. */
  void killWorkerOf(String executor) {
    for (int i = 0; i < workers.size(); i++) {
      if (hasExecutor("worker-" + (i + 1), executor)) {
        List<ProcessHandle> children = workers.get(i).descendants().toList();
        workers.get(i).destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        return;
      }
    }
    throw new AssertionError("no worker has the executor " + executor);
  }

  /** A worker makes a folder for each executor. */
  private boolean hasExecutor(String worker, String executor) {
    try (Stream<Path> applications = Files.list(folder.resolve(worker))) {
      return applications.anyMatch(one -> Files.isDirectory(one.resolve(executor)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start(String name, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of(
        "-Xmx256m",
        "-Dspark.authenticate=true",
        "-Dspark.authenticate.secret=" + SECRET,
        "-cp",
        System.getProperty("java.class.path"),
        main));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
    return builder.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitPort(int port) throws IOException {
    long begin = System.nanoTime();
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (IOException e) {
        if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
          close();
          throw new IOException("the master did not start; see its log:\n" + log("master"), e);
        }
      }
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }

  private String log(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"));
  }

  private void endAll() {
    List<Process> all = new ArrayList<>(workers);
    all.add(masterProcess);
    List<ProcessHandle> children = all.stream().flatMap(Process::descendants).toList();
    all.forEach(Process::destroyForcibly);
    children.forEach(ProcessHandle::destroyForcibly);
    Stream.concat(all.stream().map(Process::toHandle), children.stream())
        .forEach(process -> process.onExit().join());
  }

  @Override
  public void close() {
    endAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      throw new UncheckedIOException(new IOException("this JVM is ending already", e));
    }
  }
}
