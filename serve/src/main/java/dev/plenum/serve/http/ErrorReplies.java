package dev.plenum.serve.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What clients are told where a request does not even get to a route. */
final class ErrorReplies implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Object given = request.getAttribute(ErrorHandler.ERROR_STATUS);
    int status = given instanceof Integer known ? known : response.getStatus();
    Reply reply =
        problem(status, request.getAttribute(ErrorHandler.ERROR_MESSAGE)).reply();
    SecurityHeaders.addTo(response.getHeaders());
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
    reply.headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
    return true;
  }

  private static Problem problem(int status, @Nullable Object message) {
    String found = message == null ? HttpStatus.getMessage(status) : message.toString();
    return status >= 500
        ? new Problem(status, "The server does not take the request", found, "try again later")
        : new Problem(
            status, "The request is no valid HTTP, or too long", found, "send it as HTTP asks for");
  }
}
