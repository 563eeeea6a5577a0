package org.silverteller.simulator.console;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.silverteller.page.Frame;

/**
 * A frame as a PNG picture (ISO/IEC 15948), pixel for pixel: 8-bit RGB, each row filtered by the
 * one above, which on painted pages leaves mostly zeros. Made for speed, not for the smallest file.
 */
final class FramePng {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte FILTER_UP = 2;

  private FramePng() {}

  static byte[] encode(Frame frame) {
    byte[] pixels = deflated(filtered(frame));
    var png = new ByteArrayOutputStream(pixels.length + 64);
    png.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(frame.width()).putInt(frame.height());
    header.put((byte) 8).put((byte) 2);
    chunk(png, "IHDR", header.array());
    chunk(png, "IDAT", pixels);
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] filtered(Frame frame) {
    int[] rgb = frame.rgb();
    int width = frame.width();
    var rows = new byte[frame.height() * (1 + 3 * width)];
    int at = 0;
    for (int y = 0; y < frame.height(); y++) {
      rows[at++] = FILTER_UP;
      int row = y * width;
      for (int x = row; x < row + width; x++) {
        int here = rgb[x];
        int above = y == 0 ? 0 : rgb[x - width];
        rows[at++] = (byte) ((here >> 16) - (above >> 16));
        rows[at++] = (byte) ((here >> 8) - (above >> 8));
        rows[at++] = (byte) (here - above);
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] rows) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    deflater.setInput(rows);
    deflater.finish();
    var out = new ByteArrayOutputStream(64 * 1024);
    var buffer = new byte[64 * 1024];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
