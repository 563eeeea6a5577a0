package org.silverteller.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.silverteller.simulator.scenario.ScriptFault;
import org.silverteller.simulator.torture.Chamber;
import org.silverteller.simulator.torture.ThroughXfs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The torture chamber at the command line: {@code ./atm torture}. */
@Command(
    name = "torture",
    mixinStandardHelpOptions = true,
    usageHelpWidth = 100,
    description = {
      "Serves very many customers in virtual worlds in which everything fails, and audits every yuan.",
      "",
      "The same seed and number of sessions give the same run, to the byte. The last line is for"
          + " programs."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no invariant was violated",
      "1:an invariant was violated: seed, step, shortened run and its transcript are printed",
      "2:the command line or a file is wrong"
    })
public final class Torture implements Callable<Integer> {

  private static final long USUAL = 100_000;

  @Spec private CommandSpec spec;

  @Option(names = "--seed", paramLabel = "N", description = "any whole number (a fresh one)")
  private Long seed;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      description = "customers to serve (100000, or no end with --hours)")
  private Long sessions;

  @Option(
      names = "--hours",
      paramLabel = "H",
      description = "begin no new world after so long; 0.5 is half an hour")
  private Double hours;

  @Option(names = "--threads", paramLabel = "T", description = "worlds at once (one a processor)")
  private Integer threads;

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "a customer of your own, a script or its file, who comes among the others")
  private String script;

  @Option(
      names = "--faults",
      paramLabel = "FILE",
      description = "troubles of your own, one a line in the words of the scripts")
  private Path faults;

  @Option(
      names = "--xfs",
      paramLabel = "none|some|all",
      defaultValue = "some",
      description =
          "how many worlds have the XFS bridge and a native manager between terminal and machine: one in four hundred (some)")
  private ThroughXfs through;

  @Option(
      names = "--world",
      paramLabel = "N",
      description = "live only the world of that number, and tell it")
  private Integer world;

  @Option(
      names = "--visits",
      paramLabel = "N,…",
      split = ",",
      description = "with --world: only these customers come")
  private int[] visits = {};

  @Option(
      names = "--troubles",
      paramLabel = "N,…",
      split = ",",
      arity = "0..*",
      description = "with --world: only these troubles strike; 0 is the first of customer 0")
  private int[] troubles;

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Torture()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      Chamber chamber = new Chamber(request(), out, err);
      return world == null ? chamber.run() : chamber.tell(world, visits, troubles);
    } catch (IOException | ScriptFault | IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage());
    }
  }

  private Chamber.Request request() {
    long chosen = seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed;
    long howMany = sessions != null ? sessions : hours != null ? Long.MAX_VALUE / 2 : USUAL;
    int atOnce = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    return new Chamber.Request(
        chosen, howMany, hours == null ? 0 : hours, atOnce, script, faults, through);
  }
}
