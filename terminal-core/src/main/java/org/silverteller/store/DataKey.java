package org.silverteller.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.BookAccount;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.Pan;

/**
 * The key under which card numbers rest in the store: AES-256 in Galois/counter mode (NIST SP
 * 800-38D), 96-bit random nonce, 128-bit tag, bound to the row by its additional data.
 *
 * <p>It is made at the first start and kept in a file of mode 0600 beside the database, so that a
 * copy of the database alone tells no card number. An installation with a TPM may keep the file on
 * a volume that the TPM unlocks.
 */
final class DataKey {

  static final String FILE = "data.key";

  /** Stands before the digits of a passbook; a card number has nothing before it. */
  private static final String BOOK = "B";

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte VERSION = 1;
  private static final byte[] CHECK_LABEL =
      "silverteller data key".getBytes(StandardCharsets.UTF_8);

  private final byte[] key;
  private final SecureRandom random;

  private DataKey(byte[] key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  static DataKey generate() {
    var random = new SecureRandom();
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return new DataKey(key, random);
  }

  /**
   * @throws StoreFailure when the file does not hold a key
   */
  static DataKey read(Path file) throws IOException {
    byte[] key = Files.readAllBytes(file);
    if (key.length != KEY_BYTES) {
      throw new StoreFailure(
          file
              + " holds "
              + key.length
              + " bytes: expected a key of "
              + KEY_BYTES
              + ". The terminal stays out of service. Put back the file that was there when the"
              + " store was last used.");
    }
    return new DataKey(key, new SecureRandom());
  }

  /** Writes the key where it will survive a power cut; readable for this user alone. */
  void write(Path file) throws IOException {
    Files.deleteIfExists(file);
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnerOnly.file(file))) {
      channel.write(ByteBuffer.wrap(key));
      channel.force(true);
    }
  }

  /** Gives a written key its final name. */
  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    OwnerOnly.force(to.getParent());
  }

  /** Eight bytes by which a store knows its key; tells nothing of it. */
  byte[] checkValue() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(CHECK_LABEL);
      return Arrays.copyOf(digest.digest(key), 8);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /**
   * @param place names the row, so that a sealed number moved to another row does not open
   */
  byte[] seal(AccountNumber account, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, place)
              .doFinal(plain(account).getBytes(StandardCharsets.US_ASCII));
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException noSuchCipher) {
      throw new IllegalStateException("AES-256-GCM is missing in this Java", noSuchCipher);
    }
  }

  /**
   * @throws StoreFailure when the bytes were not sealed with this key for this place
   */
  AccountNumber open(byte[] sealed, String place) {
    if (sealed.length <= 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
      throw new StoreFailure("the sealed card number of " + place + " is damaged");
    }
    try {
      byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
      byte[] digits =
          cipher(Cipher.DECRYPT_MODE, nonce, place)
              .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
      return account(new String(digits, StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException | CardFormatException damaged) {
      throw new StoreFailure("the sealed card number of " + place + " is damaged", damaged);
    }
  }

  private static String plain(AccountNumber account) {
    return (account instanceof Pan ? "" : BOOK) + account.reveal();
  }

  private static AccountNumber account(String plain) throws CardFormatException {
    return plain.startsWith(BOOK) ? BookAccount.of(plain.substring(BOOK.length())) : Pan.of(plain);
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
