package org.silverteller.device;

/** Loudspeaker and headset: short tones and speech. */
public interface Speaker extends Device {

  /** A short sound with a meaning. */
  enum Tone {
    KEY,
    ATTENTION,
    WARNING
  }

  void tone(Tone tone) throws DeviceFault;

  /** Speaks in the language (BCP 47 tag); a new text interrupts the one before. */
  void say(String text, String language) throws DeviceFault;

  void silence() throws DeviceFault;
}
