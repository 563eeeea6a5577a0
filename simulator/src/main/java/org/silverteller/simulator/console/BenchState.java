package org.silverteller.simulator.console;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.card.CardScheme;
import org.silverteller.device.CardReader;
import org.silverteller.device.Lights;
import org.silverteller.device.ReceiptPrinter;
import org.silverteller.money.UnitState;
import org.silverteller.money.UnitType;
import org.silverteller.simulator.bank.TransferBook;
import org.silverteller.simulator.hardware.VirtualNote;

/**
 * The bench at one moment, the screen apart: the shape of the console's {@code state} event. Names
 * of enum constants are written in lower case with hyphens.
 *
 * @param hardware what lies between the terminal and the machine
 * @param away the customer has walked off; only time-outs act until the next one comes
 * @param bookSlot empty where no passbook unit is fitted
 * @param acceptor empty where none is fitted
 * @param audit whether every yuan and every card is accounted for; empty while nobody has counted
 */
public record BenchState(
    Hardware hardware,
    Terminal terminal,
    CardSlot cardSlot,
    CashExit cashExit,
    Printer printer,
    Optional<BookSlot> bookSlot,
    Optional<Acceptor> acceptor,
    PadMode pinPad,
    Map<Lights.Place, Lights.Rate> lights,
    boolean away,
    Hands hands,
    List<WalletCard> wallet,
    List<Passbook> books,
    List<Unit> units,
    Bank bank,
    List<Fault> faults,
    Optional<Audit> audit) {

  /** What the terminal drives the virtual machine by. */
  public enum Hardware {
    /** Nothing between: the machine is behind the ports. */
    PORTS,
    /** The XFS bridge, a native manager and its service providers. */
    XFS
  }

  /**
   * The terminal as its own status report tells it.
   *
   * @param condition in one word
   * @param detail why it is closed, or since when it serves; may be empty
   * @param owed advices the bank has not yet acknowledged
   * @param suspense open cases
   */
  public record Terminal(
      String id, Condition condition, String detail, boolean hostUp, int owed, int suspense) {}

  /** The terminal's condition. */
  public enum Condition {
    POWER_OFF,
    STARTING,
    IN_SERVICE,
    SERVING,
    CLOSED
  }

  /**
   * The card slot.
   *
   * @param open whether a card can be put in now
   * @param card the wallet's id of the card in it
   */
  public record CardSlot(CardReader.Media media, boolean open, Optional<String> card) {}

  /** The cash exit: its shutter, and the notes within reach. */
  public record CashExit(boolean shutterOpen, List<Notes> notes) {}

  /** Some notes of one face value. */
  public record Notes(int yuan, int count) {}

  /** The receipt printer; {@code slip} is the one that sticks out, no lines when none does. */
  public record Printer(ReceiptPrinter.Paper paper, List<String> slip) {}

  /** What the PIN pad listens to. */
  public enum PadMode {
    CLOSED,
    KEYS,
    PIN
  }

  /**
   * What the customer has taken from the machine.
   *
   * @param notes paid out
   * @param returned the customer's own, handed back
   */
  public record Hands(List<Notes> notes, List<Heap> returned, List<List<String>> slips) {}

  /** Some notes alike. */
  public record Heap(int yuan, VirtualNote.Quality quality, int count) {}

  /**
   * The passbook unit.
   *
   * @param open whether a book can be put in now
   * @param book the id of the book in it
   * @param retained how many books its bin holds
   */
  public record BookSlot(
      CardReader.Media media, boolean open, Optional<String> book, int retained) {}

  /**
   * The cash acceptor.
   *
   * @param inputOpen whether notes can be put in now
   * @param shutterOpen whether hands reach input and exit
   * @param input put in and not drawn in
   * @param exit handed back
   * @param transport on the way, or stuck
   * @param escrow counted, out of reach, still the customer's
   */
  public record Acceptor(
      boolean inputOpen,
      boolean shutterOpen,
      List<Heap> input,
      List<Heap> exit,
      List<Heap> transport,
      List<Heap> escrow,
      List<Unit> units) {}

  /**
   * A test passbook, as its holder and as its bank see it.
   *
   * @param id for {@link Act.InsertBook}
   * @param account masked
   * @param balance of its account, or what is left to it; empty when the bank does not know it
   * @param openPage at which it was held open last
   * @param printed what stands on its paper
   * @param due where the bank prints next, and what waits; empty when the bank does not know it
   */
  public record Passbook(
      String id,
      String name,
      String account,
      String pin,
      String remark,
      Optional<String> balance,
      WalletCard.Place place,
      int pages,
      int openPage,
      boolean upsideDown,
      List<Print> printed,
      Optional<Due> due) {

    /**
     * Something on the paper.
     *
     * @param row of the paper, from 1, the fold's rows among them
     * @param whole false when the print head stopped in the midst of it
     */
    public record Print(int page, int row, String text, boolean whole) {}

    /**
     * The bank's side of the book.
     *
     * @param page where the next row is due; behind the last one of a book that is full
     * @param row of the paper
     * @param waiting rows that are not printed, the oldest first
     * @param doubtful the rows that are perhaps on paper, as page and row
     */
    public record Due(int page, int row, List<Row> waiting, List<Spot> doubtful) {}

    /**
     * A row that waits.
     *
     * @param amount in yuan, signed
     */
    public record Row(String date, String summary, String amount) {}

    /** A place on the paper. */
    public record Spot(int page, int row) {}
  }

  /**
   * What the bank tells of the newest transfers, of payees, and of the cases that its staff was
   * alerted to; the newest first.
   */
  public record Bank(List<Transfer> transfers, List<Payee> payees, List<Alert> alerts) {}

  /**
   * A transfer.
   *
   * @param payer the id of the card or book it came from
   * @param payee masked name and last four digits
   * @param due when it is posted
   */
  public record Transfer(
      String payer,
      String payee,
      String amount,
      LocalDateTime due,
      TransferBook.Standing standing) {}

  /**
   * Somebody whom money can be sent to.
   *
   * @param id for {@link Act.MarkPayee} and {@link Act.TypeNumber}
   * @param number masked
   */
  public record Payee(String id, String name, String number, boolean listed, boolean slow) {}

  /** A case for the bank's staff. */
  public record Alert(LocalDateTime time, String code, String what) {}

  /**
   * A test card.
   *
   * @param id for {@link Act.InsertCard}
   * @param name what it is, in few words
   * @param pan first six and last four
   * @param expires MM/YY
   * @param pin the test PIN, told to the tester
   * @param remark what can be tried with it
   * @param balance of its account, or what is left to it; empty when the bank does not know the
   *     card
   */
  public record WalletCard(
      String id,
      String name,
      CardScheme scheme,
      String pan,
      String expires,
      String pin,
      String remark,
      Optional<String> balance,
      Place place) {

    /** Where the card is. */
    public enum Place {
      WALLET,
      MACHINE,
      /** Kept by the machine; the next customer finds a new one in the wallet. */
      RETAINED
    }
  }

  /**
   * A cash unit.
   *
   * @param count notes inside, as the device counts them
   * @param scale notes that make a full bar
   */
  public record Unit(
      String id, UnitType type, int yuan, int count, int scale, int minimum, UnitState state) {}

  /**
   * Something a saboteur can do.
   *
   * @param group heading it stands under
   * @param once strikes once and is then over; otherwise stands until mended
   * @param on armed or standing now
   * @param choices what it can be done to, for instance a cash unit; empty when there is nothing to
   *     choose
   * @param chosen one of the choices while it is on
   */
  public record Fault(
      String id,
      String group,
      String name,
      String remark,
      boolean once,
      boolean on,
      List<String> choices,
      Optional<String> chosen) {}

  /** The count of every yuan: whether it holds, and what was compared, a line each. */
  public record Audit(boolean holds, List<String> lines) {}
}
