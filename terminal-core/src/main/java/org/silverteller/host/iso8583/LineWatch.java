package org.silverteller.host.iso8583;

/**
 * Told on the terminal's thread of everything that goes over the line, for the journal and the
 * console.
 */
public interface LineWatch {

  /** Tells nobody. */
  LineWatch NONE =
      new LineWatch() {
        @Override
        public void sent(Message message) {}

        @Override
        public void received(Message message) {}

        @Override
        public void noted(String what) {}
      };

  /** The message has left, perhaps in part. Shown only through {@link MessageView}. */
  void sent(Message message);

  void received(Message message);

  /** What was decided about it: a late reply dropped, a key refused. Never holds card data. */
  void noted(String what);
}
