package org.silverteller.driver.xfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.card.CardFormatException;

final class IdcTracksTest {

  private static final String TRACK2 = "6228480010020060421=30122010000";
  private static final int TRACK_1 = 1;

  private final XfsArena arena =
      new XfsArena(new XfsDialect(XfsVersion.V3_00, StandardCharsets.US_ASCII));

  @AfterEach
  void free() {
    arena.close();
  }

  private XfsRecord source(int wDataSource, int wStatus, String data) {
    byte[] bytes = data.getBytes(StandardCharsets.US_ASCII);
    return arena
        .structure(Idc.WFSIDCCARDDATA)
        .word("wDataSource", wDataSource)
        .word("wStatus", wStatus)
        .dword("ulDataLength", bytes.length)
        .pointer("lpbData", arena.bytes(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {TRACK2, ";6228480010020060421=30122010000?", "6228480010020060421D30122010000"})
  void reads_track_2_however_the_reader_frames_it(String read) throws CardFormatException {
    try (IdcTracks tracks =
        new IdcTracks(
            List.of(
                source(TRACK_1, Idc.WFS_IDC_DATAOK, "B6228480010020060421^"),
                source(Idc.WFS_IDC_TRACK2, Idc.WFS_IDC_DATAOK, read)))) {
      assertThat(tracks.track2().reveal()).isEqualTo(TRACK2);
    }
  }

  @Test
  void overwrites_all_that_was_read_where_it_lies() {
    XfsRecord first = source(TRACK_1, Idc.WFS_IDC_DATAOK, "B6228480010020060421^");
    XfsRecord second = source(Idc.WFS_IDC_TRACK2, Idc.WFS_IDC_DATAOK, TRACK2);
    new IdcTracks(List.of(first, second)).close();
    for (XfsRecord source : List.of(first, second)) {
      int length = source.dword("ulDataLength");
      assertThat(source.pointer("lpbData").getByteArray(0, length)).containsOnly(0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, blank",
    "2, damaged",
    "3, too long",
    "4, too short",
    "5, this reader does not read it",
    "6, this card has none",
    "77, status 77"
  })
  void says_why_there_is_no_track_2(int wStatus, String why) {
    XfsRecord source = source(Idc.WFS_IDC_TRACK2, wStatus, TRACK2);
    assertThatThrownBy(() -> new IdcTracks(List.of(source)).track2())
        .isInstanceOf(CardFormatException.class)
        .hasMessage("track 2 of the stripe: " + why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "62284800100200604210", "6228480010020060421=99991", "????"})
  void tells_no_digits_of_what_is_no_track_2(String read) {
    XfsRecord source = source(Idc.WFS_IDC_TRACK2, Idc.WFS_IDC_DATAOK, read);
    assertThatThrownBy(() -> new IdcTracks(List.of(source)).track2())
        .isInstanceOf(CardFormatException.class)
        .message()
        .doesNotContain("6228");
  }

  @Test
  void says_that_the_reader_left_track_2_out() {
    assertThatThrownBy(() -> new IdcTracks(List.of()).track2())
        .isInstanceOf(CardFormatException.class)
        .hasMessageContaining("not among");
  }

  @Test
  void takes_a_source_without_data_for_an_empty_one() {
    XfsRecord source =
        source(Idc.WFS_IDC_TRACK2, Idc.WFS_IDC_DATAOK, TRACK2).pointer("lpbData", Pointer.NULL);
    assertThatThrownBy(() -> new IdcTracks(List.of(source)).track2())
        .isInstanceOf(CardFormatException.class);
    new IdcTracks(List.of(source)).close();
  }

  @Test
  void does_not_follow_a_length_that_no_card_has() {
    XfsRecord source =
        source(Idc.WFS_IDC_TRACK2, Idc.WFS_IDC_DATAOK, TRACK2).dword("ulDataLength", -1);
    assertThatThrownBy(() -> new IdcTracks(List.of(source)).track2())
        .isInstanceOf(XfsFault.Malformed.class)
        .hasMessageContaining("4294967295");
  }
}
