package org.silverteller.store.fsn;

import java.io.IOException;

/** Bytes that are no FSN file of the 2014 form; the message says what was found and expected. */
public final class MalformedFsn extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedFsn(String message) {
    super(message);
  }
}
