package org.silverteller.host.iso8583;

import java.security.MessageDigest;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.PinPad;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.host.HostFault;

/** Puts MACs on messages and checks them, with the key that the PIN pad keeps. */
final class MessageSeal {

  private final Iso8583Codec codec;
  private final PinPad pad;
  private final MacAlgorithm algorithm;

  MessageSeal(Iso8583Codec codec, PinPad pad, MacAlgorithm algorithm) {
    this.codec = codec;
    this.pad = pad;
    this.algorithm = algorithm;
  }

  /**
   * The message as bytes, with its MAC.
   *
   * @throws HostFault UNSENDABLE when a value does not fit its field, SECURITY when the pad makes
   *     no MAC
   */
  byte[] sealed(Message message) throws HostFault {
    int field = codec.dialect().macField(message);
    Message open = message.toBuilder().set(field, new byte[MacBlock.MAC_LENGTH]).build();
    byte[] bytes = encoded(open);
    byte[] mac = mac(open, bytes);
    System.arraycopy(mac, 0, bytes, bytes.length - mac.length, mac.length);
    return bytes;
  }

  /**
   * @throws HostFault UNSENDABLE when a value does not fit its field
   */
  byte[] encoded(Message message) throws HostFault {
    try {
      return codec.encode(message);
    } catch (IllegalArgumentException unfit) {
      throw new HostFault(HostFault.Kind.UNSENDABLE, unfit.getMessage());
    }
  }

  /**
   * Whether the message bears a MAC where it belongs and the MAC is right.
   *
   * @param bytes as they came in
   * @throws HostFault SECURITY when the pad makes no MAC to compare with
   */
  boolean right(Message message, byte[] bytes) throws HostFault {
    byte[] found = message.bytes(codec.dialect().macField(message)).orElse(new byte[0]);
    return MessageDigest.isEqual(found, mac(message, bytes));
  }

  private byte[] mac(Message message, byte[] bytes) throws HostFault {
    try {
      return pad.mac(algorithm, MacBlock.of(codec.dialect(), message, bytes));
    } catch (DeviceFault fault) {
      throw new HostFault(HostFault.Kind.SECURITY, fault.getMessage(), fault);
    }
  }
}
