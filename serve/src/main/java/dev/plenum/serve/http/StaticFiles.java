package dev.plenum.serve.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of a page, from the jar. */
final class StaticFiles {
  private static final Pattern NAME = Pattern.compile("/([a-z0-9-]+\\.([a-z0-9]+))");
  private static final Map<String, String> TYPES = Map.of(
      "html", "text/html; charset=utf-8",
      "css", "text/css; charset=utf-8",
      "js", "text/javascript; charset=utf-8",
      "json", "application/json",
      "svg", "image/svg+xml",
      "png", "image/png");
  private static final Map<String, String> HEADERS = Map.of("Cache-Control", "no-cache");

  private final Class<?> owner;
  private final String folder;
  private final Map<String, Reply> read = new ConcurrentHashMap<>(); // only of files that exist

  StaticFiles(Class<?> owner, String folder) {
    this.owner = owner;
    this.folder = folder;
  }

  Optional<Reply> at(String path) {
    Matcher name = NAME.matcher("/".equals(path) ? "/index.html" : path);
    if (!name.matches()) {
      return Optional.empty();
    }
    Reply known = read.get(name.group(1));
    return known == null ? read(name.group(1), TYPES.get(name.group(2))) : Optional.of(known);
  }

  private Optional<Reply> read(String name, @Nullable String type) {
    try (InputStream file = owner.getResourceAsStream(folder + "/" + name)) {
      if (file == null || type == null) {
        return Optional.empty();
      }
      Reply reply = new Reply(200, type, file.readAllBytes(), HEADERS);
      read.put(name, reply);
      return Optional.of(reply);
    } catch (IOException e) {
      throw new UncheckedIOException("the file %s of the page cannot be read".formatted(name), e);
    }
  }
}
