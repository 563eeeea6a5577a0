package org.silverteller.maintenance;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DriverFactory;
import org.silverteller.device.ProbedDevice;
import org.silverteller.terminal.ConfigError;
import org.silverteller.terminal.ConfigReader;
import org.silverteller.terminal.Drivers;
import org.silverteller.terminal.TerminalConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code atm devices}: the hardware itself, asked without a terminal. */
@Command(
    name = "devices",
    synopsisSubcommandLabel = "probe",
    description = "Asks the hardware of this machine through its driver.")
final class DevicesCommand implements Runnable {

  @ParentCommand private AtmClient atm;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Expected a command: probe.");
  }

  @Command(
      name = "probe",
      description = {
        "Lists what the driver finds: devices or services, versions, state, capabilities, and what"
            + " the vendor adds. Nothing moves, and no terminal need run."
      })
  int probe(
      @Option(
              names = "--config",
              paramLabel = "DIR",
              description =
                  "The folder with terminal.yaml, which names the driver. Default: $"
                      + AtmClient.CONFIG_VARIABLE
                      + ", which an installation sets to its own.")
          Path config,
      @Option(
              names = "--driver",
              paramLabel = "NAME",
              description = "Another driver than terminal.yaml names; then no folder is needed.")
          String driver,
      @Option(
              names = "--set",
              paramLabel = "KEY=VALUE",
              description = "A setting of the driver, over the one in terminal.yaml.")
          Map<String, String> settings,
      @Option(
              names = {"-v", "--verbose"},
              description = "Show the capabilities too.")
          boolean verbose,
      @Option(names = "--json", description = "Print the answer as one line of JSON.")
          boolean json) {
    try {
      Map<String, String> all = new HashMap<>();
      String name = driver;
      if (driver == null || config != null) {
        Path folder =
            Optional.ofNullable(config)
                .or(atm::configuration)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "no terminal.yaml is named: expected --config DIR or --driver NAME"));
        TerminalConfig.Driver configured =
            ConfigReader.read(folder.resolve("terminal.yaml"), TerminalConfig.class).driver();
        name = driver == null ? configured.name() : driver;
        all.putAll(configured.settings());
      }
      all.putAll(settings == null ? Map.of() : settings);
      print(found(name).probe(all), verbose, json);
      return AtmClient.DONE;
    } catch (ConfigError | IllegalArgumentException wrong) {
      return complain(wrong.getMessage(), AtmClient.USAGE);
    } catch (DeviceFault fault) {
      return complain(fault.getMessage(), AtmClient.REFUSED);
    }
  }

  private static DriverFactory found(String name) {
    return Drivers.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "driver '" + name + "': expected one of " + Drivers.names()));
  }

  private void print(List<ProbedDevice> devices, boolean verbose, boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        json ? ProbeJson.of(devices) + "\n" : Ansi.AUTO.string(ProbeText.of(devices, verbose)));
    out.flush();
  }

  private int complain(String text, int code) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("atm: " + text);
    err.flush();
    return code;
  }
}
