package org.silverteller.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.silverteller.device.DeviceStatus;

/**
 * Asking a dispenser behind XFS for its status: through C functions to the virtual manager, its
 * answer in native memory, and back. The median of {@link #pumped} and of {@link #threaded} without
 * a rest is held to 60 µs; {@link #handOver} tells what of it two threads cost anyway. The fork
 * runs with the JVM options of the machine.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
public class XfsBench {

  /** How soon a question follows the answer before it. */
  @State(Scope.Benchmark)
  public static class Pace {
    /** Milliseconds; after a rest the cores have gone to sleep, as those of a machine at rest. */
    @Param({"0", "2"})
    public int rest;

    /** Rests; not in what is measured. */
    @Setup(Level.Invocation)
    public void rest() {
      if (rest > 0) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(rest));
      }
    }
  }

  /** A manager that whoever waits makes work. */
  @State(Scope.Benchmark)
  public static class Pumped {
    private XfsMachine machine;

    /** Opens the machine. */
    @Setup
    public void open() {
      machine = XfsMachine.open(false);
    }

    /** Closes it, and sees that every answer was freed. */
    @TearDown
    public void close() {
      machine.close();
    }
  }

  /** A manager that works on threads of its own, as in the field. */
  @State(Scope.Benchmark)
  public static class Threaded {
    private XfsMachine machine;

    /** Opens the machine. */
    @Setup
    public void open() {
      machine = XfsMachine.open(true);
    }

    /** Closes it, and sees that every answer was freed. */
    @TearDown
    public void close() {
      machine.close();
    }
  }

  /** Two threads without XFS. */
  @State(Scope.Benchmark)
  public static class Bare {
    private HandOver threads;

    /** Starts the other thread. */
    @Setup
    public void start() {
      threads = HandOver.start();
    }

    /** Ends it. */
    @TearDown
    public void close() {
      threads.close();
    }
  }

  /** The bridge, the C calls and the memory, on one thread. */
  @Benchmark
  public DeviceStatus pumped(Pumped state, Pace pace) {
    return state.machine.dispenser().status();
  }

  /** The change to the manager's thread and back, and nothing else. */
  @Benchmark
  public int handOver(Bare state, Pace pace) {
    return state.threads.roundTrip();
  }

  /** Both together. */
  @Benchmark
  public DeviceStatus threaded(Threaded state, Pace pace) {
    return state.machine.dispenser().status();
  }
}
