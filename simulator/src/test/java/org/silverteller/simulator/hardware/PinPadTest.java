package org.silverteller.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.PinPad.KeyHandle;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.crypto.KeyCipher;
import org.silverteller.simulator.crypto.MacCalculator;
import org.silverteller.simulator.crypto.PinBlockFormat0;
import org.silverteller.simulator.scenario.Wiring;

class PinPadTest {

  /** What lies between the test and the machine. */
  Wiring wiring() {
    return Wiring.DIRECT;
  }

  /** The MAC algorithms that the pad says it has. */
  Set<MacAlgorithm> offeredMacs() {
    return Set.of(MacAlgorithm.values());
  }

  @Test
  void says_which_macs_it_makes() {
    assertThat(bench.pad().capabilities().macs()).isEqualTo(offeredMacs());
  }

  private Bench bench(MachineSpec spec) {
    return new Bench(spec, wiring());
  }

  private static final byte[] PIN_KEY = bytes("1122334455667788A1B2C3D4E5F60718");
  private static final byte[] MAC_KEY = bytes("8877665544332211182736455463728A");

  private final Bench bench = bench(MachineSpec.STANDARD);

  @Test
  void tells_keys_in_clear_when_they_are_open_and_none_when_closed() throws DeviceFault {
    assertThat(bench.customer().press(Key.D5)).isFalse();
    bench.pad().openKeys();
    bench.customer().press(Key.D5);
    bench.customer().press(Key.ENTER);
    bench.pad().close();
    bench.customer().press(Key.D6);
    assertThat(keys()).containsExactly(Key.D5, Key.ENTER);
  }

  @Test
  void hides_the_digits_of_a_pin_and_ends_only_with_enter() throws DeviceFault {
    bench.pad().openPin(4, 6);
    for (Key key : List.of(Key.D1, Key.D2, Key.D3, Key.D4, Key.D5, Key.D6)) {
      assertThat(bench.customer().press(key)).isTrue();
    }
    assertThat(bench.customer().padMode()).isEqualTo(PadMode.PIN);
    assertThat(bench.customer().press(Key.D7)).as("a digit too many").isFalse();
    bench.customer().press(Key.ENTER);
    assertThat(bench.customer().padMode()).isEqualTo(PadMode.CLOSED);
    assertThat(keys())
        .containsExactly(
            Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.ENTER);
  }

  @Test
  void takes_no_notice_of_enter_before_the_fourth_digit() throws DeviceFault {
    bench.pad().openPin(4, 12);
    assertThat(bench.customer().typePin("123")).isFalse();
    assertThat(bench.customer().padMode()).isEqualTo(PadMode.PIN);
    bench.customer().press(Key.D4);
    assertThat(bench.customer().press(Key.ENTER)).isTrue();
  }

  @Test
  void clear_begins_the_pin_anew_and_cancel_gives_it_up() throws DeviceFault {
    loadKeys();
    bench.pad().openPin(4, 12);
    bench.customer().press(Key.D9);
    bench.customer().press(Key.CLEAR);
    assertThat(bench.customer().typePin(Wallet.OWN.pin())).isTrue();
    assertThat(typedPin(PinFormat.ISO_0_TDES)).isEqualTo("123456");

    bench.pad().openPin(4, 12);
    bench.customer().press(Key.D9);
    bench.customer().press(Key.CANCEL);
    assertThat(bench.customer().padMode()).isEqualTo(PadMode.CLOSED);
    assertFault(Kind.SEQUENCE, () -> bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES));
  }

  @ParameterizedTest
  @EnumSource(PinFormat.class)
  void encrypts_the_pin_that_was_typed(PinFormat format) throws DeviceFault {
    loadKeys();
    bench.pad().openPin(4, 12);
    bench.customer().typePin(Wallet.OWN.pin());
    assertThat(typedPin(format)).isEqualTo("123456");
  }

  @Test
  void forgets_the_pin_when_it_has_told_its_block_or_was_closed() throws DeviceFault {
    loadKeys();
    bench.pad().openPin(4, 12);
    bench.customer().typePin("123456");
    bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES);
    assertFault(Kind.SEQUENCE, () -> bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES));

    bench.pad().openPin(4, 12);
    bench.customer().typePin("123456");
    bench.pad().close();
    assertFault(Kind.SEQUENCE, () -> bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES));
  }

  @Test
  void encrypts_nothing_without_a_pin_key_but_keeps_the_pin_for_a_new_one() throws DeviceFault {
    bench.pad().openPin(4, 12);
    bench.customer().typePin("123456");
    assertFault(Kind.KEY, () -> bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES));
    loadKeys();
    assertThat(typedPin(PinFormat.ISO_0_TDES)).isEqualTo("123456");
  }

  @Test
  void imports_keys_under_the_master_key_and_tells_their_check_value() throws DeviceFault {
    assertThat(bench.pad().holds(KeyHandle.MASTER)).isTrue();
    assertThat(bench.pad().holds(KeyHandle.PIN)).isFalse();
    byte[] kcv = bench.pad().importKey(KeyHandle.PIN, wrapped(PIN_KEY));
    assertThat(kcv).isEqualTo(Arrays.copyOf(KeyCipher.TDES.encrypt(PIN_KEY, new byte[8]), 3));
    assertThat(bench.pad().holds(KeyHandle.PIN)).isTrue();
  }

  @Test
  void knows_the_check_value_of_a_published_key() throws DeviceFault {
    byte[] kcv =
        bench.pad().importKey(KeyHandle.MASTER, wrapped(bytes("0123456789ABCDEFFEDCBA9876543210")));
    assertThat(HexFormat.of().withUpperCase().formatHex(kcv)).isEqualTo("08D7B4");
  }

  @Test
  void keeps_the_old_key_when_a_new_one_is_malformed_and_takes_a_good_one() throws DeviceFault {
    loadKeys();
    byte[] before = bench.pad().mac(MacAlgorithm.X9_19, new byte[16]);
    assertFault(Kind.KEY, () -> bench.pad().importKey(KeyHandle.MAC, new byte[15]));
    assertThat(bench.pad().mac(MacAlgorithm.X9_19, new byte[16])).isEqualTo(before);
    bench.pad().importKey(KeyHandle.MAC, wrapped(PIN_KEY));
    assertThat(bench.pad().mac(MacAlgorithm.X9_19, new byte[16])).isNotEqualTo(before);
  }

  @Test
  void imports_sm4_keys_under_an_sm4_master_key() throws DeviceFault {
    Bench sm4 = bench(MachineSpec.STANDARD.withMasterKey(MasterKey.TEST_SM4));
    byte[] wrapped = KeyCipher.SM4.encrypt(MasterKey.TEST_SM4.bytes(), PIN_KEY);
    assertThat(sm4.pad().importKey(KeyHandle.PIN, wrapped))
        .isEqualTo(KeyCipher.SM4.checkValue(PIN_KEY));
    sm4.pad().openPin(4, 12);
    sm4.customer().typePin("123456");
    byte[] block = sm4.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_SM4).reveal();
    assertThat(PinBlockFormat0.decrypt(block, Wallet.OWN.pan(), PinFormat.ISO_0_SM4, PIN_KEY))
        .hasValueSatisfying(pin -> assertThat(String.valueOf(pin)).isEqualTo("123456"));
  }

  @ParameterizedTest
  @EnumSource(MacAlgorithm.class)
  void makes_the_mac_that_the_host_expects(MacAlgorithm algorithm) throws DeviceFault {
    loadKeys();
    byte[] data = "0200 6228480010020060421".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    if (!offeredMacs().contains(algorithm)) {
      assertFault(Kind.UNSUPPORTED, () -> bench.pad().mac(algorithm, data));
      return;
    }
    assertThat(bench.pad().mac(algorithm, data))
        .hasSize(8)
        .isEqualTo(MacCalculator.mac(algorithm, MAC_KEY, data));
  }

  @Test
  void makes_no_mac_without_a_key_or_with_one_too_short() throws DeviceFault {
    assertFault(Kind.KEY, () -> bench.pad().mac(MacAlgorithm.X9_9, new byte[8]));
    bench.pad().importKey(KeyHandle.MAC, wrapped(Arrays.copyOf(MAC_KEY, 8)));
    assertThat(bench.pad().mac(MacAlgorithm.X9_9, new byte[8])).hasSize(8);
    assertFault(Kind.KEY, () -> bench.pad().mac(MacAlgorithm.X9_19, new byte[8]));
  }

  @Test
  void keeps_its_keys_and_loses_its_pin_when_the_power_fails() throws DeviceFault {
    loadKeys();
    bench.pad().openPin(4, 12);
    bench.customer().typePin("123456");
    bench.machine.cutPower();
    bench.reboot();
    assertThat(bench.pad().holds(KeyHandle.PIN)).isTrue();
    assertFault(Kind.SEQUENCE, () -> bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES));
  }

  @Test
  void refuses_a_pin_of_lengths_that_the_standard_does_not_know() {
    assertFault(Kind.UNSUPPORTED, () -> bench.pad().openPin(3, 6));
    assertFault(Kind.UNSUPPORTED, () -> bench.pad().openPin(4, 13));
    assertFault(Kind.UNSUPPORTED, () -> bench.pad().openPin(6, 4));
  }

  @Test
  void hears_no_key_off_the_line() throws DeviceFault {
    bench.pad().openKeys();
    bench.arm(Sabotage.lasting(Fault.PIN_PAD_OFFLINE));
    assertThat(bench.pad().status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThat(bench.customer().press(Key.D1)).isFalse();
    assertFault(Kind.OFFLINE, bench.pad()::openKeys);
  }

  @Test
  void no_output_tells_a_pin() throws DeviceFault {
    loadKeys();
    bench.pad().openPin(4, 12);
    for (char digit : Wallet.CANARY.pin().toCharArray()) {
      bench.customer().press(Key.ofDigit(digit - '0'));
    }
    bench.customer().press(Key.ENTER);
    assertThat(bench.machine.view().typed()).isEqualTo(6);
    bench.pad().pinBlock(Wallet.CANARY.pan(), PinFormat.ISO_0_TDES);
    bench.pad().openPin(4, 12);
    bench.customer().typePin(Wallet.CANARY.pin());
    String all = bench.seen + " " + bench.events + " " + bench.machine.view();
    assertThat(all)
        .doesNotContain(Wallet.CANARY.pin())
        .doesNotContain(Wallet.CANARY.pan().reveal())
        .doesNotContain("D9")
        .contains("customer types PIN ******");
  }

  private void loadKeys() throws DeviceFault {
    bench.pad().importKey(KeyHandle.PIN, wrapped(PIN_KEY));
    bench.pad().importKey(KeyHandle.MAC, wrapped(MAC_KEY));
    bench.seen.clear();
  }

  private String typedPin(PinFormat format) throws DeviceFault {
    byte[] block = bench.pad().pinBlock(Wallet.OWN.pan(), format).reveal();
    return String.valueOf(
        PinBlockFormat0.decrypt(block, Wallet.OWN.pan(), format, PIN_KEY).orElseThrow());
  }

  private List<Key> keys() {
    return bench.events.stream()
        .filter(TerminalEvent.KeyPressed.class::isInstance)
        .map(event -> ((TerminalEvent.KeyPressed) event).key())
        .toList();
  }

  private static byte[] wrapped(byte[] key) {
    return KeyCipher.TDES.encrypt(MasterKey.TEST.bytes(), key);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static void assertFault(Kind kind, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }
}
