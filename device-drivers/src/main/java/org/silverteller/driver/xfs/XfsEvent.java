package org.silverteller.driver.xfs;

/**
 * An execute, service, user or system event. Its memory is freed when the listener returns.
 *
 * @param message WFS_EXECUTE_EVENT, WFS_SERVICE_EVENT, WFS_USER_EVENT or WFS_SYSTEM_EVENT
 * @param id of the event, such as WFS_SRVE_CDM_ITEMSTAKEN
 */
record XfsEvent(int message, int id, XfsResult result) {

  /** Whether this is the event of that kind and number; numbers of one class may repeat. */
  boolean is(int wantedMessage, int wantedId) {
    return message == wantedMessage && id == wantedId;
  }

  @Override
  public String toString() {
    return XfsNames.event(id);
  }
}
