package org.silverteller.maintenance;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code atm}: the operator's command line. */
@Command(
    name = "atm",
    description = "Asks the terminal that runs on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UnitsCommand.class,
      SerialsCommand.class,
      SuspenseCommand.class,
      DevicesCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the terminal refuses, or cannot",
      "2:the command line is wrong",
      "3:no terminal is running",
      "4:not permitted"
    })
public final class AtmClient implements Runnable {

  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int USAGE = 2;
  static final int NOT_RUNNING = 3;
  static final int NOT_PERMITTED = 4;

  /** The environment variable that names the socket. */
  public static final String SOCKET_VARIABLE = "SILVERTELLER_SOCKET";

  /** The environment variable that names the folder with terminal.yaml; an installation sets it. */
  public static final String CONFIG_VARIABLE = "SILVERTELLER_CONFIG";

  private static final List<Path> USUAL_PLACES =
      List.of(Path.of("run", "control.sock"), Path.of("/run/silverteller/control.sock"));

  private final Map<String, String> environment;
  private final LocalDate today;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this text.")
  private boolean help;

  AtmClient(Map<String, String> environment, LocalDate today) {
    this.environment = environment;
    this.today = today;
  }

  /** Options of every command. */
  static final class Common {
    @Option(names = "--json", description = "Print the answer as one line of JSON.")
    private boolean json;

    @Option(
        names = "--socket",
        paramLabel = "PATH",
        description =
            "The terminal's control socket. Default: $"
                + SOCKET_VARIABLE
                + ", else the first of ./run/control.sock and /run/silverteller/control.sock that is"
                + " there.")
    private Path socket;
  }

  public static void main(String[] arguments) {
    System.exit(commandLine(System.getenv(), LocalDate.now()).execute(arguments));
  }

  static CommandLine commandLine(Map<String, String> environment, LocalDate today) {
    return new CommandLine(new AtmClient(environment, today));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Expected a command: status, units, serials, journal, suspense, devices or stop.");
  }

  @Command(
      name = "status",
      description = "Tells whether the machine serves customers, and what it holds and owes.")
  int status(@Mixin Common common) {
    return ask(common, new ControlRequest("status", List.of()), StatusText::of);
  }

  @Command(name = "journal", description = "Prints the last lines of the electronic journal.")
  int journal(
      @Mixin Common common,
      @Option(
              names = {"-n", "--lines"},
              paramLabel = "N",
              defaultValue = "20",
              description = "How many lines, at most 1000 (default: ${DEFAULT-VALUE}).")
          int lines) {
    if (lines < 1 || lines > 1000) {
      throw new ParameterException(
          spec.subcommands().get("journal"), "-n " + lines + ": expected 1 … 1000 lines");
    }
    return ask(
        common,
        new ControlRequest("journal", List.of(Integer.toString(lines))),
        (journal, day) -> JournalText.of(journal));
  }

  @Command(
      name = "stop",
      description = "Stops the terminal, once the customer at the machine is served to the end.")
  int stop(@Mixin Common common) {
    return ask(
        common,
        new ControlRequest("stop", List.of()),
        (answer, day) -> "stopping; a customer at the machine is served to the end\n");
  }

  /** How an answer is shown to a person. */
  interface Form {
    String of(JsonAnswer answer, LocalDate today);
  }

  int ask(Common common, ControlRequest request, Form form) {
    try {
      String line = new ControlClient(socket(common)).ask(request);
      JsonAnswer answer = JsonAnswer.parse(line);
      if (!answer.text("error").isEmpty()) {
        return complain(common, answer.text("error"), ControlError.Kind.named(answer.text("kind")));
      }
      print(common.json ? line + "\n" : Ansi.AUTO.string(form.of(answer, today)));
      return DONE;
    } catch (ControlClient.NotRunning failure) {
      return complain(common, failure.getMessage(), ControlError.Kind.NOT_RUNNING);
    } catch (ControlClient.NotPermitted failure) {
      return complain(common, failure.getMessage(), ControlError.Kind.NOT_PERMITTED);
    } catch (IOException malformed) {
      return complain(common, malformed.getMessage(), ControlError.Kind.NO_ANSWER);
    }
  }

  /** The folder with terminal.yaml of this installation; empty when there is none. */
  Optional<Path> configuration() {
    return Optional.of(environment.getOrDefault(CONFIG_VARIABLE, ""))
        .filter(named -> !named.isEmpty())
        .map(Path::of);
  }

  private Path socket(Common common) {
    if (common.socket != null) {
      return common.socket;
    }
    String named = environment.getOrDefault(SOCKET_VARIABLE, "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    return USUAL_PLACES.stream()
        .filter(Files::exists)
        .findFirst()
        .orElse(USUAL_PLACES.get(USUAL_PLACES.size() - 1));
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }

  private int complain(Common common, String text, ControlError.Kind kind) {
    PrintWriter err = spec.commandLine().getErr();
    if (common.json) {
      print(new ControlError(kind, text).json() + "\n");
    } else {
      err.println("atm: " + text);
      err.flush();
    }
    return switch (kind) {
      case NOT_RUNNING -> NOT_RUNNING;
      case NOT_PERMITTED -> NOT_PERMITTED;
      case BAD_REQUEST, BUSY, REFUSED, NO_ANSWER -> REFUSED;
    };
  }
}
