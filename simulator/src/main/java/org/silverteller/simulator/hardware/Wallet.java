package org.silverteller.simulator.hardware;

import java.util.List;
import java.util.Optional;
import org.silverteller.card.CardScheme;

/**
 * The cards that people of the simulation carry. All numbers are test numbers with a right check
 * digit. The virtual bank keeps an account for each card, in the state that the card's description
 * tells.
 *
 * <p>Ranges: own bank 622848, own senior and pension cards 622849, another domestic bank 622700.
 * The expiry dates lie far ahead, except {@link #EXPIRED}'s.
 */
public final class Wallet {

  /** PIN of the domestic cards. */
  private static final String DOMESTIC_PIN = "123456";

  /** PIN of the foreign cards: four digits, as most of the world has. */
  private static final String FOREIGN_PIN = "1234";

  private static final String LONG_VALID = "3912";

  /** Service code: stripe, national use, authorised by the issuer, PIN required. */
  private static final String DOMESTIC_STRIPE = "520";

  /** Service code: stripe, international use, normal authorisation, no restrictions. */
  private static final String WORLD_STRIPE = "101";

  /**
   * Service code: chip, international use, authorised by the issuer, PIN required: the chip is to
   * be used first.
   */
  private static final String CHIP_FIRST = "220";

  /** Own bank's debit card, account in good order. */
  public static final VirtualCard OWN = domestic("own-0421", "6228480010020060421");

  /** Own bank's senior card, account in good order; the host tells an age band. */
  public static final VirtualCard SENIOR = domestic("senior-0421", "6228490010020040421");

  /** Own bank's debit card with less than a hundred yuan on the account: 51. */
  public static final VirtualCard SHORT_OF_MONEY = domestic("short-0512", "6228480010030040512");

  /** Own bank's debit card that the bank has restricted: refused with 62 and given back. */
  public static final VirtualCard BLOCKED = domestic("blocked-0635", "6228480010040040635");

  /** Own bank's debit card reported as stolen: refused with 43 and retained. */
  public static final VirtualCard STOLEN = domestic("stolen-1095", "6228480010090041095");

  /** Own bank's debit card, expired in January 2023: 54. */
  public static final VirtualCard EXPIRED =
      VirtualCard.of(
          "expired-0748",
          "6228480010050050748",
          "2301",
          DOMESTIC_STRIPE,
          DOMESTIC_PIN,
          CardScheme.UNIONPAY);

  /** Own bank's debit card with a chip: the stripe alone is refused. */
  public static final VirtualCard CHIP =
      VirtualCard.of(
          "chip-0866",
          "6228480010060090866",
          LONG_VALID,
          CHIP_FIRST,
          DOMESTIC_PIN,
          CardScheme.UNIONPAY);

  /** Own bank's debit card whose stripe no head reads; account in good order. */
  public static final VirtualCard DAMAGED =
      domestic("damaged-0973", "6228480010070070973").damaged();

  /** Another domestic bank's debit card, account in good order, reached through UnionPay. */
  public static final VirtualCard DOMESTIC = domestic("domestic-0334", "6227000010080020334");

  public static final VirtualCard VISA = foreign("visa-1111", "4111111111111111", CardScheme.VISA);
  public static final VirtualCard MASTERCARD =
      foreign("mastercard-4444", "5555555555554444", CardScheme.MASTERCARD);
  public static final VirtualCard AMEX = foreign("amex-0005", "378282246310005", CardScheme.AMEX);
  public static final VirtualCard JCB = foreign("jcb-0000", "3530111333300000", CardScheme.JCB);
  public static final VirtualCard DINERS =
      foreign("diners-5904", "30569309025904", CardScheme.DINERS);
  public static final VirtualCard DISCOVER =
      foreign("discover-1117", "6011111111111117", CardScheme.DISCOVER);

  /**
   * Own bank's debit card whose number and PIN occur nowhere else: a scan of every output looks for
   * them. Account in good order.
   */
  public static final VirtualCard CANARY =
      VirtualCard.of(
          "canary-8257",
          "6228480917304688257",
          LONG_VALID,
          DOMESTIC_STRIPE,
          "907318",
          CardScheme.UNIONPAY);

  /** As {@link #CANARY}, a senior card. */
  public static final VirtualCard CANARY_SENIOR =
      VirtualCard.of(
          "canary-9368",
          "6228490826415779368",
          LONG_VALID,
          DOMESTIC_STRIPE,
          "640295",
          CardScheme.UNIONPAY);

  /** As {@link #CANARY}, a foreign card. */
  public static final VirtualCard CANARY_VISA =
      VirtualCard.of(
          "canary-5913", "4907310882645913", LONG_VALID, WORLD_STRIPE, "583917", CardScheme.VISA);

  private static final List<VirtualCard> CARDS =
      List.of(
          OWN,
          SENIOR,
          VISA,
          MASTERCARD,
          AMEX,
          JCB,
          DINERS,
          DISCOVER,
          DOMESTIC,
          SHORT_OF_MONEY,
          EXPIRED,
          BLOCKED,
          STOLEN,
          CHIP,
          DAMAGED,
          CANARY,
          CANARY_SENIOR,
          CANARY_VISA);

  private Wallet() {}

  /** All cards, those in good order first. */
  public static List<VirtualCard> cards() {
    return CARDS;
  }

  /** Cards whose digits must appear in no output. */
  public static List<VirtualCard> canaries() {
    return List.of(CANARY, CANARY_SENIOR, CANARY_VISA);
  }

  /** The card of that name, if there is one. */
  public static Optional<VirtualCard> card(String name) {
    return CARDS.stream().filter(card -> card.name().equals(name)).findFirst();
  }

  private static VirtualCard domestic(String name, String pan) {
    return VirtualCard.of(
        name, pan, LONG_VALID, DOMESTIC_STRIPE, DOMESTIC_PIN, CardScheme.UNIONPAY);
  }

  private static VirtualCard foreign(String name, String pan, CardScheme scheme) {
    return VirtualCard.of(name, pan, LONG_VALID, WORLD_STRIPE, FOREIGN_PIN, scheme);
  }
}
