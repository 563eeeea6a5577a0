package org.silverteller.simulator.hardware;

import java.util.Locale;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.Speaker;
import org.silverteller.event.DeviceName;

/** The loudspeaker's port. */
final class VirtualSpeaker extends VirtualDevice implements Speaker {

  VirtualSpeaker(VirtualMachine machine, Supply supply) {
    super(machine, supply, DeviceName.SPEAKER, "speaker");
  }

  @Override
  public void tone(Tone tone) throws DeviceFault {
    order("tone", tone.name().toLowerCase(Locale.ROOT), () -> step(Effect.SOUND_MADE, () -> {}));
  }

  @Override
  public void say(String text, String language) throws DeviceFault {
    order(
        "say",
        machine.watched() ? language + ": " + text : "",
        () -> step(Effect.SOUND_MADE, () -> machine.lastWords = text));
  }

  @Override
  public void silence() throws DeviceFault {
    order("silence", "", () -> step(Effect.SOUND_MADE, () -> machine.lastWords = ""));
  }
}
