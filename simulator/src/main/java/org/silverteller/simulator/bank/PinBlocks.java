package org.silverteller.simulator.bank;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.AccountNumber;
import org.silverteller.device.PinPad.PinFormat;
import org.silverteller.host.iso8583.AdditionalData;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.MalformedMessage;
import org.silverteller.host.iso8583.Message;
import org.silverteller.host.iso8583.NewPinField;

/** The encrypted PIN blocks of a request, opened under the keys that its terminal was given. */
final class PinBlocks implements Asked.PinCheck {

  private static final byte[] SM4_USAGE = "SM".getBytes(StandardCharsets.US_ASCII);
  private static final int SM4_BLOCK = 16;

  private final NetworkDesk terminals;
  private final Message request;
  private final String terminal;
  private final PinFormat format;
  private final byte[] block;

  /**
   * @throws MalformedMessage when there is no block of the PIN that holds
   */
  PinBlocks(NetworkDesk terminals, Message request) throws MalformedMessage {
    this.terminals = terminals;
    this.request = request;
    this.terminal = request.required(Field.TERMINAL_ID);
    Optional<byte[]> plain = request.bytes(Field.PIN_DATA);
    Optional<byte[]> sm4 = request.bytes(Field.PRIVATE_63).filter(PinBlocks::holdsSm4Block);
    if (plain.isEmpty() && sm4.isEmpty()) {
      throw new MalformedMessage(request.mti() + " without a PIN block in field 52 or 63");
    }
    this.format = plain.isPresent() ? PinFormat.ISO_0_TDES : PinFormat.ISO_0_SM4;
    this.block =
        plain.orElseGet(
            () -> Arrays.copyOfRange(sm4.get(), SM4_USAGE.length, SM4_USAGE.length + SM4_BLOCK));
  }

  /** Whether a message carries a block of the PIN that holds. */
  static boolean in(Message request) {
    return request.bytes(Field.PIN_DATA).isPresent()
        || request.bytes(Field.PRIVATE_63).filter(PinBlocks::holdsSm4Block).isPresent();
  }

  @Override
  public Asked.PinVerdict compare(AccountNumber number, String pin) {
    return keys()
        .map(keys -> keys.compare(block, format, number, pin))
        .orElse(Asked.PinVerdict.UNREADABLE);
  }

  @Override
  public Optional<String> newPin(AccountNumber number) {
    return newBlock().flatMap(found -> keys().flatMap(keys -> keys.pin(found, format, number)));
  }

  private Optional<byte[]> newBlock() {
    return request
        .bytes(Field.KEYS)
        .or(() -> request.bytes(Field.ADDITIONAL_PRIVATE))
        .or(
            () ->
                AdditionalData.tags(request)
                    .map(PinBlocks::hex)
                    .filter(hex -> hex.matches("([0-9A-F]{2})+"))
                    .map(hex -> HexFormat.of().parseHex(hex)));
  }

  private static String hex(Map<String, String> tags) {
    return tags.getOrDefault(NewPinField.TAG, "");
  }

  private Optional<WorkingKeys> keys() {
    return terminals.seat(terminal).flatMap(TerminalSeat::keys);
  }

  private static boolean holdsSm4Block(byte[] field) {
    return field.length == SM4_USAGE.length + SM4_BLOCK
        && Arrays.equals(field, 0, SM4_USAGE.length, SM4_USAGE, 0, SM4_USAGE.length);
  }
}
