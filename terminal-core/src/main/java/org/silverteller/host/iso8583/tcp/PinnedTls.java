package org.silverteller.host.iso8583.tcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.silverteller.host.iso8583.HostConfig.Tls;

/**
 * TLS 1.2 or 1.3 towards a host whose certificate the pinned authority has signed and which bears
 * the host's name. Nobody else's signature counts.
 */
final class PinnedTls {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final SSLContext context;

  /**
   * @throws IllegalArgumentException naming the file that is missing or not what it should be
   */
  PinnedTls(Tls tls) {
    try {
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(authority(tls.ca()));
      context = SSLContext.getInstance("TLS");
      context.init(tls.mutual() ? client(tls) : new KeyManager[0], trust.getTrustManagers(), null);
    } catch (GeneralSecurityException unfit) {
      throw new IllegalArgumentException("tls: " + unfit.getMessage(), unfit);
    }
  }

  /**
   * Secures a connected socket; when this returns, the host has proved itself.
   *
   * @param host the name its certificate must bear
   */
  Socket secured(Socket plain, String host, int port) throws IOException {
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(PROTOCOLS);
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static KeyStore authority(Path pem) throws GeneralSecurityException {
    KeyStore store = emptyStore();
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.size() != 1) {
        throw new IllegalArgumentException(
            "ca '" + pem + "': expected one certificate, found " + certificates.size());
      }
      store.setCertificateEntry("ca", certificates.iterator().next());
      return store;
    } catch (IOException | GeneralSecurityException unfit) {
      throw new IllegalArgumentException(
          "ca '" + pem + "': expected a certificate in PEM: " + unfit, unfit);
    }
  }

  private static KeyManager[] client(Tls tls) throws GeneralSecurityException {
    char[] password = password(tls.passwordFile());
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    try (InputStream in = Files.newInputStream(tls.clientStore())) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      keys.init(store, password);
      return keys.getKeyManagers();
    } catch (IOException unfit) {
      throw new IllegalArgumentException(
          "clientStore '"
              + tls.clientStore()
              + "': expected PKCS #12 opened by the password file: "
              + unfit,
          unfit);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static char[] password(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String line = reader.readLine();
      return line == null ? new char[0] : line.toCharArray();
    } catch (IOException unread) {
      throw new IllegalArgumentException(
          "passwordFile '" + file + "': expected a readable line: " + unread, unread);
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      store.load(null, null);
    } catch (IOException impossible) {
      throw new GeneralSecurityException(impossible);
    }
    return store;
  }
}
