package dev.plenum.serve.http;

/**
 * A part of a form.
 *
 * @param name of the field
 * @param bytes nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // it is read once, and never compared
public record Part(String name, byte[] bytes) {}
