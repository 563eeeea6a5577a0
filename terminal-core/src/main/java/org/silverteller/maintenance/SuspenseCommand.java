package org.silverteller.maintenance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code atm suspense}: what the machine cannot know by itself, and what people found out. */
@Command(
    name = "suspense",
    synopsisSubcommandLabel = "[settle | approve | cleared]",
    description = {
      "Lists the open suspense cases with their evidence.",
      "A case is settled by two persons with the role security: one says what the customer has got"
          + " (settle), another says the very same before that expires (approve). The machine opens"
          + " again by itself."
    })
final class SuspenseCommand implements Callable<Integer> {

  private static final String PAID = "What the customer has got, whole yuan; 0 for nothing.";
  private static final String BY_HAND =
      "The bank settles it with the customer by hand, under this reference: letters, digits and"
          + " - . / _ #.";
  private static final String CREDIT =
      "Of a deposit: what is to be credited, 0 when the customer has all notes again.";
  private static final String CASE = "The case: its STAN, or its RRN.";

  @ParentCommand private AtmClient atm;
  @Spec private CommandSpec spec;
  @Mixin private AtmClient.Common common;

  @Override
  public Integer call() {
    return atm.ask(common, new ControlRequest("suspense", List.of()), SuspenseText::open);
  }

  @Command(name = "settle", description = "Says what was found; another person then approves it.")
  int settle(
      @Mixin AtmClient.Common asked,
      @Parameters(paramLabel = "CASE", description = CASE) String named,
      @Option(names = "--paid", paramLabel = "YUAN", description = PAID) String paid,
      @Option(names = "--credit", paramLabel = "YUAN", description = CREDIT) String credit,
      @Option(names = "--by-hand", paramLabel = "REFERENCE", description = BY_HAND)
          String reference) {
    return say("settle", asked, named, new Found(paid, credit, reference));
  }

  @Command(
      name = "approve",
      description = "Says what was found, as the second person; it must be the very same.")
  int approve(
      @Mixin AtmClient.Common asked,
      @Parameters(paramLabel = "CASE", description = CASE) String named,
      @Option(names = "--paid", paramLabel = "YUAN", description = PAID) String paid,
      @Option(names = "--credit", paramLabel = "YUAN", description = CREDIT) String credit,
      @Option(names = "--by-hand", paramLabel = "REFERENCE", description = BY_HAND)
          String reference) {
    return say("approve", asked, named, new Found(paid, credit, reference));
  }

  @Command(
      name = "cleared",
      description = "Lists the cases cleared last: what was found, and by whom.")
  int cleared(
      @Mixin AtmClient.Common asked,
      @Option(
              names = {"-n", "--cases"},
              paramLabel = "N",
              defaultValue = "20",
              description = "How many, at most 1000 (default: ${DEFAULT-VALUE}).")
          int cases) {
    if (cases < 1 || cases > 1000) {
      throw wrong("cleared", "-n " + cases + ": expected 1 … 1000 cases");
    }
    return atm.ask(
        asked,
        new ControlRequest("suspense-cleared", List.of(Integer.toString(cases))),
        SuspenseText::cleared);
  }

  /** What was found; exactly one of them is not null. */
  private record Found(String paid, String credit, String reference) {

    List<String> words() {
      List<String> words = new ArrayList<>();
      add(words, "paid", paid);
      add(words, "credit", credit);
      add(words, "by-hand", reference);
      return words;
    }

    private static void add(List<String> words, String word, String value) {
      if (value != null) {
        words.addAll(List.of(word, value));
      }
    }
  }

  private int say(String verb, AtmClient.Common asked, String named, Found found) {
    List<String> words = found.words();
    if (words.size() != 2) {
      throw wrong(verb, "Expected one of --paid YUAN, --credit YUAN and --by-hand REFERENCE.");
    }
    words.add(0, named);
    return atm.ask(asked, new ControlRequest("suspense-" + verb, words), SuspenseText::told);
  }

  private ParameterException wrong(String verb, String text) {
    return new ParameterException(spec.subcommands().get(verb), text);
  }
}
