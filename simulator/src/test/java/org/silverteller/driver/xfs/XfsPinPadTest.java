package org.silverteller.driver.xfs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.silverteller.card.Pan;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceFault.Kind;
import org.silverteller.device.DeviceStatus;
import org.silverteller.device.PinPad;
import org.silverteller.device.PinPad.KeyHandle;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.event.DeviceName;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.simulator.PowerCut;
import org.silverteller.simulator.crypto.KeyBlock;
import org.silverteller.simulator.crypto.KeyCipher;
import org.silverteller.simulator.crypto.MacCalculator;
import org.silverteller.simulator.crypto.PinBlockFormat0;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.EffectHook;
import org.silverteller.simulator.hardware.Fault;
import org.silverteller.simulator.hardware.MachineSpec;
import org.silverteller.simulator.hardware.MasterKey;
import org.silverteller.simulator.hardware.PadMode;
import org.silverteller.simulator.hardware.Sabotage;
import org.silverteller.simulator.hardware.VirtualMachine;
import org.silverteller.simulator.hardware.Wallet;
import org.silverteller.simulator.xfs.PinStation;

class XfsPinPadTest {

  private static final byte[] PIN_KEY = bytes("1122334455667788A1B2C3D4E5F60718");
  private static final byte[] MAC_KEY = bytes("8877665544332211182736455463728A");
  private static final byte[] MESSAGE = "0200 6228480010020060421".getBytes(US_ASCII);

  private PinBench bench = new PinBench();

  private void bench(MachineSpec spec, int version, String... habits) {
    bench = new PinBench(spec, version, habits);
  }

  private void habit(String habit) {
    bench(MachineSpec.STANDARD, PinBench.NEWEST, habit);
  }

  @AfterEach
  void everything_is_freed_once() {
    assertThat(bench.unfreed()).isZero();
    assertThat(bench.station.manager().freedTwice()).isZero();
  }

  // ---- as at the port

  @Test
  void tells_keys_in_clear_when_they_are_open_and_none_when_closed() throws DeviceFault {
    assertThat(bench.customer().press(Key.D5)).isFalse();
    bench.pad().openKeys();
    for (Key key : Key.values()) {
      if (key != Key.HIDDEN) {
        bench.customer().press(key);
      }
    }
    bench.pad().close();
    assertThat(bench.customer().press(Key.D6)).isFalse();
    assertThat(bench.keys())
        .containsExactly(
            Key.D0,
            Key.D1,
            Key.D2,
            Key.D3,
            Key.D4,
            Key.D5,
            Key.D6,
            Key.D7,
            Key.D8,
            Key.D9,
            Key.ENTER,
            Key.CLEAR,
            Key.CANCEL);
  }

  @Test
  void hides_the_digits_of_a_pin_and_ends_only_with_enter() throws DeviceFault {
    bench.pad().openPin(4, 6);
    for (Key key : List.of(Key.D1, Key.D2, Key.D3, Key.D4, Key.D5, Key.D6)) {
      assertThat(bench.customer().press(key)).isTrue();
    }
    assertThat(bench.customer().padMode()).isEqualTo(PadMode.PIN);
    assertThat(bench.customer().press(Key.D7)).as("a digit too many").isFalse();
    assertThat(bench.keys()).hasSize(6);
    bench.customer().press(Key.ENTER);
    assertThat(bench.customer().padMode()).isEqualTo(PadMode.CLOSED);
    assertThat(bench.keys())
        .containsExactly(
            Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.ENTER);
  }

  @Test
  void takes_no_notice_of_enter_before_the_fourth_digit() throws DeviceFault {
    bench.pad().openPin(4, 12);
    assertThat(bench.customer().typePin("123")).isFalse();
    assertThat(bench.customer().padMode()).isEqualTo(PadMode.PIN);
    assertThat(bench.keys()).containsExactly(Key.HIDDEN, Key.HIDDEN, Key.HIDDEN);
    bench.customer().press(Key.D4);
    assertThat(bench.customer().press(Key.ENTER)).isTrue();
    assertThat(bench.keys()).endsWith(Key.ENTER).hasSize(5);
  }

  @Test
  void clear_begins_the_pin_anew_and_cancel_gives_it_up() throws DeviceFault {
    loadKeys();
    bench.pad().openPin(4, 12);
    bench.customer().press(Key.D9);
    bench.customer().press(Key.CLEAR);
    assertThat(bench.customer().typePin(Wallet.OWN.pin())).isTrue();
    assertThat(bench.keys()).startsWith(Key.HIDDEN, Key.CLEAR, Key.HIDDEN);
    assertThat(typedPin(PinFormat.ISO_0_TDES)).isEqualTo("123456");

    bench.pad().openPin(4, 12);
    bench.customer().press(Key.D9);
    bench.customer().press(Key.CANCEL);
    assertThat(bench.customer().padMode()).isEqualTo(PadMode.CLOSED);
    assertThat(bench.keys()).endsWith(Key.HIDDEN, Key.CANCEL);
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
  void pads_a_short_card_number_as_the_port_does() throws Exception {
    Pan shortest = Pan.of("622848123456");
    loadKeys();
    bench.pad().openPin(4, 12);
    bench.customer().typePin("1234");
    byte[] block = bench.pad().pinBlock(shortest, PinFormat.ISO_0_TDES).reveal();
    assertThat(block)
        .isEqualTo(
            PinBlockFormat0.encrypt("1234".toCharArray(), shortest, PinFormat.ISO_0_TDES, PIN_KEY)
                .reveal());
  }

  @Test
  void forgets_the_pin_when_it_has_told_its_block_or_was_closed_or_opened_anew()
      throws DeviceFault {
    loadKeys();
    bench.pad().openPin(4, 12);
    bench.customer().typePin("123456");
    bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES);
    assertFault(Kind.SEQUENCE, () -> bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES));

    bench.pad().openPin(4, 12);
    bench.customer().typePin("123456");
    bench.pad().close();
    assertThat(bench.station.machine().view().typed()).as("digits left in the pad").isZero();
    assertFault(Kind.SEQUENCE, () -> bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES));

    bench.pad().openPin(4, 12);
    bench.customer().typePin("123456");
    bench.pad().openKeys();
    assertFault(Kind.SEQUENCE, () -> bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES));
  }

  @Test
  void gives_no_block_of_a_pin_that_is_still_being_typed() throws DeviceFault {
    loadKeys();
    bench.pad().openPin(4, 12);
    for (int digit = 0; digit < 4; digit++) {
      bench.customer().press(Key.D1);
    }
    assertFault(Kind.SEQUENCE, () -> bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES));
    assertThat(bench.customer().press(Key.ENTER)).isTrue();
    assertThat(typedPin(PinFormat.ISO_0_TDES)).isEqualTo("1111");
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
  void refuses_a_pin_of_lengths_that_the_standard_does_not_know() {
    assertFault(Kind.UNSUPPORTED, () -> bench.pad().openPin(3, 6));
    assertFault(Kind.UNSUPPORTED, () -> bench.pad().openPin(4, 13));
    assertFault(Kind.UNSUPPORTED, () -> bench.pad().openPin(6, 4));
  }

  // ---- keys of the encryption module

  @ParameterizedTest
  @CsvSource({"7683", "3"})
  void imports_keys_under_the_master_key_and_tells_their_check_value(int version)
      throws DeviceFault {
    bench(MachineSpec.STANDARD, version);
    assertThat(bench.pad().holds(KeyHandle.MASTER)).isTrue();
    assertThat(bench.pad().holds(KeyHandle.PIN)).isFalse();
    byte[] kcv = bench.pad().importKey(KeyHandle.PIN, wrapped(PIN_KEY));
    assertThat(kcv).isEqualTo(KeyCipher.TDES.checkValue(PIN_KEY)).hasSize(3);
    assertThat(bench.pad().holds(KeyHandle.PIN)).isTrue();
    assertThat(bench.padLines()).containsExactly("pinpad import-key PIN → kcv " + hex(kcv));
  }

  @Test
  void knows_the_check_value_of_a_published_key() throws DeviceFault {
    byte[] kcv =
        bench.pad().importKey(KeyHandle.MASTER, wrapped(bytes("0123456789ABCDEFFEDCBA9876543210")));
    assertThat(hex(kcv)).isEqualTo("08D7B4");
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
  void takes_a_key_out_of_a_tr31_block_and_keeps_the_old_one_when_the_block_is_forged()
      throws DeviceFault {
    loadKeys();
    byte[] block = keyBlock("M3TG00E0000", PIN_KEY);
    byte[] kcv = bench.pad().importKey(KeyHandle.MAC, block);
    assertThat(kcv).isEqualTo(KeyCipher.TDES.checkValue(PIN_KEY));
    byte[] mac = bench.pad().mac(MacAlgorithm.X9_19, MESSAGE);
    assertThat(mac).isEqualTo(MacCalculator.mac(MacAlgorithm.X9_19, PIN_KEY, MESSAGE));

    byte[] forged = keyBlock("M3TG00E0000", MAC_KEY);
    forged[5] = 'P';
    assertFault(Kind.KEY, () -> bench.pad().importKey(KeyHandle.MAC, forged));
    assertThat(bench.pad().mac(MacAlgorithm.X9_19, MESSAGE)).isEqualTo(mac);
  }

  @Test
  void refuses_key_blocks_that_the_pad_does_not_take() {
    byte[] aes = keyBlock("P0TE00E0000", PIN_KEY);
    aes[0] = 'D';
    assertFault(Kind.UNSUPPORTED, () -> bench.pad().importKey(KeyHandle.PIN, aes));
    PinBench old = new PinBench(MachineSpec.STANDARD, PinBench.OLDEST);
    byte[] block = keyBlock("P0TE00E0000", PIN_KEY);
    assertFault(Kind.UNSUPPORTED, () -> old.pad().importKey(KeyHandle.PIN, block));
  }

  @Test
  void imports_sm4_keys_under_an_sm4_master_key() throws DeviceFault {
    bench(MachineSpec.STANDARD.withMasterKey(MasterKey.TEST_SM4), PinBench.NEWEST);
    byte[] wrapped = KeyCipher.SM4.encrypt(MasterKey.TEST_SM4.bytes(), PIN_KEY);
    assertThat(bench.pad().importKey(KeyHandle.PIN, wrapped))
        .isEqualTo(KeyCipher.SM4.checkValue(PIN_KEY));
    bench.pad().openPin(4, 12);
    bench.customer().typePin("123456");
    assertThat(typedPin(PinFormat.ISO_0_SM4)).isEqualTo("123456");
  }

  @Test
  void asks_for_keys_by_the_names_in_the_settings() throws Exception {
    PinPad named = bench.pad(new PinKeys("TMK", "TPK", "TAK"));
    assertThat(named.holds(KeyHandle.MASTER)).isFalse();
    assertFault(Kind.KEY, () -> named.importKey(KeyHandle.PIN, wrapped(PIN_KEY)));
    assertFault(Kind.KEY, () -> named.mac(MacAlgorithm.X9_19, MESSAGE));
    assertThatThrownBy(() -> new PinKeys("MASTER", " ", "MAC"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blank");
  }

  // ---- MACs

  @ParameterizedTest
  @CsvSource({"X9_19", "X9_9", "UNIONPAY_ECB"})
  void makes_the_macs_that_the_port_makes(MacAlgorithm algorithm) throws DeviceFault {
    loadKeys();
    for (int length : new int[] {0, 1, 7, 8, 9, 24, 300}) {
      byte[] data = Arrays.copyOf(MESSAGE, length);
      assertThat(bench.pad().mac(algorithm, data))
          .as("%s over %d bytes", algorithm, length)
          .isEqualTo(MacCalculator.mac(algorithm, MAC_KEY, data));
    }
  }

  @Test
  void makes_a_unionpay_mac_with_a_single_length_key_too() throws DeviceFault {
    byte[] single = Arrays.copyOf(MAC_KEY, 8);
    bench.pad().importKey(KeyHandle.MAC, wrapped(single));
    assertThat(bench.pad().mac(MacAlgorithm.UNIONPAY_ECB, MESSAGE))
        .isEqualTo(MacCalculator.mac(MacAlgorithm.UNIONPAY_ECB, single, MESSAGE));
  }

  @ParameterizedTest
  @CsvSource({"AES_CMAC", "SM4_CMAC"})
  void offers_no_mac_that_the_standard_does_not_know(MacAlgorithm algorithm) throws DeviceFault {
    loadKeys();
    assertThat(bench.pad().capabilities().macs())
        .containsExactlyInAnyOrder(
            MacAlgorithm.X9_19, MacAlgorithm.X9_9, MacAlgorithm.UNIONPAY_ECB);
    assertFault(Kind.UNSUPPORTED, () -> bench.pad().mac(algorithm, MESSAGE));
  }

  @Test
  void makes_no_mac_without_a_key_or_with_one_too_short() throws DeviceFault {
    assertFault(Kind.KEY, () -> bench.pad().mac(MacAlgorithm.X9_9, new byte[8]));
    assertFault(Kind.KEY, () -> bench.pad().mac(MacAlgorithm.UNIONPAY_ECB, new byte[8]));
    bench.pad().importKey(KeyHandle.MAC, wrapped(Arrays.copyOf(MAC_KEY, 8)));
    assertThat(bench.pad().mac(MacAlgorithm.X9_9, new byte[8])).hasSize(8);
    assertFault(Kind.KEY, () -> bench.pad().mac(MacAlgorithm.X9_19, new byte[8]));
  }

  @Test
  void tells_what_the_pad_can_do() {
    assertThat(bench.pad().capabilities().pinFormats())
        .containsExactlyInAnyOrder(PinFormat.values());
    assertThat(bench.pad().capabilities().maxPin()).isEqualTo(12);
    PinPad.Capabilities plain =
        new PinPad.Capabilities(Set.of(PinFormat.ISO_0_TDES), Set.of(MacAlgorithm.X9_9), 12);
    bench(withPad(plain), PinBench.NEWEST);
    assertThat(bench.pad().capabilities()).isEqualTo(plain);
    assertFault(
        Kind.UNSUPPORTED, () -> bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_SM4));
    assertFault(Kind.UNSUPPORTED, () -> bench.pad().mac(MacAlgorithm.X9_19, MESSAGE));
  }

  // ---- line by line

  @Test
  void the_pad_sees_the_same_commands_as_without_xfs() throws DeviceFault {
    VirtualMachine without = new VirtualMachine(MachineSpec.STANDARD);
    List<String> seen = new ArrayList<>();
    without.witness(seen::add);
    script(without.open(event -> {}).pinPad(), without);
    script(bench.pad(), bench.station.machine());
    assertThat(bench.station.seen).isEqualTo(seen).contains("pinpad close", "pinpad open-keys");
  }

  private static void script(PinPad pad, VirtualMachine machine) throws DeviceFault {
    pad.importKey(KeyHandle.PIN, wrapped(PIN_KEY));
    pad.importKey(KeyHandle.MAC, wrapped(MAC_KEY));
    pad.openKeys();
    machine.customer().press(Key.D3);
    pad.mac(MacAlgorithm.X9_19, MESSAGE);
    pad.openPin(4, 12);
    machine.customer().press(Key.D3);
    pad.mac(MacAlgorithm.X9_19, MESSAGE);
    machine.customer().press(Key.CLEAR);
    machine.customer().typePin("123456");
    pad.pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES);
    pad.openKeys();
    machine.customer().press(Key.ENTER);
    pad.openKeys();
    pad.close();
    machine.customer().press(Key.D1);
    pad.openPin(4, 6);
    machine.customer().press(Key.CANCEL);
    pad.openKeys();
    pad.reset();
    pad.mac(MacAlgorithm.X9_9, MESSAGE);
  }

  // ---- faults

  @Test
  void hears_no_key_off_the_line() throws DeviceFault {
    loadKeys();
    bench.pad().openKeys();
    bench.station.machine().saboteur().arm(Sabotage.lasting(Fault.PIN_PAD_OFFLINE));
    assertThat(bench.pad().status()).isEqualTo(DeviceStatus.OFFLINE);
    assertThat(bench.customer().press(Key.D1)).isFalse();
    assertFault(Kind.OFFLINE, bench.pad()::openKeys);
    assertFault(Kind.OFFLINE, () -> bench.pad().openPin(4, 12));
    assertFault(Kind.OFFLINE, () -> bench.pad().mac(MacAlgorithm.X9_19, MESSAGE));
    assertFault(Kind.OFFLINE, () -> bench.pad().importKey(KeyHandle.MAC, wrapped(MAC_KEY)));
    assertFault(Kind.OFFLINE, bench.pad()::close);
    assertFault(Kind.OFFLINE, bench.pad()::reset);
    assertThat(bench.pad().holds(KeyHandle.MAC)).isTrue();
  }

  @Test
  void tells_when_the_pad_comes_and_goes() {
    bench.station.machine().saboteur().arm(Sabotage.lasting(Fault.PIN_PAD_OFFLINE));
    bench.settle();
    assertThat(bench.events).containsExactly(new TerminalEvent.DeviceChanged(DeviceName.PIN_PAD));
  }

  @ParameterizedTest
  @EnumSource(
      value = org.silverteller.simulator.xfs.XfsFault.class,
      names = {"EARLY_COMPLETION", "DUPLICATE_COMPLETION", "UNKNOWN_EVENTS", "STRAY_COMPLETION"})
  void works_on_whatever_else_the_manager_brings(org.silverteller.simulator.xfs.XfsFault trouble)
      throws DeviceFault {
    loadKeys();
    bench.mischief().arm(PinStation.NAME, Pin.WFS_CMD_PIN_GET_PIN, trouble);
    bench.mischief().arm(PinStation.NAME, Pin.WFS_CMD_PIN_GET_PINBLOCK, trouble);
    bench.pad().openPin(4, 12);
    bench.customer().typePin("123456");
    assertThat(typedPin(PinFormat.ISO_0_TDES)).isEqualTo("123456");
  }

  @ParameterizedTest
  @CsvSource({
    "TIME_OUT, TIMEOUT",
    "NO_COMPLETION, TIMEOUT",
    "LOCKED, OFFLINE",
    "VENDOR_ERROR, HARDWARE",
    "CONNECTION_LOST, OFFLINE"
  })
  void names_the_fault_of_a_command(org.silverteller.simulator.xfs.XfsFault trouble, Kind expected)
      throws DeviceFault {
    loadKeys();
    bench.mischief().arm(PinStation.NAME, Pin.WFS_CMD_PIN_CRYPT, trouble);
    assertFault(expected, () -> bench.pad().mac(MacAlgorithm.X9_19, MESSAGE));
    bench.mischief().disarm();
    assertThat(bench.pad().mac(MacAlgorithm.X9_19, MESSAGE)).hasSize(8);
  }

  @Test
  void a_refused_opening_is_a_fault_at_once() {
    bench
        .mischief()
        .arm(
            PinStation.NAME,
            Pin.WFS_CMD_PIN_GET_DATA,
            org.silverteller.simulator.xfs.XfsFault.VENDOR_ERROR);
    assertFault(Kind.HARDWARE, bench.pad()::openKeys);
    assertThatThrownBy(() -> bench.pad().openPin(4, 13)).hasMessageContaining("4 to 13");
  }

  @Test
  void opens_the_keys_again_when_the_service_was_lost_under_them() throws DeviceFault {
    bench.pad().openKeys();
    bench
        .mischief()
        .armInfo(
            PinStation.NAME,
            Pin.WFS_INF_PIN_STATUS,
            org.silverteller.simulator.xfs.XfsFault.CONNECTION_LOST);
    assertThat(bench.pad().status()).isEqualTo(DeviceStatus.OFFLINE);
    bench.mischief().disarm();
    bench.pad().openKeys();
    bench.customer().press(Key.D4);
    assertThat(bench.keys()).containsExactly(Key.D4);
  }

  @Test
  void throws_the_power_cut_through_the_bridge() throws DeviceFault {
    loadKeys();
    bench.pad().openPin(4, 12);
    bench.customer().typePin("123456");
    bench
        .station
        .machine()
        .hook(
            new EffectHook() {
              @Override
              public void before(Effect effect) {
                if (effect == Effect.PIN_ENCRYPTED) {
                  bench.powerOff();
                }
              }

              @Override
              public void after(Effect effect) {}
            });
    assertThatThrownBy(() -> bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES))
        .isInstanceOf(PowerCut.class);
    bench.reboot();
    assertThat(bench.pad().holds(KeyHandle.PIN)).isTrue();
    assertFault(Kind.SEQUENCE, () -> bench.pad().pinBlock(Wallet.OWN.pan(), PinFormat.ISO_0_TDES));
  }

  // ---- providers of other habits

  @Test
  void a_provider_that_tells_the_digits_of_a_pin_is_not_believed() throws DeviceFault {
    habit("TELLS_PIN_DIGITS");
    bench.pad().openPin(4, 12);
    bench.customer().typePin("7777");
    assertThat(bench.keys())
        .containsExactly(Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.HIDDEN, Key.ENTER);
  }

  @Test
  void keys_pressed_before_the_pad_was_opened_anew_are_told_as_what_they_were() throws DeviceFault {
    habit("TELLS_PIN_DIGITS");
    bench.pad().openPin(4, 12);
    bench.customer().press(Key.D7);
    bench.pad().openKeys();
    bench.customer().press(Key.D3);
    assertThat(bench.keys()).containsExactly(Key.HIDDEN, Key.D3);
  }

  @Test
  void a_provider_that_does_one_after_another_is_interrupted_and_the_keys_stay_open()
      throws DeviceFault {
    habit("ONE_AFTER_ANOTHER");
    loadKeys();
    bench.pad().openKeys();
    assertThat(bench.pad().mac(MacAlgorithm.X9_19, MESSAGE)).hasSize(8);
    Duration learnt = bench.elapsed();
    assertThat(learnt).as("waited for work beside open keys").isPositive();
    bench.work();
    bench.pad().mac(MacAlgorithm.X9_19, MESSAGE);
    bench.work();
    assertThat(bench.elapsed()).as("and never again").isEqualTo(learnt);
    assertThat(bench.customer().press(Key.D2)).isTrue();
    assertThat(bench.keys()).containsExactly(Key.D2);
  }

  @Test
  void a_pin_that_such_a_provider_was_interrupted_in_is_typed_again() throws DeviceFault {
    habit("ONE_AFTER_ANOTHER");
    loadKeys();
    bench.pad().openPin(4, 12);
    bench.customer().press(Key.D9);
    bench.pad().mac(MacAlgorithm.X9_19, MESSAGE);
    assertThat(bench.keys()).containsExactly(Key.HIDDEN, Key.CLEAR);
    bench.work();
    assertThat(bench.customer().typePin("123456")).isTrue();
    assertThat(typedPin(PinFormat.ISO_0_TDES)).isEqualTo("123456");
  }

  @Test
  void keys_stay_open_where_the_provider_ends_them_on_enter() throws DeviceFault {
    habit("ENDS_ON_ENTER");
    bench.pad().openKeys();
    bench.customer().press(Key.ENTER);
    bench.work();
    bench.customer().press(Key.D8);
    assertThat(bench.keys()).containsExactly(Key.ENTER, Key.D8);
  }

  @Test
  void a_pin_that_ends_by_itself_at_its_last_digit_is_told_as_entered() throws DeviceFault {
    habit("ENDS_AT_LAST_DIGIT");
    loadKeys();
    bench.pad().openPin(4, 4);
    for (int digit = 0; digit < 4; digit++) {
      bench.customer().press(Key.D1);
    }
    assertThat(bench.keys()).endsWith(Key.HIDDEN, Key.ENTER).hasSize(5);
  }

  @Test
  void waits_once_for_a_provider_that_never_tells_that_the_pad_listens() throws DeviceFault {
    habit("NEVER_TELLS_LISTENING");
    bench.pad().openKeys();
    Duration first = bench.elapsed();
    bench.pad().openKeys();
    assertThat(bench.elapsed().minus(first)).isLessThan(first).isPositive();
    bench.customer().press(Key.D1);
    assertThat(bench.keys()).containsExactly(Key.D1);
  }

  @Test
  void a_pad_that_keeps_uses_of_keys_apart_gets_a_key_for_macs_alone() throws DeviceFault {
    habit("KEEPS_KEY_USES_APART");
    loadKeys();
    assertThat(bench.pad().mac(MacAlgorithm.X9_19, MESSAGE))
        .isEqualTo(MacCalculator.mac(MacAlgorithm.X9_19, MAC_KEY, MESSAGE));
    assertFault(Kind.KEY, () -> bench.pad().mac(MacAlgorithm.UNIONPAY_ECB, MESSAGE));
  }

  @Test
  void a_mac_of_four_bytes_is_none() throws DeviceFault {
    habit("TELLS_HALF_A_MAC");
    loadKeys();
    assertThatThrownBy(() -> bench.pad().mac(MacAlgorithm.X9_19, MESSAGE))
        .isInstanceOf(DeviceFault.class)
        .hasMessageContaining("4 bytes: expected 8");
  }

  @Test
  void serves_a_whole_customer_over_a_service_of_3_00() throws DeviceFault {
    bench(MachineSpec.STANDARD, PinBench.OLDEST);
    assertThat(bench.pad().capabilities().pinFormats()).containsExactly(PinFormat.ISO_0_TDES);
    loadKeys();
    bench.pad().openKeys();
    bench.customer().press(Key.D1);
    bench.pad().openPin(4, 12);
    bench.customer().typePin("123456");
    assertThat(typedPin(PinFormat.ISO_0_TDES)).isEqualTo("123456");
    assertThat(bench.pad().mac(MacAlgorithm.X9_19, MESSAGE))
        .isEqualTo(MacCalculator.mac(MacAlgorithm.X9_19, MAC_KEY, MESSAGE));
    bench.pad().close();
    assertThat(bench.pad().status()).isEqualTo(DeviceStatus.ONLINE);
  }

  @Test
  void closing_the_manager_under_open_keys_leaves_nothing() throws DeviceFault {
    bench.pad().openKeys();
    bench.close();
    assertThat(bench.unfreed()).isZero();
  }

  @Test
  void faults_name_the_command_and_the_code_and_no_data() throws DeviceFault {
    bench.pad().openPin(4, 12);
    bench.customer().typePin(Wallet.CANARY.pin());
    assertThatThrownBy(() -> bench.pad().pinBlock(Wallet.CANARY.pan(), PinFormat.ISO_0_TDES))
        .hasMessageContaining("WFS_CMD_PIN_GET_PINBLOCK (407)")
        .hasMessageContaining("WFS_ERR_PIN_KEYINVALID (-410)");
  }

  private static MachineSpec withPad(PinPad.Capabilities pad) {
    MachineSpec usual = MachineSpec.STANDARD;
    return new MachineSpec(
        usual.units(),
        usual.dispenser(),
        usual.reader(),
        usual.printer(),
        usual.slips(),
        usual.screen(),
        pad,
        usual.masterKey(),
        usual.extras(),
        usual.acceptor(),
        usual.passbook());
  }

  private static byte[] keyBlock(String usage, byte[] key) {
    return KeyBlock.of(MasterKey.TEST.bytes(), usage, key, new byte[8]);
  }

  private void loadKeys() throws DeviceFault {
    bench.pad().importKey(KeyHandle.PIN, wrapped(PIN_KEY));
    bench.pad().importKey(KeyHandle.MAC, wrapped(MAC_KEY));
  }

  private String typedPin(PinFormat format) throws DeviceFault {
    byte[] block = bench.pad().pinBlock(Wallet.OWN.pan(), format).reveal();
    return String.valueOf(
        PinBlockFormat0.decrypt(block, Wallet.OWN.pan(), format, PIN_KEY).orElseThrow());
  }

  private static byte[] wrapped(byte[] key) {
    return KeyCipher.TDES.encrypt(MasterKey.TEST.bytes(), key);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  private static void assertFault(Kind kind, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            DeviceFault.class, fault -> assertThat(fault.kind()).isEqualTo(kind));
  }
}
