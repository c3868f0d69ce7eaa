package dev.plenum.serve.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** What a server answers at which path. A path may have one part in braces: {@code /runs/{name}}. */
public final class Routes {
  /** Answers at one path. */
  sealed interface Target {}

  /** With one answer. */
  record Answers(AsyncEndpoint endpoint) implements Target {}

  /** With events. */
  record Tells(EventEndpoint endpoint) implements Target {}

  /** A method, a path, and what answers there. */
  record Route(String method, PathTemplate path, Target target) {}

  /** A route that was found, and what stands for the part in braces. */
  record Match(Route route, String parameter) {}

  private final List<Route> routes = new ArrayList<>();
  private final List<StaticFiles> files = new ArrayList<>();

  private Routes() {}

  /** {@return routes of which there are none yet} */
  public static Routes none() {
    return new Routes();
  }

  /**
   * Answers GET, and HEAD.
   *
   * @param path may have one part in braces
   * @param endpoint what answers there
   * @return these routes, with that
   */
  public Routes get(String path, Endpoint endpoint) {
    return add("GET", path, new Answers(now(endpoint)));
  }

  /**
   * Answers POST.
   *
   * @param path may have one part in braces
   * @param endpoint what answers there
   * @return these routes, with that
   */
  public Routes post(String path, Endpoint endpoint) {
    return add("POST", path, new Answers(now(endpoint)));
  }

  /**
   * Answers POST when the answer is there.
   *
   * @param path may have one part in braces
   * @param endpoint what answers there, later
   * @return these routes, with that
   */
  public Routes postLater(String path, AsyncEndpoint endpoint) {
    return add("POST", path, new Answers(endpoint));
  }

  /**
   * Answers GET with events, for a browser's {@code EventSource}.
   *
   * @param path may have one part in braces
   * @param endpoint what tells the events there
   * @return these routes, with that
   */
  public Routes events(String path, EventEndpoint endpoint) {
    return add("GET", path, new Tells(endpoint));
  }

  /**
   * Answers GET with files that lie beside a class: {@code /} with {@code index.html}, {@code /x.js}
   * with {@code x.js}. There are no folders.
   *
   * @param owner a class of the same module
   * @param folder a folder beside it
   * @return these routes, with that
   */
  public Routes files(Class<?> owner, String folder) {
    files.add(new StaticFiles(owner, folder));
    return this;
  }

  private Routes add(String method, String path, Target target) {
    routes.add(new Route(method, new PathTemplate(path), target));
    return this;
  }

  private static AsyncEndpoint now(Endpoint endpoint) {
    return call -> CompletableFuture.completedFuture(endpoint.answer(call));
  }

  /** What answers there, of whatever method it is. */
  List<Match> at(String path) {
    return routes.stream()
        .flatMap(route ->
            route.path().parameter(path).map(parameter -> new Match(route, parameter)).stream())
        .sorted(Comparator.comparing(match -> match.route().path().hasParameter()))
        .toList();
  }

  /** The file there. */
  Optional<Reply> file(String path) {
    return files.stream().flatMap(some -> some.at(path).stream()).findFirst();
  }

  /** All paths, for who asks for another one. */
  String paths() {
    return routes.stream()
        .map(route -> route.method() + " " + route.path().text())
        .collect(Collectors.joining(", "));
  }
}
