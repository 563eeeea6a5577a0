package org.silverteller.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.silverteller.card.CardTable;
import org.silverteller.card.CardTableException;
import org.silverteller.card.CsvCardTable;

/** The settings that are installed on a machine, as the bench uses them. */
public final class BenchSettings {

  private static final String CARDS = "/settings/cards.csv";

  private BenchSettings() {}

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
