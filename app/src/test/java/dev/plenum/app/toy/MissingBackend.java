package dev.plenum.app.toy;

import dev.plenum.api.Availability;

/** A backend that cannot be used. */
public final class MissingBackend extends ToyBackend {

  @Override
  public String name() {
    return "missing";
  }

  @Override
  public Availability availability() {
    return Availability.unavailable("its card is not in this machine", "Buy one");
  }
}
