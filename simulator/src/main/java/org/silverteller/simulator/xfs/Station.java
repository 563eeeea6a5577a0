package org.silverteller.simulator.xfs;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.silverteller.event.TerminalEvent;

/**
 * A logical service: its provider, who has it open, and what is asked of it. Questions are answered
 * at once; commands are done one after another, and while one waits for a person only those that
 * the provider does beside it.
 */
final class Station {

  private final String logicalName;
  private final Charset charset;
  private final int version;
  private final List<OpenService> open = new CopyOnWriteArrayList<>();
  private final Deque<XfsCall> questions = new ArrayDeque<>();
  private final Deque<XfsCall> commands = new ArrayDeque<>();
  private final ReentrantLock working = new ReentrantLock();
  private Optional<XfsCall> active = Optional.empty();
  private Optional<OpenService> lockedBy = Optional.empty();
  private Provider provider = new NoDevice();

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

  synchronized void ask(XfsCall question) {
    questions.add(question);
    notifyAll();
  }

  synchronized void order(XfsCall command) {
    commands.add(command);
    notifyAll();
  }

  /**
   * Takes a request back.
   *
   * @param requestId 0 for all of the service
   */
  void cancel(OpenService service, int requestId) {
    List<XfsCall> taken;
    Optional<XfsCall> kept;
    working.lock();
    try {
      synchronized (this) {
        taken = commands.stream().filter(call -> isMeant(call, service, requestId)).toList();
        commands.removeAll(taken);
        kept = active.filter(call -> isMeant(call, service, requestId) && !call.over());
      }
      kept.ifPresent(
          call -> {
            provider.canceled(call);
            if (!call.over()) {
              call.complete(XfsNumbers.WFS_ERR_CANCELED);
            }
          });
      taken.forEach(call -> call.complete(XfsNumbers.WFS_ERR_CANCELED));
    } finally {
      working.unlock();
    }
  }

  private static boolean isMeant(XfsCall call, OpenService service, int requestId) {
    return call.service() == service && (requestId == 0 || call.requestId() == requestId);
  }

  /**
   * Does the next thing that is asked.
   *
   * @return whether there was one
   */
  boolean step() {
    working.lock();
    try {
      Optional<XfsCall> question = nextQuestion();
      if (question.isPresent()) {
        provider.info(question.get());
        return true;
      }
      Optional<XfsCall> command = nextCommand();
      command.ifPresent(provider::execute);
      return command.isPresent() || provider.goOn();
    } finally {
      working.unlock();
    }
  }

  private synchronized Optional<XfsCall> nextQuestion() {
    return Optional.ofNullable(questions.poll());
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

  /** Waits until something is asked, or a moment. */
  synchronized void awaitWork(long milliseconds) throws InterruptedException {
    if (questions.isEmpty() && commands.isEmpty()) {
      wait(milliseconds);
    }
  }

  void happened(TerminalEvent event) {
    working.lock();
    try {
      provider.happened(event);
    } finally {
      working.unlock();
    }
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
