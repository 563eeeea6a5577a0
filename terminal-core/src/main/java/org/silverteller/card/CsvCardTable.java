package org.silverteller.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Card ranges from a bank's table, over the world-wide ranges of the seven schemes that are built
 * in. The bank's ranges are looked at first, each table from its longest prefix to its shortest;
 * the first that holds the card decides.
 *
 * <p>The table is CSV in UTF-8. Empty lines and lines that begin with {@code #} are skipped; the
 * first of the others names the columns:
 *
 * <ul>
 *   <li>{@code low}, {@code high}: first and last prefix of the range, equally many digits;
 *   <li>{@code lengths}: digits of the PAN: {@code 16}, {@code 16-19}, {@code 13 16 19};
 *   <li>{@code scheme}: a {@link CardScheme}; {@code issuer}: a {@link CardProduct.Issuer};
 *   <li>{@code senior}: {@code yes} for pension and senior cards, else {@code no};
 *   <li>{@code enabled}: {@code no} for cards that this machine gives back at once;
 *   <li>{@code comment}: for people.
 * </ul>
 */
public final class CsvCardTable implements CardTable {

  private static final String WORLD = "schemes.csv";

  private final List<CardRange> ranges;

  private CsvCardTable(List<CardRange> bank, List<CardRange> world) {
    this.ranges = new ArrayList<>(longestFirst(bank));
    this.ranges.addAll(longestFirst(world));
  }

  /** The ranges of the schemes alone: every UnionPay card is another domestic bank's. */
  public static CsvCardTable worldWide() {
    return new CsvCardTable(List.of(), world());
  }

  /**
   * @throws CardTableException naming line, column, what was found, what was expected
   */
  public static CsvCardTable read(Path file) throws CardTableException {
    try {
      return new CsvCardTable(CardRangeReader.read(linesOf(Files.readString(file))), world());
    } catch (NoSuchFileException missing) {
      throw new CardTableException(0, "", "no such file", "a readable file");
    } catch (CharacterCodingException otherCharset) {
      throw new CardTableException(0, "", "bytes that are not UTF-8", "a file in UTF-8");
    } catch (IOException unreadable) {
      throw new CardTableException(0, "", unreadable.toString(), "a readable file");
    }
  }

  @Override
  public Optional<CardProduct> productOf(Pan pan) {
    for (CardRange range : ranges) {
      if (range.holds(pan)) {
        return range.accepted() ? Optional.of(range.product()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<CardRange> world() {
    try (InputStream table = CsvCardTable.class.getResourceAsStream(WORLD)) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return CardRangeReader.read(linesOf(text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (CardTableException wrong) {
      throw new IllegalStateException(WORLD, wrong);
    }
  }

  private static List<CardRange> longestFirst(List<CardRange> table) {
    return table.stream()
        .sorted(Comparator.comparingInt((CardRange range) -> range.low().length()).reversed())
        .toList();
  }

  private static List<String> linesOf(String text) {
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
  }
}
