package dev.plenum.app.config;

import java.util.regex.Pattern;

/**
 * The variables that Kubernetes sets in every container, and Docker with a link: a service named
 * {@code plenum} gives {@code PLENUM_SERVICE_HOST}, {@code PLENUM_PORT_80_TCP_ADDR} and the like, one
 * named {@code plenum-train} {@code PLENUM_TRAIN_SERVICE_HOST}. They are not meant for Plenum.
 */
final class ServiceVariables {
  private static final Pattern NAME = Pattern.compile(
      "PLENUM(_[A-Z0-9_]+)?_"
          + "(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

  private ServiceVariables() {}

  /** Whether a variable tells of a service. */
  static boolean contain(String name) {
    return NAME.matcher(name).matches();
  }
}
