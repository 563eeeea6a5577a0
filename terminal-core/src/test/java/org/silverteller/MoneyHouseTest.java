package org.silverteller;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.silverteller.card.AccountNumber;
import org.silverteller.card.BookAccount;
import org.silverteller.card.Pan;
import org.silverteller.card.Track2;
import org.silverteller.device.CashAcceptor;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.PinBlock;

/** Who alone may move notes, and who alone may see a card number whole. */
class MoneyHouseTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.silverteller");

  @Test
  void only_a_payment_and_the_recovery_move_notes() {
    noClasses()
        .that(not(nameMatching(".*\\.(session\\.CashOut|terminal\\.Recovery)(\\$.*)?")))
        .should()
        .callMethodWhere(
            target(owner(type(CashDispenser.class)))
                .and(target(nameMatching("stack|present|retract|rejectAll"))))
        .check(CLASSES);
  }

  @Test
  void only_a_deposit_and_the_recovery_move_notes_of_the_acceptor() {
    noClasses()
        .that(
            not(
                nameMatching(
                    ".*\\.(session\\.CashIn|session\\.AcceptorCare|terminal\\.CashInRecovery)(\\$.*)?")))
        .should()
        .callMethodWhere(
            target(owner(type(CashAcceptor.class)))
                .and(target(nameMatching("startCashIn|acceptNotes|endCashIn|rollback|retract"))))
        .check(CLASSES);
  }

  @Test
  void only_the_deposit_book_mints_the_right_to_store() {
    noClasses()
        .that(not(nameMatching(".*\\.session\\.DepositBook")))
        .should()
        .callConstructorWhere(target(owner(nameMatching(".*\\.session\\.StoreRight"))))
        .check(CLASSES);
  }

  @Test
  void only_a_deposit_spends_it() {
    noClasses()
        .that(not(nameMatching(".*\\.session\\.CashIn")))
        .should()
        .callMethodWhere(
            target(owner(nameMatching(".*\\.session\\.StoreRight")))
                .and(target(nameMatching("spend"))))
        .check(CLASSES);
  }

  @Test
  void only_the_ledger_mints_the_right_to_dispense() {
    noClasses()
        .that(not(nameMatching(".*\\.session\\.Ledger")))
        .should()
        .callConstructorWhere(target(owner(nameMatching(".*\\.session\\.DispenseRight"))))
        .check(CLASSES);
  }

  @Test
  void only_the_payment_spends_it() {
    noClasses()
        .that(not(nameMatching(".*\\.session\\.CashOut")))
        .should()
        .callMethodWhere(
            target(owner(nameMatching(".*\\.session\\.DispenseRight")))
                .and(target(nameMatching("spend"))))
        .check(CLASSES);
  }

  @Test
  void only_the_codec_and_the_sealed_record_see_a_card_number_whole() {
    noClasses()
        .that(not(nameMatching(".*\\.(host\\.iso8583\\.MessageWriter|store\\.DataKey)")))
        .should()
        .callMethodWhere(
            target(
                    owner(
                        type(AccountNumber.class)
                            .or(type(Pan.class))
                            .or(type(BookAccount.class))
                            .or(type(Track2.class))
                            .or(type(PinBlock.class))))
                .and(target(nameMatching("reveal"))))
        .check(CLASSES);
  }
}
