package org.silverteller.host.iso8583.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.host.iso8583.HostConfig;
import org.silverteller.host.iso8583.HostConfig.Line;
import org.silverteller.host.iso8583.HostConfig.Timing;
import org.silverteller.host.iso8583.HostConfig.Tls;

class PinnedTlsTest {

  @TempDir Path folder;

  private final AtomicInteger changes = new AtomicInteger();
  private TestAuthority bankAuthority;
  private LoopbackHost host;
  private TcpWire wire;

  @BeforeEach
  void authority() throws GeneralSecurityException, IOException {
    bankAuthority = new TestAuthority("bank-ca");
  }

  @AfterEach
  void close() throws IOException {
    wire.close();
    host.close();
  }

  private void open(String certificateName, Tls tls) throws GeneralSecurityException, IOException {
    host = new LoopbackHost(bankAuthority.server(certificateName).getServerSocketFactory());
    wire = TcpWire.open(config(tls), changes::incrementAndGet, 1);
  }

  private HostConfig config(Tls tls) {
    HostConfig plain = HostConfig.simulation(host.port());
    return new HostConfig(
        new Line("localhost", host.port(), false, tls),
        plain.framing(),
        new Timing(20, 30, 60, 1, 1, 60),
        plain.security(),
        plain.codes(),
        plain.rules());
  }

  private void assertTalks(Socket socket) throws Exception {
    byte[] seen = LoopbackHost.read(socket);
    assertThat(seen).endsWith("0800".getBytes(US_ASCII));
    LoopbackHost.write(socket, new byte[] {0, (byte) seen.length});
    LoopbackHost.write(socket, seen);
    assertThat(wire.receive(Duration.ofSeconds(20))).hasValue("0800".getBytes(US_ASCII));
  }

  /** The handshake runs on the line's thread while the test's server reads. */
  private Thread sendsWhenUp() {
    Thread sender =
        new Thread(
            () -> {
              await().until(wire::up);
              try {
                wire.send("0800".getBytes(US_ASCII));
              } catch (Exception failed) {
                throw new AssertionError(failed);
              }
            });
    sender.start();
    return sender;
  }

  @Test
  void trusts_the_pinned_authority() throws Exception {
    open("localhost", Tls.pinned(bankAuthority.pem(folder)));
    Thread sender = sendsWhenUp();
    assertTalks(host.accept());
    sender.join();
  }

  @Test
  void refuses_a_host_that_another_authority_vouches_for() throws Exception {
    open("localhost", Tls.pinned(new TestAuthority("other-ca").pem(folder)));
    assertRefused();
  }

  @Test
  void refuses_a_certificate_of_another_name() throws Exception {
    open("other.example", Tls.pinned(bankAuthority.pem(folder)));
    assertRefused();
  }

  private void assertRefused() throws IOException {
    for (int attempt = 0; attempt < 2; attempt++) {
      Socket socket = host.accept();
      assertThatThrownBy(() -> LoopbackHost.read(socket)).isInstanceOf(IOException.class);
    }
    assertThat(wire.up()).isFalse();
    assertThat(changes).hasValue(0);
  }

  @Test
  void never_falls_back_to_plaintext() throws Exception {
    host = new LoopbackHost();
    wire = TcpWire.open(config(Tls.pinned(bankAuthority.pem(folder))), changes::incrementAndGet, 1);
    Socket socket = host.accept();
    assertThat(socket.getInputStream().read()).as("a TLS handshake record").isEqualTo(0x16);
    LoopbackHost.write(socket, "\u0000\u0009600000".getBytes(US_ASCII));
    host.accept();
    assertThat(changes).hasValue(0);
  }

  @Test
  void proves_itself_where_the_bank_asks_for_it() throws Exception {
    Tls mutual =
        Tls.mutual(
            bankAuthority.pem(folder),
            bankAuthority.clientStore(folder, "terminal"),
            TestAuthority.passwordFile(folder));
    open("localhost", mutual);
    ((SSLServerSocket) host.socket()).setNeedClientAuth(true);
    Thread sender = sendsWhenUp();
    assertTalks(host.accept());
    sender.join();
  }

  @Test
  void says_which_file_is_not_what_it_should_be() throws Exception {
    open("localhost", Tls.pinned(bankAuthority.pem(folder)));
    Path ca = bankAuthority.pem(folder);
    Path noPem = Files.writeString(folder.resolve("not.pem"), "no certificate");
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> new PinnedTls(Tls.pinned(noPem)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ca '" + noPem + "': expected");
    assertThatThrownBy(() -> new PinnedTls(Tls.pinned(missing)))
        .hasMessageStartingWith("ca '" + missing + "'");
    assertThatThrownBy(
            () -> new PinnedTls(Tls.mutual(ca, noPem, TestAuthority.passwordFile(folder))))
        .hasMessageStartingWith("clientStore '" + noPem + "'");
    assertThatThrownBy(() -> new PinnedTls(Tls.mutual(ca, noPem, missing)))
        .hasMessageStartingWith("passwordFile '" + missing + "'");
  }

  @Test
  void goes_on_trying_while_the_name_of_the_bank_is_not_known() throws Exception {
    host = new LoopbackHost();
    HostConfig plain = config(Tls.pinned(bankAuthority.pem(folder)));
    wire =
        TcpWire.open(
            new HostConfig(
                new Line("bank.invalid", host.port(), false, plain.line().tls()),
                plain.framing(),
                plain.timing(),
                plain.security(),
                plain.codes(),
                plain.rules()),
            changes::incrementAndGet,
            1);
    assertThat(wire.receive(Duration.ofMillis(500))).isEmpty();
    assertThat(wire.up()).isFalse();
    assertThat(changes).hasValue(0);
    assertThat(Thread.getAllStackTraces().keySet()).anyMatch(PinnedTlsTest::isTheLine);
  }

  private static boolean isTheLine(Thread thread) {
    return thread.getName().equals("host-line");
  }

  @Test
  void pins_one_authority_and_not_a_bundle_of_them() throws Exception {
    open("localhost", Tls.pinned(bankAuthority.pem(folder)));
    String one = Files.readString(bankAuthority.pem(folder));
    String other = Files.readString(new TestAuthority("other-ca").pem(folder));
    Path both = Files.writeString(folder.resolve("both.pem"), one + other);
    Path none = Files.writeString(folder.resolve("none.pem"), "");
    assertThatThrownBy(() -> new PinnedTls(Tls.pinned(both)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ca '" + both + "': expected one certificate, found 2");
    assertThatThrownBy(() -> new PinnedTls(Tls.pinned(none)))
        .hasMessageStartingWith("ca '" + none + "': expected");
  }

  @Test
  void an_empty_password_file_opens_no_store() throws Exception {
    open("localhost", Tls.pinned(bankAuthority.pem(folder)));
    Path ca = bankAuthority.pem(folder);
    Path store = bankAuthority.clientStore(folder, "terminal");
    Path empty = Files.writeString(folder.resolve("empty"), "");
    assertThatThrownBy(() -> new PinnedTls(Tls.mutual(ca, store, empty)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "clientStore '" + store + "': expected PKCS #12 opened by the password file");
  }
}
