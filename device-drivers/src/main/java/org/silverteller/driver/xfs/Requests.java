package org.silverteller.driver.xfs;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Brings completions to the requests they belong to. A completion may come before the call that
 * began the request has told its id, long after everybody gave up, twice, or for nobody; what
 * nobody waits for is handed to the taker of strays.
 */
final class Requests {

  /** More completions than that are not kept while calls are under way. */
  private static final int MOST_EARLY = 1_024;

  /** Request ids repeat across services, and across kinds of requests. */
  record Key(short service, int requestId, int message) {}

  /** A request under way. */
  record Pending(Key key, CompletableFuture<XfsResult> completed) {}

  /** A call of the manager that tells the id of the request it began. */
  @FunctionalInterface
  interface AsyncCall {
    int begin(Pointer requestId);
  }

  private final Consumer<XfsResult> strays;
  private final Map<Key, CompletableFuture<XfsResult>> waiting = new HashMap<>();
  private final Map<Key, XfsResult> early = new LinkedHashMap<>();
  private int calling;

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
    synchronized (this) {
      calling++;
    }
    try (Memory requestId = new Memory(Integer.BYTES)) {
      requestId.setInt(0, 0);
      int code = call.begin(requestId);
      if (code != Xfs.WFS_SUCCESS) {
        throw new Refused(code);
      }
      return expect(new Key(service.get(), requestId.getInt(0), message));
    } finally {
      called();
    }
  }

  private Pending expect(Key key) {
    CompletableFuture<XfsResult> completed = new CompletableFuture<>();
    XfsResult already;
    synchronized (this) {
      already = early.remove(key);
      if (already == null) {
        waiting.put(key, completed);
      }
    }
    if (already != null) {
      completed.complete(already);
    }
    return new Pending(key, completed);
  }

  private void called() {
    List<XfsResult> left = List.of();
    synchronized (this) {
      calling--;
      if (calling == 0 && !early.isEmpty()) {
        left = new ArrayList<>(early.values());
        early.clear();
      }
    }
    left.forEach(strays);
  }

  /** A completion has come. Never waits. */
  void arrived(XfsResult result) {
    CompletableFuture<XfsResult> waiter;
    List<XfsResult> left = new ArrayList<>();
    synchronized (this) {
      waiter = waiting.remove(result.key());
      if (waiter == null) {
        keep(result, left);
      }
    }
    if (waiter != null && !waiter.complete(result)) {
      left.add(result);
    }
    left.forEach(strays);
  }

  private void keep(XfsResult result, List<XfsResult> left) {
    if (calling == 0) {
      left.add(result);
      return;
    }
    XfsResult twin = early.put(result.key(), result);
    if (twin != null) {
      left.add(twin);
    }
    if (early.size() > MOST_EARLY) {
      Key oldest = early.keySet().iterator().next();
      left.add(early.remove(oldest));
    }
  }

  /**
   * Nobody waits for the request any more.
   *
   * @return whether it had not completed
   */
  boolean abandon(Pending request) {
    synchronized (this) {
      waiting.remove(request.key());
    }
    return request.completed().cancel(false);
  }
}
