package dev.plenum.datasets.internal.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Gets files from mirrors, the last one that delivered first. */
public final class Downloader {
  private final List<URI> mirrors;
  private final DownloadSettings settings;
  private final HttpClient client;

  /**
   * Connects to nothing yet.
   *
   * @param mirrors absolute addresses of folders, the preferred one first
   */
  public Downloader(List<URI> mirrors, DownloadSettings settings) {
    this.mirrors = new ArrayList<>(mirrors);
    this.settings = settings;
    this.client = newClient(settings);
  }

  /** A client that follows redirections, but never from https to http. */
  static HttpClient newClient(DownloadSettings settings) {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .connectTimeout(settings.connectTimeout())
        .followRedirects(Redirect.NORMAL)
        .build();
  }

  /**
   * Gets one file. The target appears, or is replaced, in one step when the file is complete and
   * checked; when this fails it is as before.
   *
   * @param fileName in each mirror's folder
   * @param mostBytes a server that sends more is not listened to any longer
   * @param check what the file must pass
   * @param target in a folder that is made if need be
   * @throws DownloadFailedException if no mirror delivered
   * @throws InterruptedIOException if the thread is interrupted
   * @throws IOException if the file cannot be written
   */
  public void download(
      String fileName, long mostBytes, FileCheck check, Path target, ByteProgress progress)
      throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
      PartFile.deleteAbandoned(folder);
    }
    List<String> failures = new ArrayList<>();
    try (PartFile part = PartFile.beside(target)) {
      for (URI mirror : List.copyOf(mirrors)) {
        URI source = inFolder(mirror, fileName);
        Transfer transfer = new Transfer(client, settings, source, part, mostBytes, progress);
        Optional<String> problem = problemOf(transfer, part, check);
        if (problem.isEmpty()) {
          part.moveTo(target);
          return;
        }
        failures.add(source + ": " + problem.get());
        // The next file is not asked of it first.
        Collections.rotate(mirrors, -1);
      }
    } catch (ClosedByInterruptException e) {
      throw Interruption.asIoException();
    }
    throw new DownloadFailedException(fileName, failures);
  }

  private static Optional<String> problemOf(Transfer transfer, PartFile part, FileCheck check)
      throws IOException {
    try {
      transfer.run();
    } catch (MirrorException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    return check.problemOf(part.path());
  }

  private static URI inFolder(URI folder, String fileName) {
    String address = folder.toString();
    return URI.create(address.endsWith("/") ? address + fileName : address + "/" + fileName);
  }
}
