package org.silverteller.session;

import org.silverteller.event.Key;
import org.silverteller.page.Option;

/** What a customer answered to the page that is showing. */
sealed interface Answer {

  /** An option of the page, or a wish of its bar. */
  record Chosen(Option option) implements Answer {}

  /** Notes were put into the acceptor's input, which is open. */
  record NotesPutIn() implements Answer {}

  /** A key of the PIN pad other than CANCEL, which always ends the conversation. */
  record Pressed(Key key) implements Answer {}
}
