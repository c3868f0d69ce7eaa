package dev.plenum.experiment;

import dev.plenum.experiment.process.JvmCommand;
import dev.plenum.experiment.run.RunFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process that wants a run's folder while this one is at work in it. */
public final class OtherProcess {
  private OtherProcess() {}

  /** Resumes the run in the first argument by the command of the second. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (RunFolder run = RunFolder.open(Path.of(args[0]), args[1])) {
      out.println("it works in " + run.path());
    } catch (RunRefusedException e) {
      out.println(e.getMessage());
    }
  }

  /** What it says when it has tried to resume a run. */
  public static String resume(Path folder, String command)
      throws IOException, InterruptedException {
    Path crash = folder.resolveSibling("crash.log");
    Process process = new ProcessBuilder(
            JvmCommand.of(OtherProcess.class, crash, List.of(folder.toString(), command)))
        .redirectError(Redirect.INHERIT)
        .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the other process failed: " + told);
    }
    return told.strip();
  }
}
