package org.silverteller.simulator.xfs;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.silverteller.event.TerminalEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A logical service: its provider, who has it open, and what is asked of it. Questions are answered
 * at once; commands are done one after another, and while one waits for a person only those that
 * the provider does beside it.
 */
final class Station {

  private static final Logger LOG = LoggerFactory.getLogger(Station.class);

  /**
   * @param requestId 0 for all of the service
   * @param then what completes when they have ended
   */
  private record Cancellation(OpenService service, int requestId, Optional<XfsCall> then) {
    boolean means(XfsCall call) {
      return call.service() == service && (requestId == 0 || call.requestId() == requestId);
    }
  }

  private final String logicalName;
  private final Charset charset;
  private final int version;
  private final List<OpenService> open = new CopyOnWriteArrayList<>();
  private final Deque<Cancellation> cancellations = new ArrayDeque<>();
  private final Deque<XfsCall> questions = new ArrayDeque<>();
  private final Deque<XfsCall> commands = new ArrayDeque<>();
  private final ReentrantLock working = new ReentrantLock();
  private Optional<XfsCall> active = Optional.empty();
  private Optional<OpenService> lockedBy = Optional.empty();
  private Provider provider = new NoDevice();
  private boolean stirred;

  /**
   * @param version the newest version word it speaks
   */
  Station(String logicalName, Charset charset, int version) {
    this.logicalName = logicalName;
    this.charset = charset;
    this.version = version;
  }

  String logicalName() {
    return logicalName;
  }

  Charset charset() {
    return charset;
  }

  int version() {
    return version;
  }

  /** What it drives from now on. */
  void drives(Provider newProvider) {
    provider = newProvider;
  }

  List<OpenService> open() {
    return open;
  }

  // ---- locks

  synchronized boolean lock(OpenService service) {
    if (lockedBy.isPresent() && lockedBy.get() != service) {
      return false;
    }
    lockedBy = Optional.of(service);
    return true;
  }

  synchronized boolean unlock(OpenService service) {
    boolean held = lockedBy.isPresent() && lockedBy.get() == service;
    if (held) {
      lockedBy = Optional.empty();
    }
    return held;
  }

  synchronized boolean lockedAgainst(OpenService service) {
    return lockedBy.isPresent() && lockedBy.get() != service;
  }

  // ---- work

  void ask(XfsCall question) {
    add(questions, question);
  }

  void order(XfsCall command) {
    add(commands, command);
  }

  /**
   * Asks for the end of a request; it ends in the course of the station's work.
   *
   * @param requestId 0 for all of the service
   */
  void cancel(OpenService service, int requestId) {
    add(cancellations, new Cancellation(service, requestId, Optional.empty()));
  }

  /** Ends all that a service has asked, and then its closing. */
  void leave(OpenService service, XfsCall closing) {
    unlock(service);
    open.remove(service);
    add(cancellations, new Cancellation(service, 0, Optional.of(closing)));
  }

  private synchronized <T> void add(Deque<T> work, T piece) {
    work.add(piece);
    stir();
  }

  private synchronized void stir() {
    stirred = true;
    notifyAll();
  }

  private void end(Cancellation wanted) {
    List<XfsCall> taken;
    Optional<XfsCall> kept;
    synchronized (this) {
      taken = Stream.concat(questions.stream(), commands.stream()).filter(wanted::means).toList();
      questions.removeAll(taken);
      commands.removeAll(taken);
      kept = active.filter(call -> wanted.means(call) && !call.over());
    }
    kept.ifPresent(call -> attempt(call, provider::canceled));
    kept.filter(call -> !call.over()).ifPresent(call -> call.complete(XfsNumbers.WFS_ERR_CANCELED));
    taken.forEach(call -> call.complete(XfsNumbers.WFS_ERR_CANCELED));
    wanted.then().ifPresent(call -> call.complete(XfsNumbers.WFS_SUCCESS));
  }

  /**
   * Does the next thing that is asked.
   *
   * @return whether there was one
   */
  boolean step() {
    working.lock();
    try {
      Optional<Cancellation> cancellation = next(cancellations);
      if (cancellation.isPresent()) {
        end(cancellation.get());
        return true;
      }
      Optional<XfsCall> question = next(questions);
      if (question.isPresent()) {
        attempt(question.get(), provider::info);
        return true;
      }
      Optional<XfsCall> command = nextCommand();
      if (command.isEmpty()) {
        return goOn();
      }
      execute(command.get());
      return true;
    } finally {
      working.unlock();
    }
  }

  /** A command in which the power failed is nobody's any more. */
  private void execute(XfsCall command) {
    boolean returned = false;
    try {
      attempt(command, provider::execute);
      returned = true;
    } finally {
      if (!returned) {
        forgetActive();
      }
    }
  }

  private synchronized void forgetActive() {
    active = Optional.empty();
  }

  /** A provider that crashes over a request has failed it, and nothing else. */
  private void attempt(XfsCall call, Consumer<XfsCall> work) {
    try {
      work.accept(call);
    } catch (RuntimeException crash) {
      LOG.error("{} has crashed over {}", logicalName, call.code(), crash);
      if (!call.over()) {
        call.complete(XfsNumbers.WFS_ERR_SOFTWARE_ERROR);
      }
    }
  }

  private boolean goOn() {
    boolean[] worked = {true};
    Optional<XfsCall> kept = active.filter(call -> !call.over());
    if (kept.isEmpty()) {
      return provider.goOn();
    }
    attempt(kept.get(), call -> worked[0] = provider.goOn());
    return worked[0];
  }

  private synchronized <T> Optional<T> next(Deque<T> work) {
    return Optional.ofNullable(work.poll());
  }

  private synchronized Optional<XfsCall> nextCommand() {
    if (active.isPresent() && !active.get().over()) {
      Optional<XfsCall> beside = commands.stream().filter(provider::doesBeside).findFirst();
      beside.ifPresent(commands::remove);
      return beside;
    }
    active = Optional.ofNullable(commands.poll());
    return active;
  }

  /** Waits until there may be something to do, at most so long. */
  synchronized void awaitWork(long milliseconds) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    long left = deadline - System.nanoTime();
    while (!stirred && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
    stirred = false;
  }

  /** Something happened at the machine, told on any thread. */
  void happened(TerminalEvent event) {
    meanwhile(driven -> driven.happened(event));
    stir();
  }

  /** Does something to the provider between two requests. */
  void meanwhile(Consumer<Provider> work) {
    working.lock();
    try {
      work.accept(provider);
    } finally {
      working.unlock();
    }
  }

  /** Everything under way is gone, without a word: the power failed. */
  void forget() {
    working.lock();
    try {
      synchronized (this) {
        cancellations.clear();
        questions.clear();
        commands.clear();
        active = Optional.empty();
        lockedBy = Optional.empty();
        open.forEach(OpenService::close);
        open.clear();
        provider = new NoDevice();
      }
    } finally {
      working.unlock();
    }
  }

  /** Nothing is connected. */
  private static final class NoDevice implements Provider {
    @Override
    public void info(XfsCall call) {
      call.complete(XfsNumbers.WFS_ERR_DEV_NOT_READY);
    }

    @Override
    public void execute(XfsCall call) {
      call.complete(XfsNumbers.WFS_ERR_DEV_NOT_READY);
    }

    @Override
    public void canceled(XfsCall call) {}

    @Override
    public void happened(TerminalEvent event) {}

    @Override
    public boolean goOn() {
      return false;
    }
  }
}
