package org.silverteller.simulator.torture;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.silverteller.host.Stan;
import org.silverteller.store.Entry;
import org.silverteller.store.Store;

/**
 * Stores that are right but for one thing. Public, because they are made from within classes of the
 * terminal.
 */
public final class StoreWithMistakes {

  private StoreWithMistakes() {}

  /** STANs are counted in memory, from 1 at each boot. */
  public static Store stansFromOne(Store right) {
    AtomicInteger last = new AtomicInteger();
    return store(
        (self, method, arguments) -> {
          Object told = call(right, method, arguments);
          return method.getName().equals("takeStan") ? new Stan(last.incrementAndGet()) : told;
        });
  }

  /** What belongs together is committed one after the other. */
  public static Store oneByOne(Store right) {
    return store(
        (self, method, arguments) -> {
          if (!method.getName().equals("commit")) {
            return call(right, method, arguments);
          }
          List<?> entries =
              arguments[0] instanceof List<?> list ? list : List.of((Object[]) arguments[0]);
          entries.forEach(entry -> right.commit((Entry) entry));
          return null;
        });
  }

  private static Store store(InvocationHandler handler) {
    return (Store)
        Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class}, handler);
  }

  private static Object call(Store right, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(right, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
