/** A small HTTP server for pages and interfaces of this machine: routes, limits, events. */
@NullMarked
package dev.plenum.serve.http;

import org.jspecify.annotations.NullMarked;
