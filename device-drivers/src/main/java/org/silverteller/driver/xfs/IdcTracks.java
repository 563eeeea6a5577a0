package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import java.util.Arrays;
import java.util.List;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.Track2;

/**
 * What a READ_RAW_DATA has read off a card. Closing it overwrites the card's data in the provider's
 * memory, before that is freed; what was read is told to nobody but the caller.
 */
final class IdcTracks implements AutoCloseable {

  /** No source of a card is longer; guards against a length that is none. */
  private static final int LONGEST = 65_536;

  private final List<XfsRecord> sources;

  /**
   * @param result of a command that ended well
   */
  IdcTracks(XfsResult result, XfsDialect dialect) {
    this(result.list(Idc.WFSIDCCARDDATA, dialect));
  }

  /**
   * @param sources each a WFSIDCCARDDATA
   */
  IdcTracks(List<XfsRecord> sources) {
    this.sources = List.copyOf(sources);
  }

  /**
   * @throws CardFormatException when there is no track 2 or it is damaged; never tells its digits
   */
  Track2 track2() throws CardFormatException {
    for (XfsRecord source : sources) {
      if (source.word("wDataSource") == Idc.WFS_IDC_TRACK2) {
        return track2(source);
      }
    }
    throw new CardFormatException("track 2 is not among what the reader has read");
  }

  private static Track2 track2(XfsRecord source) throws CardFormatException {
    int status = source.word("wStatus");
    if (status != Idc.WFS_IDC_DATAOK) {
      throw new CardFormatException("track 2 of the stripe: " + words(status));
    }
    byte[] read = bytes(source, "ulDataLength", "lpbData");
    try {
      return Track2.parse(new Letters(read));
    } finally {
      Arrays.fill(read, (byte) 0);
    }
  }

  private static String words(int wStatus) {
    return switch (wStatus) {
      case Idc.WFS_IDC_DATAMISSING -> "blank";
      case Idc.WFS_IDC_DATAINVALID -> "damaged";
      case Idc.WFS_IDC_DATATOOLONG -> "too long";
      case Idc.WFS_IDC_DATATOOSHORT -> "too short";
      case Idc.WFS_IDC_DATASRCNOTSUPP -> "this reader does not read it";
      case Idc.WFS_IDC_DATASRCMISSING -> "this card has none";
      default -> "status " + wStatus;
    };
  }

  /** Bytes that a length and a pointer of a structure tell of; a copy. */
  static byte[] bytes(XfsRecord record, String length, String pointer) {
    Pointer data = record.pointer(pointer);
    return data == null ? new byte[0] : data.getByteArray(0, length(record, length));
  }

  /** Overwrites them where they lie. */
  static void wipe(XfsRecord record, String length, String pointer) {
    Pointer data = record.pointer(pointer);
    if (data != null) {
      data.setMemory(0, length(record, length), (byte) 0);
    }
  }

  private static int length(XfsRecord record, String field) {
    long length = record.ulong(field);
    if (length > LONGEST) {
      throw new XfsFault.Malformed(field + " " + length + ": expected at most " + LONGEST);
    }
    return (int) length;
  }

  @Override
  public String toString() {
    return sources.size() + " sources";
  }

  @Override
  public void close() {
    sources.forEach(source -> wipe(source, "ulDataLength", "lpbData"));
  }

  /** ASCII bytes as letters, without a copy of them. */
  private static final class Letters implements CharSequence {
    private final byte[] bytes;

    Letters(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int length() {
      return bytes.length;
    }

    @Override
    public char charAt(int index) {
      return (char) (bytes[index] & 0xFF);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Letters(Arrays.copyOfRange(bytes, start, end));
    }

    @Override
    public String toString() {
      return "card data of " + bytes.length + " bytes";
    }
  }
}
