package org.silverteller.driver.xfs;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.silverteller.event.Key;

/**
 * One WFS_CMD_PIN_GET_DATA or WFS_CMD_PIN_GET_PIN, from its beginning to its completion, and what
 * its key events mean.
 *
 * @param ended the completion as it was read; its memory is freed by then
 * @param open done when the pad listens, as far as anybody can tell
 * @param pressed whether a key event has come
 */
record PinEntry(
    Ask ask,
    Requests.Pending request,
    CompletableFuture<End> ended,
    CompletableFuture<Boolean> open,
    AtomicBoolean pressed) {

  /** What keys are asked for. */
  sealed interface Ask {}

  /** All keys in clear, until cancelled. */
  record AllKeys() implements Ask {}

  /** A PIN, kept in the pad. */
  record HiddenPin(int min, int max) implements Ask {}

  /**
   * How an entry ended.
   *
   * @param hResult WFS_SUCCESS, WFS_ERR_CANCELED or another fault
   * @param wCompletion WFS_PIN_COMPENTER, WFS_PIN_COMPCANCEL …, after success with a PIN
   */
  record End(int hResult, int wCompletion) {

    static End of(Ask ask, XfsResult result, XfsDialect dialect) {
      boolean told = ask instanceof HiddenPin && result.hResult() == Xfs.WFS_SUCCESS;
      return new End(
          result.hResult(),
          told ? result.as(Pin.WFSPINENTRY, dialect).word("wCompletion") : Pin.WFS_PIN_COMPAUTO);
    }

    boolean good() {
      return hResult == Xfs.WFS_SUCCESS;
    }

    /** Whether a PIN lies in the pad; one that ended by itself, at its last digit, does too. */
    boolean entered() {
      return good() && wCompletion != Pin.WFS_PIN_COMPCANCEL;
    }
  }

  PinEntry(Ask ask, Requests.Pending request, CompletableFuture<End> ended) {
    this(ask, request, ended, new CompletableFuture<>(), new AtomicBoolean());
  }

  /** Completed, or given up. */
  boolean over() {
    return ended.isDone();
  }

  /** Empty as long as it is under way, and when it was given up. */
  Optional<End> end() {
    return ended.isDone() && !ended.isCompletedExceptionally()
        ? Optional.of(ended.join())
        : Optional.empty();
  }

  boolean collectsPin() {
    return ask instanceof HiddenPin;
  }

  /**
   * What the terminal is told of a key event. Of a PIN never a digit, whatever the provider says;
   * and Enter and Cancel, which end it, only by the completion, because not every Enter does.
   */
  Optional<Key> key(XfsRecord event) {
    int completion = event.word("wCompletion");
    if (completion == Pin.WFS_PIN_COMPFDK || completion == Pin.WFS_PIN_COMPCONTFDK) {
      return Optional.empty();
    }
    Optional<Key> key = key(event.dword("ulDigit"), completion);
    if (!collectsPin()) {
      return key;
    }
    if (key.isEmpty()) {
      return event.dword("ulDigit") == 0 ? Optional.of(Key.HIDDEN) : Optional.empty();
    }
    return switch (key.get()) {
      case ENTER, CANCEL -> Optional.empty();
      case CLEAR -> key;
      default -> Optional.of(Key.HIDDEN);
    };
  }

  private static Optional<Key> key(int mask, int completion) {
    if (mask >= Pin.WFS_PIN_FK_0 && mask <= Pin.WFS_PIN_FK_9 && Integer.bitCount(mask) == 1) {
      return Optional.of(Key.ofDigit(Integer.numberOfTrailingZeros(mask)));
    }
    return switch (mask) {
      case Pin.WFS_PIN_FK_ENTER -> Optional.of(Key.ENTER);
      case Pin.WFS_PIN_FK_CANCEL -> Optional.of(Key.CANCEL);
      case Pin.WFS_PIN_FK_CLEAR, Pin.WFS_PIN_FK_BACKSPACE -> Optional.of(Key.CLEAR);
      case 0 -> byCompletion(completion);
      default -> Optional.empty();
    };
  }

  /** Some providers tell a function key only by this. */
  private static Optional<Key> byCompletion(int wCompletion) {
    return switch (wCompletion) {
      case Pin.WFS_PIN_COMPENTER -> Optional.of(Key.ENTER);
      case Pin.WFS_PIN_COMPCANCEL -> Optional.of(Key.CANCEL);
      case Pin.WFS_PIN_COMPCLEAR, Pin.WFS_PIN_COMPBACKSPACE -> Optional.of(Key.CLEAR);
      default -> Optional.empty();
    };
  }
}
