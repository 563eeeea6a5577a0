package org.silverteller.driver.xfs;

/**
 * What opening a service gave. A service that was lost and opened anew has another.
 *
 * @param handle of the service
 * @param version word that the service speaks
 * @param dialect version and charset its structures have
 * @param open whether the handle is ours; the manager gives the number of a closed one to others
 */
record XfsConnection(short handle, int version, XfsDialect dialect, boolean open) {

  static XfsConnection none(XfsDialect dialect) {
    return new XfsConnection((short) 0, 0, dialect, false);
  }

  XfsConnection gone() {
    return new XfsConnection(handle, version, dialect, false);
  }
}
