package org.silverteller.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataKeyTest {

  @TempDir private Path folder;

  @Test
  void is_known_by_a_value_that_tells_nothing_of_it() throws IOException {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    DataKey key = DataKey.read(Files.write(folder.resolve(DataKey.FILE), bytes));

    assertThat(HexFormat.of().formatHex(key.checkValue())).isEqualTo("fca7a409c7b60987");
  }

  @Test
  void seals_the_same_number_never_twice_alike() {
    DataKey key = DataKey.generate();

    byte[] one = key.seal(StoreSamples.pan(), "transaction 1");
    byte[] other = key.seal(StoreSamples.pan(), "transaction 1");

    assertThat(nonce(one)).isNotEqualTo(nonce(other)).isNotEqualTo(new byte[12]);
    assertThat(key.open(one, "transaction 1")).isEqualTo(StoreSamples.pan());
    assertThat(key.open(other, "transaction 1")).isEqualTo(StoreSamples.pan());
  }

  @Test
  void opens_nothing_that_is_too_short_or_of_another_version_or_changed() {
    DataKey key = DataKey.generate();
    byte[] sealed = key.seal(StoreSamples.pan(), "transaction 1");
    byte[] otherVersion = sealed.clone();
    otherVersion[0]++;
    byte[] changed = sealed.clone();
    changed[sealed.length - 1] ^= 1;

    for (byte[] damaged :
        new byte[][] {new byte[0], Arrays.copyOf(sealed, 13), otherVersion, changed}) {
      assertThatThrownBy(() -> key.open(damaged, "transaction 1"))
          .isInstanceOf(StoreFailure.class)
          .hasMessage("the sealed card number of transaction 1 is damaged");
    }
  }

  private static byte[] nonce(byte[] sealed) {
    return Arrays.copyOfRange(sealed, 1, 13);
  }
}
