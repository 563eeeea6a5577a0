package org.silverteller.driver.xfs;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Brings completions to the requests they belong to. A completion may come before the call that
 * began the request has told its id, long after everybody gave up, twice, or for nobody; what
 * nobody waits for is handed to the taker of strays. May be used from any thread, and holds no lock
 * while it calls the manager or anybody else.
 */
final class Requests {

  /** More completions than that are not kept while calls are under way. */
  private static final int MOST_EARLY = 1_024;

  /** Request ids repeat across services, and across kinds of requests. */
  record Key(short service, int requestId, int message) {}

  /** A request under way, until its result is taken. */
  final class Pending {
    private final Key key;
    private final CompletableFuture<XfsResult> completed = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();

    private Pending(Key key) {
      this.key = key;
    }

    Key key() {
      return key;
    }

    CompletableFuture<XfsResult> completed() {
      return completed;
    }

    /**
     * Makes the caller the one who reads and closes the result, where two wait for it: one to
     * finish the request, the other having cancelled it.
     *
     * @return false when it is another's
     */
    boolean take() {
      untaken.remove(this);
      return taken.compareAndSet(false, true);
    }
  }

  /** A call of the manager that tells the id of the request it began. */
  @FunctionalInterface
  interface AsyncCall {
    int begin(Pointer requestId);
  }

  /**
   * A completion that came while calls were under way.
   *
   * @param moment when it came, in the order of calls
   */
  private record Early(long moment, XfsResult result) {}

  private final Consumer<XfsResult> strays;
  private final Map<Key, Pending> waiting = new HashMap<>();
  private final Set<Pending> untaken = ConcurrentHashMap.newKeySet();
  private final AtomicLong abandoned = new AtomicLong();
  private final Deque<Early> early = new ArrayDeque<>();

  /** The moments at which the calls under way began. */
  private final TreeSet<Long> calls = new TreeSet<>();

  private long moments;
  private boolean closed;

  Requests(Consumer<XfsResult> strays) {
    this.strays = strays;
  }

  /** An HRESULT other than WFS_SUCCESS: no request was begun. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int code;

    Refused(int code) {
      super(XfsNames.error(code));
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /**
   * @param message of the completion
   * @param service asked after the call, because opening tells it only then
   */
  Pending begin(int message, Supplier<Short> service, AsyncCall call) throws Refused {
    long began = callBegins();
    try (Memory requestId = new Memory(Integer.BYTES)) {
      requestId.setInt(0, 0);
      int code = call.begin(requestId);
      if (code != Xfs.WFS_SUCCESS) {
        throw new Refused(code);
      }
      return expect(new Key(service.get(), requestId.getInt(0), message), began);
    } finally {
      callEnds(began);
    }
  }

  private synchronized long callBegins() throws Refused {
    if (closed) {
      throw new Refused(Xfs.WFS_ERR_NOT_STARTED);
    }
    long began = ++moments;
    calls.add(began);
    return began;
  }

  private Pending expect(Key key, long began) {
    Pending request = new Pending(key);
    untaken.add(request);
    Optional<XfsResult> already;
    boolean over;
    synchronized (this) {
      already = takeEarly(key, began);
      over = closed;
      if (already.isEmpty() && !over) {
        waiting.put(key, request);
      }
    }
    already.ifPresent(request.completed::complete);
    if (over) {
      request.completed.cancel(false);
    }
    return request;
  }

  /** Only what came after the call began can be its completion; ids are used again. */
  private Optional<XfsResult> takeEarly(Key key, long began) {
    for (Iterator<Early> each = early.iterator(); each.hasNext(); ) {
      Early candidate = each.next();
      if (candidate.moment() >= began && candidate.result().key().equals(key)) {
        each.remove();
        return Optional.of(candidate.result());
      }
    }
    return Optional.empty();
  }

  private void callEnds(long began) {
    List<XfsResult> left = new ArrayList<>();
    synchronized (this) {
      calls.remove(began);
      long oldest = calls.isEmpty() ? Long.MAX_VALUE : calls.first();
      while (!early.isEmpty() && early.getFirst().moment() < oldest) {
        left.add(early.removeFirst().result());
      }
    }
    left.forEach(strays);
  }

  /** A completion has come. Never waits. */
  void arrived(XfsResult result) {
    Optional<XfsResult> left;
    Pending waiter;
    synchronized (this) {
      waiter = waiting.remove(result.key());
      left = waiter == null ? keep(result) : Optional.empty();
    }
    if (waiter != null && !waiter.completed.complete(result)) {
      left = Optional.of(result);
    }
    left.ifPresent(strays);
  }

  /**
   * @return what cannot be kept
   */
  private Optional<XfsResult> keep(XfsResult result) {
    if (calls.isEmpty()) {
      return Optional.of(result);
    }
    early.addLast(new Early(moments, result));
    return early.size() > MOST_EARLY ? Optional.of(early.removeFirst().result()) : Optional.empty();
  }

  /** How many requests were given up that had not completed: their providers may work on. */
  long abandoned() {
    return abandoned.get();
  }

  /**
   * Nobody waits for the request any more.
   *
   * @return whether it had not completed
   */
  boolean abandon(Pending request) {
    synchronized (this) {
      waiting.remove(request.key, request);
    }
    // Counted before anybody hears of it, for they free the input that its provider may still read.
    abandoned.incrementAndGet();
    boolean open = request.completed.cancel(false);
    if (open) {
      untaken.remove(request);
    } else {
      abandoned.decrementAndGet();
    }
    return open;
  }

  /**
   * Ends the waiting of all; nothing begins from now on. What has come and was not taken, and what
   * still comes, is stray.
   */
  void close() {
    synchronized (this) {
      closed = true;
    }
    for (Pending request : List.copyOf(untaken)) {
      if (!abandon(request) && request.take()) {
        strays.accept(request.completed.join());
      }
    }
  }
}
