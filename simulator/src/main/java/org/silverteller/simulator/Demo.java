package org.silverteller.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.silverteller.simulator.scenario.Depth;
import org.silverteller.simulator.scenario.ScriptRun;
import org.silverteller.simulator.scenario.Wiring;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./atm demo}: the whole machine with its bank on this computer, for a person at the console
 * page or for a script.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Starts terminal, virtual bank and console page on this computer, or plays a scripted customer.")
public final class Demo implements Callable<Integer> {

  private static final int LARGEST_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8583",
      description = "port of the console page on 127.0.0.1 (${DEFAULT-VALUE}); 0 for any free one")
  private int port;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description =
          "new or empty folder for configuration, record, log and control socket of this run (run, which the next run empties)")
  private Path run;

  @Option(
      names = "--script",
      paramLabel = "NAME|FILE|list|all",
      description = "play a script without a browser; list names them, all plays them one by one")
  private String script;

  @Option(
      names = "--hardware",
      paramLabel = "ports|xfs",
      defaultValue = "ports",
      description =
          "what lies between terminal and virtual machine: nothing (${DEFAULT-VALUE}), or the XFS bridge, a native manager and its service providers")
  private String hardware;

  @Option(
      names = "--until-in-service",
      hidden = true,
      description =
          "stop as soon as a customer can be served; the launcher keeps the classes that were loaded by then")
  private boolean untilInService;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Demo()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    if (script != null) {
      return play();
    }
    if (port < 0 || port > LARGEST_PORT) {
      throw wrong("--port " + port + ": expected 0 … " + LARGEST_PORT);
    }
    return live();
  }

  private int play() throws IOException {
    if (script.equals("list")) {
      ScriptRun.list(System.out);
      return 0;
    }
    if (script.equals("all")) {
      return ScriptRun.playAll(Depth.AS_INSTALLED, wiring(), System.out);
    }
    return ScriptRun.play(script, Depth.AS_INSTALLED, wiring(), System.out, System.err);
  }

  private int live() throws IOException, InterruptedException {
    RunFolder folder = folder();
    System.setProperty(
        "logback.configurationFile", folder.folder().resolve("logback.xml").toString());
    System.setProperty("LOGS_DIRECTORY", folder.folder().toString());
    try {
      LiveDemo demo = LiveDemo.start(port, folder, LiveDemo.Pace.LIFELIKE, wiring());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo), "stop"));
      PrintWriter out = spec.commandLine().getOut();
      out.println("Silverteller:  " + demo.address());
      out.println("Record, log and control socket: " + folder.folder());
      out.println("Ctrl-C stops it.");
      out.flush();
      if (untilInService) {
        demo.awaitService();
      } else {
        demo.await();
      }
      return 0;
    } catch (BindException taken) {
      throw wrong(
          "port " + port + " is taken: stop what listens there, or choose another with --port N");
    }
  }

  private Wiring wiring() {
    return switch (hardware) {
      case "ports" -> Wiring.DIRECT;
      case "xfs" -> Wiring.XFS;
      default -> throw wrong("--hardware '" + hardware + "': expected ports or xfs");
    };
  }

  private RunFolder folder() throws IOException {
    try {
      return Optional.ofNullable(run).isPresent() ? RunFolder.at(run) : RunFolder.usual();
    } catch (IllegalArgumentException notEmpty) {
      throw wrong(notEmpty.getMessage());
    }
  }

  private static void stop(LiveDemo demo) {
    try {
      demo.close();
    } catch (IOException stubborn) {
      System.err.println("not all could be stopped in good order: " + stubborn.getMessage());
    }
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }
}
