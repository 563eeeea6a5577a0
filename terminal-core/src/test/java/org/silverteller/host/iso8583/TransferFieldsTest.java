package org.silverteller.host.iso8583;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silverteller.card.AccountKind;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.PayeeName;
import org.silverteller.card.Track2;
import org.silverteller.host.Access;
import org.silverteller.host.CardEntry;
import org.silverteller.host.Details;
import org.silverteller.host.Particulars;
import org.silverteller.host.Request;
import org.silverteller.host.Service;
import org.silverteller.host.Stan;
import org.silverteller.money.Money;

class TransferFieldsTest {

  private static final String GOOD =
      "PV0200" + "PN08D5C52A2A" + "PO010" + "PK011" + "PR011" + "PL12000000123400";

  @Test
  void reads_what_the_bank_says_of_a_payee() throws Exception {
    assertThat(details(Service.PAYEE_CHECK, GOOD, ""))
        .isEqualTo(
            new Details.Payee(
                Details.Payee.Standing.GOOD,
                new PayeeName("张**"),
                false,
                true,
                true,
                Money.ofYuan(1234)));
  }

  @Test
  void hides_a_name_that_the_bank_has_sent_whole() throws Exception {
    String whole = HexFormat.of().formatHex("张三丰".getBytes(Charset.forName("GB18030")));
    var payee =
        (Details.Payee) details(Service.PAYEE_CHECK, GOOD.replace("08D5C52A2A", "12" + whole), "");
    assertThat(payee.name().shown()).isEqualTo("张**");
  }

  @Test
  void reads_the_lists() throws Exception {
    var accounts =
        (Details.Accounts)
            details(
                Service.ACCOUNTS,
                "",
                "3100010020060421,S;6228480010020060421,K;1234567890123456,?;");
    assertThat(accounts.accounts())
        .extracting(Details.Account::kind)
        .containsExactly(AccountKind.SAVINGS, AccountKind.CARD, AccountKind.OTHER);
    var pending =
        (Details.Pending)
            details(
                Service.PENDING_TRANSFERS,
                "",
                "616909000003,000000080000,202606190900,0334,D6DC2A2A;");
    assertThat(pending.transfers())
        .containsExactly(
            new Details.PendingTransfer(
                "616909000003",
                new PayeeName("周**"),
                "0334",
                Money.ofYuan(800),
                LocalDateTime.of(2026, 6, 19, 9, 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PV0203",
        "PV0200",
        "PV0200PN08D5C50A07PO010PK011PR011PL12000000123400",
        "PV0200PN03ABCPO010PK011PR011PL12000000123400",
        "PV0200PN0481FFPO010PK011PR011PL12000000123400",
        "PV0200PN08D5C52A2APO01?PK011PR011PL12000000123400",
        "PV0200PN08D5C52A2APO010PK011PR011PL12-00000123400",
        "PV0200PN08D5C52A2APO010PK011PR011PL031.5",
      })
  void refuses_what_cannot_be_said_of_a_payee(String tags) {
    assertThatThrownBy(() -> details(Service.PAYEE_CHECK, tags, ""))
        .isInstanceOf(MalformedMessage.class)
        .hasMessageNotContaining("D5C5");
  }

  @Test
  void refuses_a_name_of_many_characters() {
    String hex = "41".repeat(48);
    assertThatThrownBy(
            () -> details(Service.PAYEE_CHECK, GOOD.replace("08D5C52A2A", "96" + hex), ""))
        .hasMessageContaining("48 characters");
  }

  @Test
  void refuses_more_rows_than_any_list_has() {
    String row = "310001002006%04d,S;";
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 45; i++) {
      rows.append(String.format(Locale.ROOT, row, i));
    }
    assertThatThrownBy(() -> details(Service.ACCOUNTS, "", rows.toString()))
        .hasMessageContaining("more than 12 rows");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "616909000003,000000080000,202606190900,0334,D6DC2A2A",
        "616909000003,000000080000,202606310900,0334,D6DC2A2A;",
        "616909000003,00000008000x,202606190900,0334,D6DC2A2A;",
        "616909000003,000000080000,202606190900,033,D6DC2A2A;",
        "6169090000\n3,000000080000,202606190900,0334,D6DC2A2A;",
        "616909000003,000000080000,202606190900,0334;",
        "616909000003,000000080000,202606190900,0334,;",
        "616909000003,000000080000,202606190900,0334,D6DC2A2A;616909000003,000000080000,202606190900,0334,D6DC2A2A;",
      })
  void refuses_a_broken_row(String rows) {
    assertThatThrownBy(() -> details(Service.PENDING_TRANSFERS, "", rows))
        .isInstanceOf(MalformedMessage.class);
  }

  @Test
  void an_approval_for_another_payee_is_none() throws Exception {
    AccountNumber from = AccountNumber.of("6228480010020060421");
    var transfer =
        new Particulars.Transfer(
            from, AccountNumber.of("6227000010080020334"), new PayeeName("周**"), true);
    Request request = request(Service.TRANSFER_OTHER, transfer);
    Message other =
        Message.of(Mti.FINANCIAL_RESPONSE).set(Field.TO_ACCOUNT, "6227000010080020335").build();
    assertThatThrownBy(() -> TransferFields.details(request, other))
        .hasMessage("field 103 is not the payee asked for");
  }

  @Property(tries = 3_000)
  void survives_any_tags(@ForAll @Size(max = 120) byte[] bytes) throws Exception {
    survives(Service.PAYEE_CHECK, reply(bytes, new byte[0]));
  }

  @Property(tries = 3_000)
  void survives_any_rows(@ForAll @Size(max = 200) byte[] bytes) throws Exception {
    survives(Service.ACCOUNTS, reply(new byte[0], bytes));
    survives(Service.PENDING_TRANSFERS, reply(new byte[0], bytes));
  }

  /** One byte of a good answer is another. */
  @Property(tries = 3_000)
  void survives_a_changed_byte(@ForAll int place, @ForAll byte to) throws Exception {
    byte[] tags = GOOD.getBytes(US_ASCII);
    tags[Math.floorMod(place, tags.length)] = to;
    survives(Service.PAYEE_CHECK, reply(tags, new byte[0]));
    byte[] rows = "616909000003,000000080000,202606190900,0334,D6DC2A2A;".getBytes(US_ASCII);
    rows[Math.floorMod(place, rows.length)] = to;
    survives(Service.PENDING_TRANSFERS, reply(new byte[0], rows));
  }

  /** Any text that the bank may send for a name: shown without control characters, or refused. */
  @Property(tries = 3_000)
  void no_name_brings_a_control_character_or_a_sign_to_the_screen(
      @ForAll @StringLength(min = 1, max = 24) String sent) throws Exception {
    String hex =
        HexFormat.of().withUpperCase().formatHex(sent.getBytes(Charset.forName("GB18030")));
    if (hex.length() > 99) {
      return;
    }
    String name = "PN" + String.format(Locale.ROOT, "%02d", hex.length()) + hex;
    try {
      var payee =
          (Details.Payee) details(Service.PAYEE_CHECK, GOOD.replace("PN08D5C52A2A", name), "");
      assertThat(payee.name().shown().codePoints())
          .allMatch(
              one -> Character.isLetterOrDigit(one) || one == '*' || " .·'-".indexOf(one) >= 0);
      assertThat(payee.name().shown()).contains("*");
    } catch (MalformedMessage refused) {
      assertThat(refused.getMessage()).doesNotContain(sent.length() > 3 ? sent : "\u0000");
    }
  }

  private static void survives(Service service, Message reply) throws Exception {
    try {
      Details details = TransferFields.details(request(service, Particulars.NONE), reply);
      assertThat(details.toString().chars().noneMatch(Character::isISOControl)).isTrue();
    } catch (MalformedMessage refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private static Details details(Service service, String tags, String rows) throws Exception {
    return TransferFields.details(
        request(service, Particulars.NONE),
        reply(tags.getBytes(US_ASCII), rows.getBytes(US_ASCII)));
  }

  private static Message reply(byte[] tags, byte[] rows) {
    Message.Builder reply = Message.of(Mti.FINANCIAL_RESPONSE).set(Field.RESPONSE_CODE, "00");
    if (tags.length > 0) {
      reply.set(Field.ADDITIONAL_DATA, tags);
    }
    if (rows.length > 0) {
      reply.set(Field.KEYS, rows);
    }
    return reply.build();
  }

  private static Request request(Service service, Particulars particulars) throws Exception {
    Track2 track = Track2.parse("6228480010020060421=391252000000");
    return new Request(
        service,
        new Stan(1),
        "616909000001",
        LocalDateTime.of(2026, 6, 18, 9, 0),
        new Access.Card(track, CardEntry.STRIPE),
        Optional.empty(),
        Money.ZERO,
        particulars);
  }
}
