package org.silverteller.simulator.xfs;

/** Numbers of xfsapi.h that the manager itself uses, apart from those of the bridge. */
final class XfsNumbers {

  static final int WFS_SUCCESS = 0;

  static final int WFS_ERR_API_VER_TOO_HIGH = -2;
  static final int WFS_ERR_API_VER_TOO_LOW = -3;
  static final int WFS_ERR_CANCELED = -4;
  static final int WFS_ERR_DEV_NOT_READY = -13;
  static final int WFS_ERR_HARDWARE_ERROR = -14;
  static final int WFS_ERR_INTERNAL_ERROR = -15;
  static final int WFS_ERR_INVALID_EVENT_CLASS = -21;
  static final int WFS_ERR_INVALID_HSERVICE = -22;
  static final int WFS_ERR_INVALID_HWND = -24;
  static final int WFS_ERR_INVALID_HWNDREG = -25;
  static final int WFS_ERR_INVALID_POINTER = -26;
  static final int WFS_ERR_INVALID_REQ_ID = -27;
  static final int WFS_ERR_INVALID_RESULT = -28;
  static final int WFS_ERR_LOCKED = -32;
  static final int WFS_ERR_NO_BLOCKING_CALL = -33;
  static final int WFS_ERR_NOT_LOCKED = -37;
  static final int WFS_ERR_NOT_STARTED = -39;
  static final int WFS_ERR_NOT_REGISTERED = -40;
  static final int WFS_ERR_OP_IN_PROGRESS = -41;
  static final int WFS_ERR_SERVICE_NOT_FOUND = -43;
  static final int WFS_ERR_SRVC_VER_TOO_HIGH = -46;
  static final int WFS_ERR_SRVC_VER_TOO_LOW = -47;
  static final int WFS_ERR_TIMEOUT = -48;
  static final int WFS_ERR_UNSUPP_CATEGORY = -49;
  static final int WFS_ERR_UNSUPP_COMMAND = -50;
  static final int WFS_ERR_INVALID_DATA = -52;
  static final int WFS_ERR_SOFTWARE_ERROR = -53;
  static final int WFS_ERR_CONNECTION_LOST = -54;
  static final int WFS_ERR_USER_ERROR = -55;
  static final int WFS_ERR_UNSUPP_DATA = -56;
  static final int WFS_ERR_SEQUENCE_ERROR = -58;

  static final int WFS_OPEN_COMPLETE = 1025;
  static final int WFS_CLOSE_COMPLETE = 1026;
  static final int WFS_LOCK_COMPLETE = 1027;
  static final int WFS_UNLOCK_COMPLETE = 1028;
  static final int WFS_REGISTER_COMPLETE = 1029;
  static final int WFS_DEREGISTER_COMPLETE = 1030;
  static final int WFS_GETINFO_COMPLETE = 1031;
  static final int WFS_EXECUTE_COMPLETE = 1032;
  static final int WFS_EXECUTE_EVENT = 1044;
  static final int WFS_SERVICE_EVENT = 1045;
  static final int WFS_USER_EVENT = 1046;
  static final int WFS_SYSTEM_EVENT = 1047;

  static final int WFS_SYSE_DEVICE_STATUS = 4;

  static final int SERVICE_EVENTS = 1;
  static final int USER_EVENTS = 2;
  static final int SYSTEM_EVENTS = 4;
  static final int EXECUTE_EVENTS = 8;

  private XfsNumbers() {}
}
