package org.silverteller.session;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.silverteller.card.BookAccount;
import org.silverteller.card.CardFormatException;
import org.silverteller.card.PassbookStripe;
import org.silverteller.device.CardReader;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.PassbookUnit;
import org.silverteller.event.DeviceName;
import org.silverteller.host.Access;
import org.silverteller.host.Action;
import org.silverteller.host.BookRow;
import org.silverteller.host.Details;
import org.silverteller.host.Reply;
import org.silverteller.host.Request;
import org.silverteller.host.Service;
import org.silverteller.money.Money;

/**
 * A passbook unit that is a mock, with one book inside that lies open at a page, and a bank that
 * says about it what it is told to say.
 */
final class OpenBook {

  static final String ACCOUNT = "6228480010020060421";
  static final String VOUCHER = "0100000042";
  static final Money BALANCE = Money.ofYuan(11_845);

  final PassbookUnit unit = mock(PassbookUnit.class);

  /** What was printed, as {@code page 1 row 15}. */
  final List<String> paper = new ArrayList<>();

  int page = 1;
  private final Map<Service, Deque<Reply>> replies = new EnumMap<>(Service.class);

  OpenBook(Booth booth) {
    lenient().when(booth.hardware.passbookUnit()).thenReturn(Optional.of(unit));
    can(true, true, 80, 40);
    lenient().when(unit.media()).thenReturn(CardReader.Media.INSIDE);
    try {
      lenient().when(unit.readStripe(anyInt())).thenAnswer(call -> stripe(ACCOUNT, VOUCHER));
      lenient().when(unit.openPage()).thenAnswer(call -> page);
      lenient().when(unit.print(anyList())).thenAnswer(call -> printed(call.getArgument(0)));
      lenient()
          .doAnswer(call -> page += call.<Boolean>getArgument(0) ? 1 : -1)
          .when(unit)
          .turnPage(anyBoolean());
    } catch (DeviceFault impossible) {
      throw new AssertionError(impossible);
    }
    doAnswer(call -> next(call.<Request>getArgument(0).service()))
        .when(booth.host)
        .authorise(any());
  }

  private int printed(List<PassbookUnit.Row> rows) {
    rows.forEach(row -> paper.add("page " + page + " row " + row.line()));
    return rows.size();
  }

  void can(boolean turnsPages, boolean readsPageMark, int columns, int rows) {
    lenient()
        .when(unit.capabilities())
        .thenReturn(new PassbookUnit.Capabilities(turnsPages, readsPageMark, true, columns, rows));
  }

  static char[] stripe(String account, String voucher) {
    return (account + "=" + voucher + PassbookStripe.luhnDigit(account)).toCharArray();
  }

  /** What the bank says to one service, one after the other; the last one again and again. */
  OpenBook answers(Service service, Reply... answers) {
    replies.put(service, new ArrayDeque<>(List.of(answers)));
    return this;
  }

  private Reply next(Service service) {
    Deque<Reply> left = replies.get(service);
    if (left == null) {
      throw new AssertionError("the bank was asked for " + service);
    }
    return left.size() > 1 ? left.remove() : left.element();
  }

  static Reply telling(Details details) {
    return new Reply.Answered(
        "00",
        Action.APPROVE,
        Money.ZERO,
        "AUTH01",
        "RRN",
        "0619",
        Optional.of(new Reply.Balances(BALANCE, BALANCE)),
        Reply.AgeBand.UNKNOWN,
        details);
  }

  static Reply refusing(String code, Action action) {
    return Booth.answered(code, action, Money.ZERO);
  }

  static BookRow row(int line) {
    return new BookRow(
        line, LocalDate.of(2026, 6, 18), true, Money.ofYuan(500), BALANCE, "ATM", "支取");
  }

  /** The last rows that wait. */
  static Reply rows(int page, int... lines) {
    return telling(new Details.BookRows(page, rowsAt(lines), false, false));
  }

  static Reply rowsAndMore(int page, int... lines) {
    return telling(new Details.BookRows(page, rowsAt(lines), true, false));
  }

  static Reply lastRowsThatFit(int page, int... lines) {
    return telling(new Details.BookRows(page, rowsAt(lines), true, true));
  }

  private static List<BookRow> rowsAt(int... lines) {
    return IntStream.of(lines).mapToObj(OpenBook::row).toList();
  }

  static Bookholder holder() {
    return new Bookholder(access(), Optional.of(BookLayout.DEFAULT), false);
  }

  static Bookholder holderOfFullBook() {
    return new Bookholder(access(), Optional.of(BookLayout.DEFAULT), true);
  }

  static Bookholder holderOfUnknownForm() {
    return new Bookholder(access(), Optional.empty(), false);
  }

  private static Access.Book access() {
    try {
      return new Access.Book(BookAccount.of(ACCOUNT), VOUCHER);
    } catch (CardFormatException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static DeviceFault fault(DeviceFault.Kind kind) {
    return Booth.fault(DeviceName.PASSBOOK_UNIT, kind);
  }
}
