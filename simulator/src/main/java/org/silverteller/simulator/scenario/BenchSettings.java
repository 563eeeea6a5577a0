package org.silverteller.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.silverteller.card.CardTable;
import org.silverteller.card.CardTableException;
import org.silverteller.card.CsvCardTable;
import org.silverteller.session.GuardRules;
import org.silverteller.terminal.ConfigReader;

/** The settings that are installed on a machine, as the bench uses them. */
public final class BenchSettings {

  private static final String CARDS = "/settings/cards.csv";

  private static final String FRAUD = "/settings/fraud.yaml";

  private static final GuardRules GUARD = shippedGuard();

  private BenchSettings() {}

  /** The questions against fraud that are shipped. */
  public static GuardRules guard() {
    return GUARD;
  }

  private static GuardRules shippedGuard() {
    try (InputStream in = BenchSettings.class.getResourceAsStream(FRAUD)) {
      Path file = Files.createTempFile("fraud", ".yaml");
      try {
        Files.write(file, in.readAllBytes());
        return ConfigReader.read(file, GuardRules.class);
      } finally {
        Files.delete(file);
      }
    } catch (IOException broken) {
      throw new IllegalStateException(FRAUD + " cannot be read: " + broken.getMessage(), broken);
    }
  }

  /** The card ranges that are shipped. */
  public static CardTable cards() {
    try (InputStream in = BenchSettings.class.getResourceAsStream(CARDS)) {
      Path file = Files.createTempFile("cards", ".csv");
      try {
        Files.write(file, in.readAllBytes());
        return CsvCardTable.read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException | CardTableException broken) {
      throw new IllegalStateException(CARDS + " cannot be read: " + broken.getMessage(), broken);
    }
  }
}
