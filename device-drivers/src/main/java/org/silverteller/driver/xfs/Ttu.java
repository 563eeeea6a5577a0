package org.silverteller.driver.xfs;

/** Numbers and structures of xfsttu.h, the text terminal unit (CWA 16926-9). */
@SuppressWarnings("MemberName")
final class Ttu {

  static final int WFS_INF_TTU_STATUS = 701;
  static final int WFS_INF_TTU_CAPABILITIES = 702;
  static final int WFS_INF_TTU_KEY_DETAIL = 706;

  static final int WFS_CMD_TTU_BEEP = 701;
  static final int WFS_CMD_TTU_CLEARSCREEN = 702;
  static final int WFS_CMD_TTU_SET_LED = 704;
  static final int WFS_CMD_TTU_SET_RESOLUTION = 705;
  static final int WFS_CMD_TTU_WRITE = 708;
  static final int WFS_CMD_TTU_READ = 709;
  static final int WFS_CMD_TTU_RESET = 710;

  static final int WFS_EXEE_TTU_KEY = 703;

  static final int WFS_TTU_UNICODE = 2;
  static final int WFS_TTU_POSABSOLUTE = 1;
  static final int WFS_TTU_ECHOINVISIBLE = 1;

  static final int WFS_TTU_BEEPKEYPRESS = 2;
  static final int WFS_TTU_BEEPEXCLAMATION = 4;
  static final int WFS_TTU_BEEPWARNING = 8;
  static final int WFS_TTU_BEEPERROR = 16;
  static final int WFS_TTU_BEEPCRITICAL = 32;

  static final int WFS_TTU_LEDOFF = 1;
  static final int WFS_TTU_LEDSLOWFLASH = 2;
  static final int WFS_TTU_LEDMEDIUMFLASH = 4;
  static final int WFS_TTU_LEDQUICKFLASH = 8;
  static final int WFS_TTU_LEDCONTINUOUS = 128;

  static final int WFS_TTU_NOKEY = 0;
  static final int WFS_TTU_CK_ENTER = 1;
  static final int WFS_TTU_CK_CANCEL = 2;
  static final int WFS_TTU_CK_CLEAR = 3;
  static final int WFS_TTU_CK_BACKSPACE = 4;
  static final int WFS_TTU_CK_HELP = 5;
  static final int WFS_TTU_CK_FDK01 = 24;
  static final int WFS_TTU_CK_FDK32 = 55;

  static final int WFS_ERR_TTU_INVALIDLED = -707;
  static final int WFS_ERR_TTU_KEYCANCELED = -708;
  static final int WFS_ERR_TTU_MEDIAOVERFLOW = -709;
  static final int WFS_ERR_TTU_RESNOTSUPP = -710;
  static final int WFS_ERR_TTU_CHARSETDATA = -711;
  static final int WFS_ERR_TTU_KEYINVALID = -712;
  static final int WFS_ERR_TTU_KEYNOTSUPPORTED = -713;
  static final int WFS_ERR_TTU_NOACTIVEKEYS = -714;

  static final XfsStructure WFSTTUSTATUS =
      XfsStructure.named("WFSTTUSTATUS")
          .words("fwDevice", "wKeyboard", "wKeylock")
          .words("wLEDs", 8)
          .words("wDisplaySizeX", "wDisplaySizeY")
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .words("wDevicePosition", "usPowerSaveRecoveryTime")
          .since(XfsVersion.V3_30)
          .pointers("lpLEDEx")
          .words("wAntiFraudModule")
          .build();

  static final XfsStructure WFSTTUCAPS =
      XfsStructure.named("WFSTTUCAPS")
          .words("wClass", "fwType")
          .pointers("lppResolutions")
          .words("wNumOfLEDs")
          .dwords("bKeyLock", "bDisplayLight", "bCursor", "bForms")
          .words("fwCharSupport")
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .dwords("bPowerSaveControl")
          .since(XfsVersion.V3_30)
          .pointers("lpLEDEx")
          .dwords("bAntiFraudModule")
          .pointers("lpdwSynchronizableCommands")
          .build();

  static final XfsStructure WFSTTURESOLUTION =
      XfsStructure.named("WFSTTURESOLUTION").words("wSizeX", "wSizeY").build();

  static final XfsStructure WFSTTUKEYDETAIL =
      XfsStructure.named("WFSTTUKEYDETAIL")
          .pointers("lpszKeys", "lpwszUNICODEKeys", "lpwCommandKeys")
          .build();

  static final XfsStructure WFSTTUCLEARSCREEN =
      XfsStructure.named("WFSTTUCLEARSCREEN")
          .words("wPositionX", "wPositionY", "wWidth", "wHeight")
          .build();

  static final XfsStructure WFSTTUSETLEDS =
      XfsStructure.named("WFSTTUSETLEDS").words("wLED", "fwCommand").build();

  static final XfsStructure WFSTTUWRITE =
      XfsStructure.named("WFSTTUWRITE")
          .words("fwMode", "wPosX", "wPosY", "fwTextAttr")
          .pointers("lpsText", "lpsUNICODEText")
          .build();

  static final XfsStructure WFSTTUREAD =
      XfsStructure.named("WFSTTUREAD")
          .words("wNumOfChars", "fwMode", "wPosX", "wPosY", "fwEchoMode", "fwEchoAttr")
          .dwords("bCursor", "bFlush", "bAutoEnd")
          .pointers(
              "lpszActiveKeys",
              "lpwszActiveUNICODEKeys",
              "lpwActiveCommandKeys",
              "lpwTerminateCommandKeys")
          .build();

  static final XfsStructure WFSTTUKEY =
      XfsStructure.named("WFSTTUKEY").bytes("cKey").words("wUNICODEKey", "wCommandKey").build();

  private Ttu() {}
}
