package org.silverteller.event;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Everything that can happen to a terminal by itself. */
public sealed interface TerminalEvent {

  /** A card is inside the reader. */
  record CardInserted() implements TerminalEvent {}

  /** The customer has drawn the card out. */
  record CardTaken() implements TerminalEvent {}

  record BookInserted() implements TerminalEvent {}

  record BookTaken() implements TerminalEvent {}

  /** Notes wait in the acceptor's input. */
  record NotesInserted() implements TerminalEvent {}

  /** The exit is empty: the customer has drawn the notes out. */
  record NotesTaken() implements TerminalEvent {}

  /** Notes that the acceptor handed back have been drawn out. */
  record ReturnTaken() implements TerminalEvent {}

  /** A key of the PIN pad. */
  record KeyPressed(Key key) implements TerminalEvent {}

  /**
   * A finger on the glass and off again, in pixels of the frame that was showing.
   *
   * @param shown the number that frame was shown with, so that a touch meant for a page that has
   *     gone answers nothing
   */
  record Touched(int x, int y, long shown) implements TerminalEvent {}

  record HeadsetChanged(boolean plugged) implements TerminalEvent {}

  /** A device has changed its status or its supplies. */
  record DeviceChanged(DeviceName device) implements TerminalEvent {}

  /** The line to the host came up, went down, or holds a message from the host. */
  record HostChanged() implements TerminalEvent {}

  /**
   * An operator asks for something at the control socket.
   *
   * @param account the local account of who asks, as the system tells it of the peer, never as the
   *     peer says it
   * @param reply completed with one line of JSON, or exceptionally with why not
   */
  record OperatorCommand(
      String account, String name, List<String> arguments, CompletableFuture<String> reply)
      implements TerminalEvent {

    public OperatorCommand {
      arguments = List.copyOf(arguments);
    }

    /** A command whose answer comes into a future of its own. */
    public static OperatorCommand of(String account, String name, String... arguments) {
      return new OperatorCommand(account, name, List.of(arguments), new CompletableFuture<>());
    }
  }

  /** The service is to stop; the customer being served is served to the end. */
  record StopRequested() implements TerminalEvent {}

  /** Nothing happened in the time given to {@link Inbox#next}. */
  record Silence() implements TerminalEvent {}
}
