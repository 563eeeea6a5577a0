package org.silverteller.simulator.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.device.PinPad.MacAlgorithm;
import org.silverteller.host.iso8583.Dialect;
import org.silverteller.host.iso8583.Field;
import org.silverteller.host.iso8583.Message;
import org.silverteller.money.Money;
import org.silverteller.simulator.bank.BankServer.Framing;
import org.silverteller.simulator.bank.BankServer.Security;
import org.silverteller.simulator.bank.FaultSource.Target;
import org.silverteller.simulator.bank.ReplyFault.Late;
import org.silverteller.simulator.bank.ReplyFault.LineDown;
import org.silverteller.simulator.hardware.MasterKey;
import org.silverteller.simulator.hardware.Wallet;

class BankServerTest {

  private static final byte[] PREFIX = {0x60, 1, 2, 3, 4};
  private static final byte[] ANSWERING = {0x60, 3, 4, 1, 2};

  private final Saboteur saboteur = new Saboteur();
  private final VirtualBank bank =
      new VirtualBank(
          BankSpec.usual().withBalance(Wallet.OWN, Money.ofYuan(20_000)),
          InstantSource.system(),
          7,
          saboteur,
          new Traffic(100));
  private BankServer server;

  @BeforeEach
  void opens() throws IOException {
    server = BankServer.open(bank, 0, Framing.DEFAULT, Security.NONE);
  }

  @AfterEach
  void closes() throws IOException {
    server.close();
  }

  /** A terminal's end of a line. */
  private static final class Client implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    Client(Socket socket) throws IOException {
      this.socket = socket;
      socket.setSoTimeout(20_000);
      in = new DataInputStream(socket.getInputStream());
      out = new DataOutputStream(socket.getOutputStream());
    }

    static Client of(BankServer server) throws IOException {
      return new Client(new Socket("127.0.0.1", server.port()));
    }

    void send(byte[] message) throws IOException {
      out.writeShort(PREFIX.length + message.length);
      out.write(PREFIX);
      out.write(message);
      out.flush();
    }

    byte[] next() throws IOException {
      byte[] frame = new byte[in.readUnsignedShort()];
      in.readFully(frame);
      assertThat(Arrays.copyOf(frame, ANSWERING.length)).isEqualTo(ANSWERING);
      return Arrays.copyOfRange(frame, ANSWERING.length, frame.length);
    }

    List<Outgoing> ask(byte[] message) {
      try {
        send(message);
        return List.of(new Outgoing.Sent("", Duration.ZERO, next()));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    TestTerminal terminal(String id) {
      return new TestTerminal(this::ask, id, Dialect.TERMINAL, MacAlgorithm.X9_19, MasterKey.TEST);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void serves_a_withdrawal_over_tcp() throws IOException {
    try (Client client = Client.of(server)) {
      TestTerminal terminal = client.terminal("SH010001");
      assertThat(terminal.signOn()).isEqualTo("00");
      assertThat(terminal.answer(terminal.withdrawal(Wallet.OWN, 500))).isEqualTo("00");
    }
    await().until(() -> server.lines() == 0);
  }

  @Test
  void serves_two_terminals_at_once_and_debits_each_withdrawal_once() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> visits = new ArrayList<>();
      for (String id : List.of("SH010001", "SH010002")) {
        visits.add(people.submit(() -> eightWithdrawals(id)));
      }
      for (Future<Integer> visit : visits) {
        assertThat(visit.get()).isEqualTo(8);
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(bank.ledger().retained("account of own-0421")).isEqualTo(Money.ofYuan(1_600));
    assertThat(bank.ledger().account("account of own-0421").orElseThrow().ledger())
        .isEqualTo(Money.ofYuan(18_400));
  }

  private Integer eightWithdrawals(String id) throws IOException {
    try (Client client = Client.of(server)) {
      TestTerminal terminal = client.terminal(id);
      terminal.signOn();
      int approved = 0;
      for (int i = 0; i < 8; i++) {
        approved += terminal.answer(terminal.withdrawal(Wallet.OWN, 100)).equals("00") ? 1 : 0;
      }
      return approved;
    }
  }

  @Test
  void lets_a_later_reply_overtake_a_late_one() throws Exception {
    try (Client client = Client.of(server)) {
      TestTerminal terminal = client.terminal("SH010001");
      terminal.signOn();
      saboteur.arm(Target.REQUEST, new Late(Duration.ofMillis(700)));
      Message slow = terminal.withdrawal(Wallet.OWN, 100);
      Message quick = terminal.inquiry(Wallet.OWN);
      client.send(terminal.sealed(slow));
      client.send(terminal.sealed(quick));

      assertThat(terminal.codec().decode(client.next()).text(Field.STAN))
          .isEqualTo(quick.text(Field.STAN));
      assertThat(terminal.codec().decode(client.next()).text(Field.STAN))
          .isEqualTo(slow.text(Field.STAN));
    }
  }

  @Test
  void delivers_what_the_bank_says_by_itself_to_the_line_of_the_terminal() throws Exception {
    try (Client one = Client.of(server);
        Client two = Client.of(server)) {
      TestTerminal first = one.terminal("SH010001");
      first.signOn();
      two.terminal("SH010002").signOn();

      server.deliver(bank.changeKeys("SH010001"));
      server.deliver(bank.beginCutOver());

      assertThat(first.codec().decode(one.next()).text(Field.NETWORK_CODE)).contains("101");
      assertThat(first.codec().decode(one.next()).text(Field.NETWORK_CODE)).contains("201");
      assertThat(first.codec().decode(two.next()).text(Field.NETWORK_CODE)).contains("201");
    }
  }

  @Test
  void drops_the_line_when_sabotaged_and_takes_the_terminal_back() throws Exception {
    saboteur.arm(Target.NETWORK, new LineDown(LineDown.When.BEFORE_PROCESSING));
    try (Client client = Client.of(server)) {
      client.send(terminalless().codec().encode(terminalless().signOnMessage()));
      assertThatThrownBy(client::next).isInstanceOf(EOFException.class);
    }
    try (Client client = Client.of(server)) {
      assertThat(client.terminal("SH010001").signOn()).isEqualTo("00");
    }
  }

  private TestTerminal terminalless() {
    return new TestTerminal(bank);
  }

  @Test
  void goes_away_and_comes_back_on_the_same_port() throws Exception {
    int port = server.port();
    Client client = Client.of(server);
    assertThat(client.terminal("SH010001").signOn()).isEqualTo("00");

    server.goAway();
    assertThatThrownBy(client::next).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);

    server.comeBack();
    assertThat(server.port()).isEqualTo(port);
    try (Client again = Client.of(server)) {
      assertThat(again.terminal("SH010001").signOn()).isEqualTo("00");
    }
    client.close();
  }

  @Test
  void closes_a_line_on_which_a_frame_is_too_long_or_empty() throws Exception {
    for (int length : new int[] {0, 5, 5_000}) {
      try (Client client = Client.of(server)) {
        client.out.writeShort(length);
        client.out.flush();
        assertThatThrownBy(client::next).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void survives_bytes_that_are_no_message() throws Exception {
    try (Client client = Client.of(server)) {
      client.send(new byte[] {1, 2, 3});
      assertThat(client.terminal("SH010001").signOn()).isEqualTo("00");
    }
    assertThat(bank.traffic().entries().get(0).note()).startsWith("3 bytes that are no message");
  }

  @Test
  void listens_on_no_address_but_the_loopback() {
    for (InetSocketAddress address :
        List.of(
            new InetSocketAddress("0.0.0.0", 0),
            new InetSocketAddress("192.0.2.1", 0),
            InetSocketAddress.createUnresolved("localhost", 0))) {
      assertThatThrownBy(() -> BankServer.open(bank, address, Framing.DEFAULT, Security.NONE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("loopback");
    }
  }

  @Test
  void names_the_port_that_is_taken() {
    assertThatThrownBy(() -> BankServer.open(bank, server.port(), Framing.DEFAULT, Security.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(Integer.toString(server.port()));
  }

  @Test
  void speaks_tls_with_its_certificate_and_may_ask_for_the_terminals(@TempDir Path home)
      throws Exception {
    SSLContext both = context(home);
    for (Security security : List.of(Security.tls(both), Security.mutualTls(both))) {
      try (BankServer secure = BankServer.open(bank, 0, Framing.DEFAULT, security);
          Client client =
              new Client(both.getSocketFactory().createSocket("127.0.0.1", secure.port()))) {
        assertThat(client.terminal("SH010001").signOn()).isEqualTo("00");
      }
    }
    try (BankServer strict = BankServer.open(bank, 0, Framing.DEFAULT, Security.mutualTls(both))) {
      Socket anonymous = trusting(home).getSocketFactory().createSocket("127.0.0.1", strict.port());
      try (Client client = new Client(anonymous)) {
        assertThatThrownBy(() -> client.terminal("SH010001").signOn())
            .isInstanceOf(UncheckedIOException.class);
      }
    }
  }

  private static SSLContext context(Path home) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store(home), "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust(home).getTrustManagers(), null);
    return context;
  }

  private static SSLContext trusting(Path home) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust(home).getTrustManagers(), null);
    return context;
  }

  private static TrustManagerFactory trust(Path home) throws Exception {
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("bank", store(home).getCertificate("bank"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(anchors);
    return trust;
  }

  /** A key with a certificate that it has signed itself, made by the JDK's keytool. */
  private static KeyStore store(Path home) throws Exception {
    Path file = home.resolve("bank.p12");
    if (!Files.exists(file)) {
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "bank",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=bank",
                  "-ext",
                  "san=ip:127.0.0.1",
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  "changeit",
                  "-keystore",
                  file.toString())
              .redirectErrorStream(true)
              .start();
      byte[] said = keytool.getInputStream().readAllBytes();
      assertThat(keytool.waitFor()).as(new String(said)).isZero();
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, "changeit".toCharArray());
    }
    return store;
  }
}
