package org.silverteller.simulator.torture;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.utility.JavaModule;

/**
 * Changes classes of the terminal while this JVM runs, and back again when it is closed. What the
 * classes look like on disk, and in any other JVM, is not touched.
 */
final class Planting implements AutoCloseable {

  private static final RedefinitionStrategy RETRANSFORM = RedefinitionStrategy.RETRANSFORMATION;

  private final Instrumentation jvm = ByteBuddyAgent.install();
  private final List<ResettableClassFileTransformer> planted = new ArrayList<>();

  /**
   * One method that does something else.
   *
   * @param type binary name of its class
   * @param method which has this name
   * @param parameters and so many parameters; any number when negative
   * @param advice what is done before it, after it, or instead of it
   */
  record Change(String type, String method, int parameters, Class<?> advice) {

    static Change of(String type, String method, Class<?> advice) {
      return new Change(type, method, -1, advice);
    }

    private ElementMatcher<MethodDescription> matcher() {
      ElementMatcher.Junction<MethodDescription> all = named(method);
      return parameters < 0
          ? all.and(not(isAbstract()))
          : all.and(not(isAbstract())).and(takesArguments(parameters));
    }
  }

  /**
   * @throws IllegalStateException when a class or method is not there, so that a bug whose place
   *     was renamed cannot go unplanted
   */
  Planting(List<Change> changes) {
    try {
      changes.forEach(this::plant);
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private void plant(Change change) {
    Class<?> type = type(change);
    Watch watch = new Watch();
    planted.add(
        new AgentBuilder.Default()
            .disableClassFormatChanges()
            .ignore(not(net.bytebuddy.matcher.ElementMatchers.is(type)))
            .with(RETRANSFORM)
            .with(new RedefinitionStrategy.DiscoveryStrategy.Explicit(type))
            .with(watch)
            .type(net.bytebuddy.matcher.ElementMatchers.is(type))
            .transform(
                (builder, description, loader, module, domain) -> {
                  watch.found =
                      !description.getDeclaredMethods().filter(change.matcher()).isEmpty();
                  return builder.visit(Advice.to(change.advice()).on(change.matcher()));
                })
            .installOn(jvm));
    watch.failure.ifPresent(
        failure -> {
          throw new IllegalStateException(change + " cannot be planted", failure);
        });
    if (!watch.found) {
      throw new IllegalStateException(change + ": there is no such method");
    }
  }

  private static Class<?> type(Change change) {
    try {
      return Class.forName(change.type());
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(change + ": there is no such class", gone);
    }
  }

  /** Whether a class was changed, and what prevented it. */
  private static final class Watch extends AgentBuilder.Listener.Adapter {
    private boolean found;
    private Optional<Throwable> failure = Optional.empty();

    @Override
    public void onError(
        String type, ClassLoader loader, JavaModule module, boolean loaded, Throwable thrown) {
      failure = Optional.of(thrown);
    }
  }

  @Override
  public void close() {
    for (int last = planted.size() - 1; last >= 0; last--) {
      if (!planted.get(last).reset(jvm, RETRANSFORM)) {
        throw new IllegalStateException("a planted bug cannot be taken out again");
      }
    }
    planted.clear();
  }
}
