package org.silverteller.maintenance;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code atm units}: the notes in the machine, as people fill, count and test them. */
@Command(
    name = "units",
    synopsisSubcommandLabel = "[set | test]",
    description = "Lists the cash units with their notes.")
final class UnitsCommand implements Callable<Integer> {

  @ParentCommand private AtmClient atm;
  @Mixin private AtmClient.Common common;

  @Override
  public Integer call() {
    return atm.ask(
        common, new ControlRequest("units", List.of()), (units, day) -> UnitsText.of(units));
  }

  @Command(
      name = "set",
      description = {
        "Tells the dispenser what was counted after cassettes were filled or bins emptied; units that"
            + " are not named keep their counts. The machine must be at rest.",
        "Needs the role replenish."
      })
  int set(
      @Mixin AtmClient.Common asked,
      @Parameters(
              paramLabel = "UNIT=NOTES",
              arity = "1..*",
              description = "Notes, not value: CASS1=2000 REJECT=0.")
          List<String> counts) {
    return atm.ask(
        asked, new ControlRequest("units-set", counts), (done, day) -> UnitsText.changed(done));
  }

  @Command(
      name = "test",
      description = {
        "Picks test cash from each cassette into the reject bin. The machine must be at rest.",
        "Needs the role service."
      })
  int test(@Mixin AtmClient.Common asked) {
    return atm.ask(
        asked, new ControlRequest("units-test", List.of()), (done, day) -> UnitsText.changed(done));
  }
}
