package org.silverteller.driver.xfs;

/** Numbers and structures of xfssiu.h, the sensors and indicators unit (CWA 16926-10). */
@SuppressWarnings("MemberName")
final class Siu {

  static final int WFS_INF_SIU_STATUS = 801;
  static final int WFS_INF_SIU_CAPABILITIES = 802;

  static final int WFS_CMD_SIU_ENABLE_EVENTS = 801;
  static final int WFS_CMD_SIU_SET_GUIDLIGHT = 806;
  static final int WFS_CMD_SIU_RESET = 807;

  static final int WFS_SRVE_SIU_PORT_STATUS = 801;

  static final int WFS_SIU_SENSORS = 1;

  static final int WFS_SIU_ENHANCEDAUDIO = 7;

  static final int WFS_SIU_CARDUNIT = 0;
  static final int WFS_SIU_PINPAD = 1;
  static final int WFS_SIU_NOTESDISPENSER = 2;
  static final int WFS_SIU_RECEIPTPRINTER = 4;
  static final int WFS_SIU_PASSBOOKPRINTER = 5;

  static final int WFS_SIU_NOT_AVAILABLE = 0;
  static final int WFS_SIU_PRESENT = 1;

  static final int WFS_SIU_OFF = 1;
  static final int WFS_SIU_SLOW_FLASH = 4;
  static final int WFS_SIU_MEDIUM_FLASH = 8;
  static final int WFS_SIU_CONTINUOUS = 128;

  static final int WFS_SIU_NO_CHANGE = 0;
  static final int WFS_SIU_ENABLE_EVENT = 1;

  static final int WFS_ERR_SIU_INVALID_PORT = -801;
  static final int WFS_ERR_SIU_SYNTAX = -802;

  static final XfsStructure WFSSIUSTATUS =
      XfsStructure.named("WFSSIUSTATUS")
          .words("fwDevice")
          .words("fwSensors", 32)
          .words("fwDoors", 16)
          .words("fwIndicators", 16)
          .words("fwAuxiliaries", 16)
          .words("fwGuidLights", 16)
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .words("usPowerSaveRecoveryTime")
          .since(XfsVersion.V3_20)
          .words("wAntiFraudModule")
          .build();

  static final XfsStructure WFSSIUCAPS =
      XfsStructure.named("WFSSIUCAPS")
          .words("wClass", "fwType")
          .words("fwSensors", 32)
          .words("fwDoors", 16)
          .words("fwIndicators", 16)
          .words("fwAuxiliaries", 16)
          .words("fwGuidLights", 16)
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .dwords("bPowerSaveControl")
          .since(XfsVersion.V3_20)
          .words("fwAutoStartupMode")
          .dwords("bAntiFraudModule")
          .since(XfsVersion.V3_30)
          .pointers("lpdwSynchronizableCommands")
          .build();

  static final XfsStructure WFSSIUENABLE =
      XfsStructure.named("WFSSIUENABLE")
          .words("fwSensors", 32)
          .words("fwDoors", 16)
          .words("fwIndicators", 16)
          .words("fwAuxiliaries", 16)
          .words("fwGuidLights", 16)
          .pointers("lpszExtra")
          .build();

  static final XfsStructure WFSSIUSETGUIDLIGHT =
      XfsStructure.named("WFSSIUSETGUIDLIGHT").words("wGuidLight", "fwCommand").build();

  static final XfsStructure WFSSIUPORTEVENT =
      XfsStructure.named("WFSSIUPORTEVENT")
          .words("wPortType", "wPortIndex", "wPortStatus")
          .pointers("lpszExtra")
          .build();

  private Siu() {}
}
