package org.silverteller.driver.xfs;

/** Numbers and structures of xfsidc.h, the identification card unit (CWA 16926-4). */
@SuppressWarnings("MemberName")
final class Idc {

  static final int WFS_INF_IDC_STATUS = 201;
  static final int WFS_INF_IDC_CAPABILITIES = 202;

  static final int WFS_CMD_IDC_EJECT_CARD = 203;
  static final int WFS_CMD_IDC_RETAIN_CARD = 204;
  static final int WFS_CMD_IDC_READ_RAW_DATA = 207;
  static final int WFS_CMD_IDC_CHIP_IO = 209;
  static final int WFS_CMD_IDC_RESET = 210;
  static final int WFS_CMD_IDC_CHIP_POWER = 211;

  static final int WFS_EXEE_IDC_MEDIAINSERTED = 203;
  static final int WFS_SRVE_IDC_MEDIAREMOVED = 204;
  static final int WFS_EXEE_IDC_MEDIARETAINED = 208;
  static final int WFS_EXEE_IDC_INSERTCARD = 212;

  static final int WFS_IDC_MEDIAPRESENT = 1;
  static final int WFS_IDC_MEDIANOTPRESENT = 2;
  static final int WFS_IDC_MEDIAJAMMED = 3;
  static final int WFS_IDC_MEDIANOTSUPP = 4;
  static final int WFS_IDC_MEDIAENTERING = 6;
  static final int WFS_IDC_MEDIALATCHED = 7;

  static final int WFS_IDC_RETAINBINFULL = 3;
  static final int WFS_IDC_RETAINBINMISSING = 5;

  static final int WFS_IDC_TYPEMOTOR = 1;
  static final int WFS_IDC_TYPECONTACTLESS = 4;
  static final int WFS_IDC_TYPELATCHEDDIP = 5;
  static final int WFS_IDC_TYPEINTELLIGENTCONTACTLESS = 7;

  static final int WFS_IDC_TRACK2 = 2;

  static final int WFS_IDC_CHIPT0 = 1;
  static final int WFS_IDC_CHIPT1 = 2;
  static final int WFS_IDC_CHIP_PROTOCOL_NOT_REQUIRED = 4;

  static final int WFS_IDC_CHIPPOWERCOLD = 2;
  static final int WFS_IDC_CHIPPOWERWARM = 4;
  static final int WFS_IDC_CHIPPOWEROFF = 8;

  static final int WFS_IDC_NOACTION = 1;
  static final int WFS_IDC_EXITPOSITION = 1;

  static final int WFS_IDC_DATAOK = 0;
  static final int WFS_IDC_DATAMISSING = 1;
  static final int WFS_IDC_DATAINVALID = 2;
  static final int WFS_IDC_DATATOOLONG = 3;
  static final int WFS_IDC_DATATOOSHORT = 4;
  static final int WFS_IDC_DATASRCNOTSUPP = 5;
  static final int WFS_IDC_DATASRCMISSING = 6;

  static final int WFS_ERR_IDC_MEDIAJAM = -200;
  static final int WFS_ERR_IDC_NOMEDIA = -201;
  static final int WFS_ERR_IDC_RETAINBINFULL = -203;
  static final int WFS_ERR_IDC_INVALIDDATA = -204;
  static final int WFS_ERR_IDC_INVALIDMEDIA = -205;
  static final int WFS_ERR_IDC_SHUTTERFAIL = -209;
  static final int WFS_ERR_IDC_SECURITYFAIL = -210;
  static final int WFS_ERR_IDC_PROTOCOLNOTSUPP = -211;
  static final int WFS_ERR_IDC_ATRNOTOBTAINED = -212;
  static final int WFS_ERR_IDC_CHIPPOWERNOTSUPP = -215;
  static final int WFS_ERR_IDC_CARDTOOSHORT = -216;
  static final int WFS_ERR_IDC_CARDTOOLONG = -217;
  static final int WFS_ERR_IDC_CARDPRESENT = -221;

  static final XfsStructure WFSIDCSTATUS =
      XfsStructure.named("WFSIDCSTATUS")
          .words("fwDevice", "fwMedia", "fwRetainBin", "fwSecurity", "usCards", "fwChipPower")
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .dwords("dwGuidLights", 32)
          .words(
              "fwChipModule",
              "fwMagReadModule",
              "fwMagWriteModule",
              "fwFrontImageModule",
              "fwBackImageModule",
              "wDevicePosition",
              "usPowerSaveRecoveryTime")
          .since(XfsVersion.V3_20)
          .pointers("lpwParkingStationMedia")
          .words("wAntiFraudModule")
          .build();

  static final XfsStructure WFSIDCCAPS =
      XfsStructure.named("WFSIDCCAPS")
          .words("wClass", "fwType")
          .dwords("bCompound")
          .words(
              "fwReadTracks",
              "fwWriteTracks",
              "fwChipProtocols",
              "usCards",
              "fwSecType",
              "fwPowerOnOption",
              "fwPowerOffOption")
          .dwords("bFluxSensorProgrammable", "bReadWriteAccessFollowingEject")
          .words("fwWriteMode", "fwChipPower")
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .words("fwDIPMode")
          .pointers("lpwMemoryChipProtocols")
          .dwords("dwGuidLights", 32)
          .words("fwEjectPosition")
          .dwords("bPowerSaveControl")
          .since(XfsVersion.V3_20)
          .words("usParkingStations")
          .dwords("bAntiFraudModule")
          .since(XfsVersion.V3_30)
          .pointers("lpdwSynchronizableCommands")
          .build();

  static final XfsStructure WFSIDCCARDDATA =
      XfsStructure.named("WFSIDCCARDDATA")
          .words("wDataSource", "wStatus")
          .dwords("ulDataLength")
          .pointers("lpbData")
          .words("fwWriteMethod")
          .build();

  static final XfsStructure WFSIDCRETAINCARD =
      XfsStructure.named("WFSIDCRETAINCARD").words("usCount", "fwPosition").build();

  static final XfsStructure WFSIDCEJECTCARD =
      XfsStructure.named("WFSIDCEJECTCARD").since(XfsVersion.V3_10).words("wEjectPosition").build();

  static final XfsStructure WFSIDCCHIPIO =
      XfsStructure.named("WFSIDCCHIPIO")
          .words("wChipProtocol")
          .dwords("ulChipDataLength")
          .pointers("lpbChipData")
          .build();

  static final XfsStructure WFSIDCCHIPPOWEROUT =
      XfsStructure.named("WFSIDCCHIPPOWEROUT")
          .dwords("ulChipDataLength")
          .pointers("lpbChipData")
          .build();

  private Idc() {}
}
