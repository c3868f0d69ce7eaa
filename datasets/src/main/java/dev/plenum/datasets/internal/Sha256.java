package dev.plenum.datasets.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that identifies all data. */
public final class Sha256 {
  private Sha256() {}

  /** A digest of nothing yet. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
