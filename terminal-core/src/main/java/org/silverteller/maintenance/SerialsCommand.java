package org.silverteller.maintenance;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code atm serials}: which notes were paid out and in. */
@Command(
    name = "serials",
    description = {
      "Lists the FSN files with the serial numbers of notes; finds the notes of a transaction, or a"
          + " note by its number.",
      "For those who look into a complaint: numbers are never printed on a slip."
    })
final class SerialsCommand implements Callable<Integer> {

  private static final int LARGEST_STAN = 999_999;

  @ParentCommand private AtmClient atm;
  @Spec private CommandSpec spec;
  @Mixin private AtmClient.Common common;

  @Option(
      names = "--stan",
      paramLabel = "N",
      description = "The notes of the transaction with this STAN, 1 … 999999.")
  private Integer stan;

  @Option(
      names = "--day",
      paramLabel = "YYYY-MM-DD",
      description = "With --stan: of this day alone, for STANs come again.")
  private LocalDate day;

  @Option(
      names = "--serial",
      paramLabel = "NUMBER",
      description = {
        "The note with this number, or with numbers that begin so; at least four letters and digits."
            + " A * stands for a character that nobody knows, as the files have it for one that was"
            + " not read. The machine must be at rest."
      })
  private String serial;

  @Override
  public Integer call() {
    if (stan != null && serial != null) {
      throw wrong("Expected one of --stan and --serial.");
    }
    if (day != null && stan == null) {
      throw wrong("--day " + day + ": expected --stan with it");
    }
    if (serial != null) {
      return atm.ask(
          common,
          new ControlRequest("serials-find", List.of(serial.toUpperCase(Locale.ROOT))),
          SerialsText::found);
    }
    if (stan == null) {
      return atm.ask(common, new ControlRequest("serials", List.of()), SerialsText::files);
    }
    if (stan < 1 || stan > LARGEST_STAN) {
      throw wrong("--stan " + stan + ": expected 1 … " + LARGEST_STAN);
    }
    List<String> words =
        day == null
            ? List.of(Integer.toString(stan))
            : List.of(Integer.toString(stan), day.toString());
    return atm.ask(common, new ControlRequest("serials-stan", words), SerialsText::found);
  }

  private ParameterException wrong(String text) {
    return new ParameterException(spec.commandLine(), text);
  }
}
