package org.silverteller.host.iso8583;

/**
 * Bytes that are not a message of the dialect, or a message that lacks a field. The text names the
 * place, never a value.
 */
public final class MalformedMessage extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedMessage(String detail) {
    super(detail);
  }
}
