package dev.plenum.serve.http;

import java.io.IOException;

/** Tells clients what happens, as server-sent events. */
@FunctionalInterface
public interface EventEndpoint {
  /**
   * A client listens. It wants to know the state of things first, because it may have listened
   * before, and have lost the connection.
   *
   * @param call the request, without a body
   * @param stream brings events to the client, also after this returns
   * @throws ProblemException what the client is told instead
   */
  void connected(Call call, EventStream stream) throws IOException;
}
