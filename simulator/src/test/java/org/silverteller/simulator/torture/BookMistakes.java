package org.silverteller.simulator.torture;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import org.silverteller.store.TransactionRecord;
import org.silverteller.store.TransactionState;

/** What can be done wrong where rows are printed into passbooks. */
public final class BookMistakes {

  private BookMistakes() {}

  /** A row that may be on paper is told as not printed, and so is handed out again. */
  static final class NoDoubt {
    @Advice.OnMethodEnter
    static void never(@Advice.Argument(value = 1, readOnly = false) boolean doubt) {
      doubt = false;
    }
  }

  /** Every row that was handed out counts as proven. */
  static final class AllProven {
    @Advice.OnMethodExit
    static void all(
        @Advice.FieldValue("rows") int rows, @Advice.Return(readOnly = false) int proven) {
      proven = rows;
    }
  }

  /** The print head moves, and no record says so. */
  static final class NoIntent {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean instead() {
      return true;
    }

    @Advice.OnMethodExit
    static void unsaved(
        @Advice.Argument(0) TransactionRecord record,
        @Advice.Return(readOnly = false) TransactionRecord printing) {
      printing = record.in(TransactionState.PRINTING);
    }
  }

  /** The book is printed while the notes are still in the cassettes. */
  static final class PrintedBeforeCount {
    @Advice.OnMethodEnter
    static void first(
        @Advice.FieldValue("desk") Object desk, @Advice.FieldValue("holder") Object holder) {
      printNow(desk, holder);
    }
  }

  /** Called from the changed class. */
  public static void printNow(Object desk, Object holder) {
    try {
      Class<?> book = Class.forName("org.silverteller.session.Bookholder");
      if (!book.isInstance(holder)) {
        return;
      }
      Class<?> printing = Class.forName("org.silverteller.session.BookPrinting");
      Constructor<?> made =
          printing.getDeclaredConstructor(Class.forName("org.silverteller.session.Desk"), book);
      made.setAccessible(true);
      Method print = printing.getDeclaredMethod("print");
      print.setAccessible(true);
      print.invoke(made.newInstance(desk, holder));
    } catch (java.lang.reflect.InvocationTargetException thrown) {
      if (thrown.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(thrown.getCause());
    } catch (ReflectiveOperationException moved) {
      throw new IllegalStateException(moved);
    }
  }
}
