package org.silverteller.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * answer in native memory, and back. The median is held to 60 µs. The fork runs with the JVM
 * options of the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
public class XfsBench {

  /** Who makes the manager work. */
  public enum Threads {
    /** Whoever waits: what the bridge itself costs. */
    PUMPED,
    /** The manager's own threads, as in the field: two changes of thread are in it. */
    THREADED
  }

  @Param public Threads threads;

  private XfsMachine machine;

  /** Opens the machine. */
  @Setup
  public void open() {
    machine = XfsMachine.open(threads == Threads.THREADED);
  }

  /** A round trip. */
  @Benchmark
  public DeviceStatus status() {
    return machine.dispenser().status();
  }

  /** Closes it, and sees that every answer was freed. */
  @TearDown
  public void close() {
    machine.close();
  }
}
