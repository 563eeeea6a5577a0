package org.silverteller.simulator.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.silverteller.device.CardReader;
import org.silverteller.device.CashDispenser;
import org.silverteller.device.Hardware;
import org.silverteller.device.PinPad;
import org.silverteller.money.NoteMix;
import org.silverteller.simulator.hardware.Effect;
import org.silverteller.simulator.hardware.EffectHook;

/**
 * The ports of a virtual machine, where each command that moves notes, a card or a key is written
 * down before it begins, each of its physical effects when it is done, and a full stop when the
 * command is over.
 */
final class RecordedHardware implements EffectHook {

  /** The commands whose outcome outlives a power cut, by port. */
  private static final Map<Class<?>, Set<String>> COMMANDS =
      Map.of(
          CashDispenser.class,
              Set.of("stack", "present", "retract", "rejectAll", "setCounts", "testUnits", "reset"),
          CardReader.class, Set.of("accept", "eject", "retain", "reset"),
          PinPad.class, Set.of("importKey"));

  private final TruthLog log;
  private boolean underWay;

  RecordedHardware(TruthLog log) {
    this.log = log;
  }

  /** The same hardware, recorded. Its machine must have this as its hook. */
  Hardware over(Hardware hardware) {
    CashDispenser dispenser = recorded(CashDispenser.class, hardware.dispenser());
    CardReader reader = recorded(CardReader.class, hardware.cardReader());
    PinPad pad = recorded(PinPad.class, hardware.pinPad());
    return proxy(
        Hardware.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "dispenser" -> dispenser;
              case "cardReader" -> reader;
              case "pinPad" -> pad;
              default -> method.invoke(hardware, arguments);
            });
  }

  private <T> T recorded(Class<T> port, T device) {
    Set<String> commands = COMMANDS.get(port);
    return proxy(
        port,
        (method, arguments) -> {
          if (!commands.contains(method.getName())) {
            return method.invoke(device, arguments);
          }
          log.write(written(port, method.getName(), arguments));
          underWay = true;
          try {
            return method.invoke(device, arguments);
          } finally {
            underWay = false;
            log.write(".");
          }
        });
  }

  private static String written(Class<?> port, String command, Object[] arguments) {
    StringJoiner line = new StringJoiner(" ").add(port.getSimpleName()).add(command);
    for (Object argument : arguments == null ? new Object[0] : arguments) {
      line.add(
          argument instanceof NoteMix mix
              ? Words.of(mix)
              : argument instanceof byte[] bytes
                  ? HexFormat.of().formatHex(bytes)
                  : argument.toString());
    }
    return line.toString();
  }

  @Override
  public void before(Effect effect) {}

  @Override
  public void after(Effect effect) {
    if (underWay) {
      log.write("e");
    }
  }

  private interface Call {
    Object of(java.lang.reflect.Method method, Object[] arguments)
        throws IllegalAccessException, InvocationTargetException;
  }

  private static <T> T proxy(Class<T> port, Call call) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              try {
                return call.of(method, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
