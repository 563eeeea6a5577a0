package org.silverteller.driver.xfs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The slot of a passbook printer. Printers take a book only while a command waits for one: a read
 * of the stripe opens the slot, and completes when a book has come in and is read. There is one
 * under way at most. May be used from any thread.
 */
final class PtrSlot {

  /** How long a provider may take to say that it waits for a book; older ones do not. */
  private static final Duration OPENING = Duration.ofSeconds(5);

  /**
   * The read that waits for a book.
   *
   * @param heard completed when the slot is known to be open, or the read is over
   */
  private record Waiting(Requests.Pending read, XfsArena input, CompletableFuture<Boolean> heard) {}

  private final XfsService service;
  private final PtrReading reading;
  private final Runnable bookInserted;
  private Optional<Waiting> waiting = Optional.empty();
  private Optional<CompletableFuture<Boolean>> opening = Optional.empty();
  private boolean bookIn;

  /**
   * @param bookInserted told once a book
   */
  PtrSlot(XfsService service, PtrReading reading, Runnable bookInserted) {
    this.service = service;
    this.reading = reading;
    this.bookInserted = bookInserted;
  }

  // ---- what happens by itself

  /** WFS_EXEE_PTR_NOMEDIA: the slot is open. */
  void opened() {
    Optional<CompletableFuture<Boolean>> listening;
    synchronized (this) {
      listening = opening;
    }
    listening.ifPresent(heard -> heard.complete(true));
  }

  /** Some printers tell it by an event, some only by what they have read. */
  void inserted() {
    synchronized (this) {
      if (bookIn) {
        return;
      }
      bookIn = true;
    }
    bookInserted.run();
  }

  /** A read that ends well without an event has met a book. */
  private void ended(XfsResult result) {
    if (result.hResult() == Xfs.WFS_SUCCESS) {
      inserted();
    }
    opened();
  }

  /** The service was lost, and the read with it; a slot that waited for a book does so again. */
  void back() throws XfsFault {
    boolean waited = !hasBook();
    Optional<Waiting> lost = dropped();
    if (lost.isPresent()) {
      service.giveUp(lost.get().read());
      lost.get().input().close();
      if (waited) {
        begin();
      }
    }
  }

  // ---- opening and closing

  /** Whether a read is under way, or has read a book that nobody has asked for. */
  synchronized boolean isOpen() {
    return waiting.isPresent();
  }

  synchronized boolean hasBook() {
    return bookIn;
  }

  /**
   * Returns when the slot is open, as far as the printer tells.
   *
   * @throws XfsFault why it does not open
   */
  void open() throws XfsFault {
    if (isOpen()) {
      return;
    }
    Waiting begun = begin();
    boolean told = service.awaits(begun.heard(), OPENING);
    if (told && begun.read().completed().isDone() && !hasBook()) {
      read(reading.forms().track());
    }
  }

  private Waiting begin() throws XfsFault {
    CompletableFuture<Boolean> heard = new CompletableFuture<>();
    synchronized (this) {
      bookIn = false;
      opening = Optional.of(heard);
    }
    XfsArena input = service.arena();
    Waiting begun;
    try {
      begun =
          new Waiting(
              reading.begin(input, reading.forms().field(reading.forms().track())), input, heard);
    } catch (XfsFault fault) {
      input.close();
      throw fault;
    }
    synchronized (this) {
      waiting = Optional.of(begun);
    }
    service.afterwards(begun.read().completed(), this::ended);
    return begun;
  }

  /** A slot that has taken a book in is closed already. */
  void close() {
    if (!hasBook()) {
      drop();
    }
  }

  /** Ends the read, and what it may have read. */
  void drop() {
    dropped()
        .ifPresent(
            ended -> {
              service.cancel(ended.read());
              ended.input().close();
            });
  }

  private synchronized Optional<Waiting> dropped() {
    Optional<Waiting> ended = waiting;
    waiting = Optional.empty();
    return ended;
  }

  // ---- reading

  /**
   * What the read of the slot has found; empty where that is nothing, or it is taken already.
   *
   * @param track the one that the slot reads
   */
  Optional<char[]> read(int track) throws XfsFault {
    Optional<Waiting> ended = dropped();
    if (ended.isEmpty()) {
      return Optional.empty();
    }
    try (XfsResult result = service.finish(ended.get().read(), PtrReading.READ, XfsDevice.MOVING)) {
      return reading.value(result, reading.forms().field(track));
    } finally {
      ended.get().input().close();
    }
  }
}
