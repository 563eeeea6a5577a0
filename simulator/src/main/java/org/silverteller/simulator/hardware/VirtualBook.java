package org.silverteller.simulator.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A passbook of the simulation: a thing of paper, so that what is printed in it stays. */
public final class VirtualBook {

  /**
   * Something on the paper.
   *
   * @param page and line, from 1, as the book is read
   * @param whole false when the print head stopped in the midst of it
   */
  public record Print(int page, int line, String text, boolean whole) {}

  private final String name;
  private final Map<Integer, String> stripe;
  private final int pages;
  private final List<Print> prints = new ArrayList<>();
  private int openPage = 1;
  private boolean upsideDown;

  /**
   * @param name how people and scripts call it
   * @param stripe characters of each track that is written
   */
  public VirtualBook(String name, Map<Integer, String> stripe, int pages) {
    this.name = name;
    this.stripe = Map.copyOf(stripe);
    this.pages = pages;
  }

  public String name() {
    return name;
  }

  /** As it is held out to the machine. */
  public synchronized VirtualBook opened(int page, boolean headDown) {
    if (page < 1 || page > pages) {
      throw new IllegalArgumentException(name + " page " + page + ": expected 1 to " + pages);
    }
    openPage = page;
    upsideDown = headDown;
    return this;
  }

  public int pages() {
    return pages;
  }

  public synchronized int openPage() {
    return openPage;
  }

  public synchronized boolean upsideDown() {
    return upsideDown;
  }

  /** What the head reads of a track. */
  synchronized Optional<String> track(int track) {
    return upsideDown ? Optional.empty() : Optional.ofNullable(stripe.get(track));
  }

  synchronized boolean turn(boolean forward) {
    int next = openPage + (forward ? 1 : -1);
    if (next < 1 || next > pages) {
      return false;
    }
    openPage = next;
    return true;
  }

  /** What a counter printed before the book came to any machine. */
  public synchronized VirtualBook printed(int page, int row, String text) {
    prints.add(new Print(page, row, text, true));
    return this;
  }

  /** A line counted by the machine is another one in a book that lies upside down. */
  synchronized void print(int line, int rows, String text, boolean whole) {
    prints.add(new Print(openPage, upsideDown ? rows + 1 - line : line, text, whole));
  }

  /** Everything that was ever printed in it, in order. */
  public synchronized List<Print> prints() {
    return List.copyOf(prints);
  }

  @Override
  public String toString() {
    return name;
  }
}
