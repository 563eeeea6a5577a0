package org.silverteller.bench.driver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.silverteller.event.Key;
import org.silverteller.event.TerminalEvent;
import org.silverteller.page.Frame;
import org.silverteller.page.Option;
import org.silverteller.page.Page;
import org.silverteller.page.Page.Question.Asked;
import org.silverteller.page.Wish;

/**
 * Answers every page the moment it shows, so that a withdrawal goes to its end. A line {@code
 * TRACK2 PIN} calls the next customer; each page that shows is told as a line {@code page NAME}.
 */
final class Customer {

  private final BenchCardReader reader;
  private final BenchDispenser dispenser;
  private final BenchPinPad pad;
  private final Consumer<TerminalEvent> events;
  private final PrintStream out;
  private volatile String pin = "";

  Customer(
      BenchCardReader reader,
      BenchDispenser dispenser,
      BenchPinPad pad,
      Consumer<TerminalEvent> events,
      PrintStream out) {
    this.reader = reader;
    this.dispenser = dispenser;
    this.pad = pad;
    this.events = events;
    this.out = out;
  }

  void listen(InputStream in) {
    Thread thread = new Thread(() -> serve(in), "bench-customers");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(InputStream in) {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> words = List.of(line.split(" "));
        pin = words.get(1);
        pad.type(pin);
        reader.insert(words.get(0));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void sees(Frame frame, long number) {
    answer(frame, number);
    out.println("page " + frame.page().name());
  }

  private void answer(Frame frame, long number) {
    Page page = frame.page();
    if (page instanceof Page.PinEntry entry) {
      Key key = entry.typed() < pin.length() ? Key.HIDDEN : Key.ENTER;
      events.accept(new TerminalEvent.KeyPressed(key));
    } else if (page instanceof Page.Take take && take.thing() == Page.Take.Thing.CARD) {
      reader.take();
    } else if (page instanceof Page.Take) {
      dispenser.take();
      events.accept(new TerminalEvent.NotesTaken());
    } else if (page instanceof Page.Notice || page instanceof Page.Refusal) {
      events.accept(new TerminalEvent.KeyPressed(Key.CANCEL));
    } else if (page.equals(new Page.Question(Asked.ANOTHER_SERVICE))) {
      touch(frame, number, Wish.NO.option());
    } else if (!page.options().isEmpty()) {
      touch(frame, number, page.options().get(0));
    }
  }

  /** What does not stand on the page is not touched. */
  private void touch(Frame frame, long number, Option option) {
    frame
        .areaOf(option.id())
        .ifPresent(
            area ->
                events.accept(
                    new TerminalEvent.Touched(
                        area.x() + area.width() / 2, area.y() + area.height() / 2, number)));
  }
}
