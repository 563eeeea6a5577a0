package org.silverteller.driver.xfs;

/** Numbers and structures of xfscim.h, the cash-in module (CWA 16926-15). */
@SuppressWarnings("MemberName")
final class Cim {

  static final int WFS_INF_CIM_STATUS = 1301;
  static final int WFS_INF_CIM_CAPABILITIES = 1302;
  static final int WFS_INF_CIM_CASH_UNIT_INFO = 1303;
  static final int WFS_INF_CIM_CURRENCY_EXP = 1305;
  static final int WFS_INF_CIM_BANKNOTE_TYPES = 1306;
  static final int WFS_INF_CIM_CASH_IN_STATUS = 1307;
  static final int WFS_INF_CIM_GET_P6_INFO = 1308;

  static final int WFS_CMD_CIM_CASH_IN_START = 1301;
  static final int WFS_CMD_CIM_CASH_IN = 1302;
  static final int WFS_CMD_CIM_CASH_IN_END = 1303;
  static final int WFS_CMD_CIM_CASH_IN_ROLLBACK = 1304;
  static final int WFS_CMD_CIM_RETRACT = 1305;
  static final int WFS_CMD_CIM_OPEN_SHUTTER = 1306;
  static final int WFS_CMD_CIM_CLOSE_SHUTTER = 1307;
  static final int WFS_CMD_CIM_RESET = 1313;

  static final int WFS_EXEE_CIM_CASHUNITERROR = 1306;
  static final int WFS_SRVE_CIM_ITEMSTAKEN = 1307;
  static final int WFS_SRVE_CIM_ITEMSINSERTED = 1311;

  static final int WFS_CIM_ACCOK = 0;

  static final int WFS_CIM_TYPERECYCLING = 1;
  static final int WFS_CIM_TYPECASHIN = 2;
  static final int WFS_CIM_TYPEREPCONTAINER = 3;
  static final int WFS_CIM_TYPERETRACTCASSETTE = 4;
  static final int WFS_CIM_TYPEREJECT = 5;

  static final int WFS_CIM_CASHUNITFULL = 3;
  static final int WFS_CIM_POSNULL = 0;
  static final int WFS_CIM_RA_RETRACT = 1;
  static final int WFS_CIM_LEVEL_2 = 2;
  static final int WFS_CIM_LEVEL_3 = 3;

  static final int WFS_CIM_CIOK = 0;
  static final int WFS_CIM_CIROLLBACK = 1;
  static final int WFS_CIM_CIACTIVE = 2;
  static final int WFS_CIM_CIRETRACT = 3;

  static final int WFS_ERR_CIM_CASHUNITERROR = -1302;
  static final int WFS_ERR_CIM_TOOMANYITEMS = -1307;
  static final int WFS_ERR_CIM_SHUTTERNOTOPEN = -1312;
  static final int WFS_ERR_CIM_SHUTTEROPEN = -1313;
  static final int WFS_ERR_CIM_SHUTTERCLOSED = -1314;
  static final int WFS_ERR_CIM_NOITEMS = -1316;
  static final int WFS_ERR_CIM_EXCHANGEACTIVE = -1317;
  static final int WFS_ERR_CIM_SHUTTERNOTCLOSED = -1319;
  static final int WFS_ERR_CIM_CASHINACTIVE = -1325;
  static final int WFS_ERR_CIM_NOCASHINACTIVE = -1326;
  static final int WFS_ERR_CIM_POSITION_NOT_EMPTY = -1328;
  static final int WFS_ERR_CIM_NOTRETRACTAREA = -1335;

  static final XfsStructure WFSCIMSTATUS =
      XfsStructure.named("WFSCIMSTATUS")
          .words(
              "fwDevice",
              "fwSafeDoor",
              "fwAcceptor",
              "fwIntermediateStacker",
              "fwStackerItems",
              "fwBanknoteReader")
          .dwords("bDropBox")
          .pointers("lppPositions", "lpszExtra")
          .since(XfsVersion.V3_10)
          .dwords("dwGuidLights", 32)
          .words("wDevicePosition", "usPowerSaveRecoveryTime")
          .since(XfsVersion.V3_20)
          .words("wMixedMode", "wAntiFraudModule")
          .build();

  static final XfsStructure WFSCIMINPOS =
      XfsStructure.named("WFSCIMINPOS")
          .words("fwPosition", "fwShutter", "fwPositionStatus", "fwTransport", "fwTransportStatus")
          .since(XfsVersion.V3_30)
          .words("fwJammedShutterPosition")
          .build();

  static final XfsStructure WFSCIMCAPS =
      XfsStructure.named("WFSCIMCAPS")
          .words("wClass", "fwType", "wMaxCashInItems")
          .dwords("bCompound", "bShutter", "bShutterControl", "bSafeDoor", "bCashBox", "bRefill")
          .words("fwIntermediateStacker")
          .dwords("bItemsTakenSensor", "bItemsInsertedSensor")
          .words(
              "fwPositions",
              "fwExchangeType",
              "fwRetractAreas",
              "fwRetractTransportActions",
              "fwRetractStackerActions")
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .dwords("dwGuidLights", 32)
          .dwords("dwItemInfoTypes", "bCompareSignatures", "bPowerSaveControl")
          .since(XfsVersion.V3_20)
          .dwords("bReplenish")
          .words("fwCashInLimit", "fwCountActions")
          .dwords("bDeviceLockControl")
          .words("wMixedMode")
          .dwords("bMixedDepositAndRollback", "bAntiFraudModule")
          .since(XfsVersion.V3_30)
          .dwords("bDeplete", "bBlacklist")
          .pointers("lpdwSynchronizableCommands")
          .build();

  static final XfsStructure WFSCIMCASHIN =
      XfsStructure.named("WFSCIMCASHIN")
          .words("usNumber")
          .dwords("fwType", "fwItemType")
          .bytes("cUnitID", 5)
          .bytes("cCurrencyID", 3)
          .dwords("ulValues", "ulCashInCount", "ulCount", "ulMaximum")
          .words("usStatus")
          .dwords("bAppLock")
          .pointers("lpNoteNumberList")
          .words("usNumPhysicalCUs")
          .pointers("lppPhysical", "lpszExtra")
          .since(XfsVersion.V3_10)
          .pointers("lpusNoteIDs")
          .words("usCDMType")
          .pointers("lpszCashUnitName")
          .dwords(
              "ulInitialCount",
              "ulDispensedCount",
              "ulPresentedCount",
              "ulRetractedCount",
              "ulRejectCount",
              "ulMinimum")
          .build();

  static final XfsStructure WFSCIMCASHINFO =
      XfsStructure.named("WFSCIMCASHINFO").words("usCount").pointers("lppCashIn").build();

  static final XfsStructure WFSCIMCUERROR =
      XfsStructure.named("WFSCIMCUERROR").words("wFailure").pointers("lpCashUnit").build();

  static final XfsStructure WFSCIMCURRENCYEXP =
      XfsStructure.named("WFSCIMCURRENCYEXP").bytes("cCurrencyID", 3).words("sExponent").build();

  static final XfsStructure WFSCIMNOTETYPE =
      XfsStructure.named("WFSCIMNOTETYPE")
          .words("usNoteID")
          .bytes("cCurrencyID", 3)
          .dwords("ulValues")
          .words("usRelease")
          .dwords("bConfigured")
          .build();

  static final XfsStructure WFSCIMNOTETYPELIST =
      XfsStructure.named("WFSCIMNOTETYPELIST")
          .words("usNumOfNoteTypes")
          .pointers("lppNoteTypes")
          .build();

  static final XfsStructure WFSCIMNOTENUMBER =
      XfsStructure.named("WFSCIMNOTENUMBER").words("usNoteID").dwords("ulCount").build();

  static final XfsStructure WFSCIMNOTENUMBERLIST =
      XfsStructure.named("WFSCIMNOTENUMBERLIST")
          .words("usNumOfNoteNumbers")
          .pointers("lppNoteNumber")
          .build();

  static final XfsStructure WFSCIMCASHINSTART =
      XfsStructure.named("WFSCIMCASHINSTART")
          .words("usTellerID")
          .dwords("bUseRecycleUnits")
          .words("fwOutputPosition", "fwInputPosition")
          .build();

  static final XfsStructure WFSCIMCASHINSTATUS =
      XfsStructure.named("WFSCIMCASHINSTATUS")
          .words("wStatus", "usNumOfRefused")
          .pointers("lpNoteNumberList", "lpszExtra")
          .build();

  static final XfsStructure WFSCIMP6INFO =
      XfsStructure.named("WFSCIMP6INFO")
          .words("usLevel")
          .pointers("lpNoteNumberList")
          .words("usNumOfSignatures")
          .build();

  static final XfsStructure WFSCIMRETRACT =
      XfsStructure.named("WFSCIMRETRACT")
          .words("fwOutputPosition", "usRetractArea", "usIndex")
          .build();

  static final XfsStructure WFSCIMITEMPOSITION =
      XfsStructure.named("WFSCIMITEMPOSITION")
          .words("usNumber")
          .pointers("lpRetractArea")
          .words("fwOutputPosition")
          .build();

  static final XfsStructure WFSCIMPHCU =
      XfsStructure.named("WFSCIMPHCU")
          .pointers("lpPhysicalPositionName")
          .bytes("cUnitID", 5)
          .dwords("ulCashInCount", "ulCount", "ulMaximum")
          .words("usPStatus")
          .dwords("bHardwareSensors")
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .dwords(
              "ulInitialCount",
              "ulDispensedCount",
              "ulPresentedCount",
              "ulRetractedCount",
              "ulRejectCount")
          .build();

  private Cim() {}
}
