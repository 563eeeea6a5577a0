package org.silverteller.host.iso8583.tcp;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ServerSocketFactory;

/**
 * The other end of the line, on this machine's loopback interface, moved by the test step by step.
 */
final class LoopbackHost implements Closeable {

  private final ServerSocket server;
  private final List<Socket> held = new ArrayList<>();

  LoopbackHost() throws IOException {
    this(ServerSocketFactory.getDefault());
  }

  LoopbackHost(ServerSocketFactory factory) throws IOException {
    server = factory.createServerSocket(0, 4, InetAddress.getLoopbackAddress());
    server.setSoTimeout(20_000);
  }

  int port() {
    return server.getLocalPort();
  }

  ServerSocket socket() {
    return server;
  }

  /** The next connection of the terminal; it stands until somebody closes it. */
  Socket accept() throws IOException {
    Socket socket = server.accept();
    held.add(socket);
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** Reads one frame, prefix and all. */
  static byte[] read(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    return in.readNBytes(in.readUnsignedShort());
  }

  static void write(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : held) {
      socket.close();
    }
  }
}
