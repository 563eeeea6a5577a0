package org.silverteller.host.iso8583.tcp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A certificate authority that lives as long as a test. */
final class TestAuthority {

  private static final AlgorithmIdentifier ECDSA =
      new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
  private static final char[] PASSWORD = "of the test".toCharArray();

  private final String name;
  private final KeyPair keys;
  private final Certificate certificate;
  private int serial = 1;

  TestAuthority(String name) throws GeneralSecurityException, IOException {
    this.name = name;
    this.keys = keyPair();
    this.certificate = certificate(name, keys.getPublic(), true);
  }

  /** The authority's own certificate in a PEM file. */
  Path pem(Path folder) throws GeneralSecurityException, IOException {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
    return Files.writeString(
        folder.resolve(name + ".pem"),
        "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
  }

  /**
   * A PKCS #12 file with a fresh key and its certificate; its password stands in {@link
   * #passwordFile}.
   */
  Path clientStore(Path folder, String subject) throws GeneralSecurityException, IOException {
    Path file = folder.resolve(subject + ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store(subject).store(out, PASSWORD);
    }
    return file;
  }

  static Path passwordFile(Path folder) throws IOException {
    return Files.writeString(folder.resolve("password"), new String(PASSWORD) + "\n");
  }

  /** What a server with that name presents; it trusts clients of this authority. */
  SSLContext server(String subject) throws GeneralSecurityException, IOException {
    KeyManagerFactory key = KeyManagerFactory.getInstance("PKIX");
    key.init(store(subject), PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", certificate);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(key.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private KeyStore store(String subject) throws GeneralSecurityException, IOException {
    KeyPair fresh = keyPair();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "key",
        fresh.getPrivate(),
        PASSWORD,
        new Certificate[] {certificate(subject, fresh.getPublic(), false), certificate});
    return store;
  }

  private static KeyPair keyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private Certificate certificate(String subject, PublicKey key, boolean authority)
      throws GeneralSecurityException, IOException {
    ExtensionsGenerator extensions = new ExtensionsGenerator();
    extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    extensions.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, subject)));
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new org.bouncycastle.asn1.ASN1Integer(BigInteger.valueOf(serial++)));
    generator.setSignature(ECDSA);
    generator.setIssuer(new X500Name("CN=" + name));
    generator.setSubject(new X500Name("CN=" + subject));
    generator.setStartDate(new Time(Date.from(Instant.now().minus(Duration.ofDays(1)))));
    generator.setEndDate(new Time(Date.from(Instant.now().plus(Duration.ofDays(1)))));
    generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    generator.setExtensions(extensions.generate());
    TBSCertificate content = generator.generateTBSCertificate();
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(content.getEncoded("DER"));
    ASN1EncodableVector whole = new ASN1EncodableVector();
    whole.add(content);
    whole.add(ECDSA);
    whole.add(new DERBitString(signature.sign()));
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(new DERSequence(whole).getEncoded("DER")));
  }
}
