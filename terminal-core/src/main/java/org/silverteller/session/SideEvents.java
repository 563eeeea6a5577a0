package org.silverteller.session;

import org.silverteller.event.TerminalEvent;

/**
 * What happens while a customer is served and is not part of the conversation: host, devices,
 * operators.
 */
@FunctionalInterface
public interface SideEvents {
  void happened(TerminalEvent event);
}
