package org.silverteller.driver.xfs;

/** Numbers and structures of xfscdm.h, the cash dispenser module (CWA 16926-5). */
@SuppressWarnings("MemberName")
final class Cdm {

  static final int WFS_INF_CDM_STATUS = 301;
  static final int WFS_INF_CDM_CAPABILITIES = 302;
  static final int WFS_INF_CDM_CASH_UNIT_INFO = 303;
  static final int WFS_INF_CDM_CURRENCY_EXP = 306;
  static final int WFS_INF_CDM_MIX_TYPES = 307;
  static final int WFS_INF_CDM_PRESENT_STATUS = 309;

  static final int WFS_CMD_CDM_DENOMINATE = 301;
  static final int WFS_CMD_CDM_DISPENSE = 302;
  static final int WFS_CMD_CDM_PRESENT = 303;
  static final int WFS_CMD_CDM_REJECT = 304;
  static final int WFS_CMD_CDM_RETRACT = 305;
  static final int WFS_CMD_CDM_OPEN_SHUTTER = 307;
  static final int WFS_CMD_CDM_CLOSE_SHUTTER = 308;
  static final int WFS_CMD_CDM_START_EXCHANGE = 311;
  static final int WFS_CMD_CDM_END_EXCHANGE = 312;
  static final int WFS_CMD_CDM_RESET = 321;
  static final int WFS_CMD_CDM_TEST_CASH_UNITS = 322;

  static final int WFS_SRVE_CDM_SAFEDOOROPEN = 301;
  static final int WFS_SRVE_CDM_SAFEDOORCLOSED = 302;
  static final int WFS_USRE_CDM_CASHUNITTHRESHOLD = 303;
  static final int WFS_SRVE_CDM_CASHUNITINFOCHANGED = 304;
  static final int WFS_EXEE_CDM_CASHUNITERROR = 308;
  static final int WFS_SRVE_CDM_ITEMSTAKEN = 309;
  static final int WFS_SRVE_CDM_COUNTS_CHANGED = 314;
  static final int WFS_SRVE_CDM_MEDIADETECTED = 317;
  static final int WFS_SRVE_CDM_SHUTTERSTATUSCHANGED = 323;

  static final int WFS_CDM_DISPOK = 0;
  static final int WFS_CDM_ISEMPTY = 0;
  static final int WFS_CDM_ISNOTEMPTY = 1;
  static final int WFS_CDM_ISNOTEMPTYCUST = 2;
  static final int WFS_CDM_ISNOTEMPTYUNK = 3;
  static final int WFS_CDM_ISUNKNOWN = 4;
  static final int WFS_CDM_ISNOTSUPPORTED = 5;

  static final int WFS_CDM_PSEMPTY = 0;
  static final int WFS_CDM_PSNOTEMPTY = 1;
  static final int WFS_CDM_TPSTATEMPTY = 0;
  static final int WFS_CDM_TPSTATNOTEMPTY = 1;
  static final int WFS_CDM_TPSTATNOTEMPTYCUST = 2;
  static final int WFS_CDM_TPSTATNOTEMPTY_UNK = 3;
  static final int WFS_CDM_TPSTATNOTSUPPORTED = 4;

  static final int WFS_CDM_RA_RETRACT = 1;

  static final int WFS_CDM_TYPEREJECTCASSETTE = 2;
  static final int WFS_CDM_TYPEBILLCASSETTE = 3;
  static final int WFS_CDM_TYPERETRACTCASSETTE = 6;
  static final int WFS_CDM_TYPERECYCLING = 12;

  static final int WFS_CDM_STATCUOK = 0;
  static final int WFS_CDM_STATCUFULL = 1;
  static final int WFS_CDM_STATCUHIGH = 2;
  static final int WFS_CDM_STATCULOW = 3;
  static final int WFS_CDM_STATCUEMPTY = 4;
  static final int WFS_CDM_STATCUINOP = 5;
  static final int WFS_CDM_STATCUMISSING = 6;

  static final int WFS_CDM_EXBYHAND = 1;

  static final int WFS_CDM_MIXALGORITHM = 1;
  static final int WFS_CDM_INDIVIDUAL = 0;
  static final int WFS_CDM_MIX_MINIMUM_NUMBER_OF_BILLS = 1;
  static final int WFS_CDM_POSNULL = 0;

  static final int WFS_CDM_PRESENTED = 1;
  static final int WFS_CDM_NOTPRESENTED = 2;
  static final int WFS_CDM_UNKNOWN = 3;

  static final int WFS_CDM_CASHUNITEMPTY = 1;
  static final int WFS_CDM_CASHUNITERROR = 2;
  static final int WFS_CDM_CASHUNITFULL = 4;

  static final int WFS_ERR_CDM_CASHUNITERROR = -302;
  static final int WFS_ERR_CDM_INVALIDDENOMINATION = -303;
  static final int WFS_ERR_CDM_NOTDISPENSABLE = -306;
  static final int WFS_ERR_CDM_TOOMANYITEMS = -307;
  static final int WFS_ERR_CDM_SHUTTERNOTOPEN = -312;
  static final int WFS_ERR_CDM_SHUTTEROPEN = -313;
  static final int WFS_ERR_CDM_SHUTTERCLOSED = -314;
  static final int WFS_ERR_CDM_INVALIDCASHUNIT = -315;
  static final int WFS_ERR_CDM_NOITEMS = -316;
  static final int WFS_ERR_CDM_EXCHANGEACTIVE = -317;
  static final int WFS_ERR_CDM_NOEXCHANGEACTIVE = -318;
  static final int WFS_ERR_CDM_SHUTTERNOTCLOSED = -319;
  static final int WFS_ERR_CDM_PRERRORNOITEMS = -320;
  static final int WFS_ERR_CDM_PRERRORITEMS = -321;
  static final int WFS_ERR_CDM_PRERRORUNKNOWN = -322;
  static final int WFS_ERR_CDM_ITEMSTAKEN = -323;

  static final XfsStructure WFSCDMSTATUS =
      XfsStructure.named("WFSCDMSTATUS")
          .words("fwDevice", "fwSafeDoor", "fwDispenser", "fwIntermediateStacker")
          .pointers("lppPositions", "lpszExtra")
          .since(XfsVersion.V3_10)
          .dwords("dwGuidLights", 32)
          .words("wDevicePosition", "usPowerSaveRecoveryTime")
          .since(XfsVersion.V3_20)
          .words("wAntiFraudModule")
          .build();

  static final XfsStructure WFSCDMOUTPOS =
      XfsStructure.named("WFSCDMOUTPOS")
          .words("fwPosition", "fwShutter", "fwPositionStatus", "fwTransport", "fwTransportStatus")
          .since(XfsVersion.V3_30)
          .words("fwJammedShutterPosition")
          .build();

  static final XfsStructure WFSCDMCAPS =
      XfsStructure.named("WFSCDMCAPS")
          .words("wClass", "fwType", "wMaxDispenseItems")
          .dwords("bCompound", "bShutter", "bShutterControl")
          .words("fwRetractAreas", "fwRetractTransportActions", "fwRetractStackerActions")
          .dwords("bSafeDoor", "bCashBox", "bIntermediateStacker", "bItemsTakenSensor")
          .words("fwPositions", "fwMoveItems", "fwExchangeType")
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .dwords("dwGuidLights", 32)
          .dwords("bPowerSaveControl", "bPrepareDispense")
          .since(XfsVersion.V3_20)
          .dwords("bAntiFraudModule")
          .since(XfsVersion.V3_30)
          .dwords("dwItemInfoTypes", "bBlacklist")
          .pointers("lpdwSynchronizableCommands")
          .build();

  static final XfsStructure WFSCDMPHCU =
      XfsStructure.named("WFSCDMPHCU")
          .pointers("lpPhysicalPositionName")
          .bytes("cUnitID", 5)
          .dwords("ulInitialCount", "ulCount", "ulRejectCount", "ulMaximum")
          .words("usPStatus")
          .dwords("bHardwareSensor")
          .since(XfsVersion.V3_10)
          .dwords("ulDispensedCount", "ulPresentedCount", "ulRetractedCount")
          .build();

  static final XfsStructure WFSCDMCASHUNIT =
      XfsStructure.named("WFSCDMCASHUNIT")
          .words("usNumber", "usType")
          .pointers("lpszCashUnitName")
          .bytes("cUnitID", 5)
          .bytes("cCurrencyID", 3)
          .dwords(
              "ulValues",
              "ulInitialCount",
              "ulCount",
              "ulRejectCount",
              "ulMinimum",
              "ulMaximum",
              "bAppLock")
          .words("usStatus", "usNumPhysicalCUs")
          .pointers("lppPhysical")
          .since(XfsVersion.V3_10)
          .dwords("ulDispensedCount", "ulPresentedCount", "ulRetractedCount")
          .build();

  static final XfsStructure WFSCDMCUINFO =
      XfsStructure.named("WFSCDMCUINFO").words("usTellerID", "usCount").pointers("lppList").build();

  static final XfsStructure WFSCDMCUERROR =
      XfsStructure.named("WFSCDMCUERROR").words("wFailure").pointers("lpCashUnit").build();

  static final XfsStructure WFSCDMCURRENCYEXP =
      XfsStructure.named("WFSCDMCURRENCYEXP").bytes("cCurrencyID", 3).words("sExponent").build();

  static final XfsStructure WFSCDMPRESENTSTATUS =
      XfsStructure.named("WFSCDMPRESENTSTATUS")
          .pointers("lpDenomination")
          .words("wPresentState")
          .pointers("lpszExtra")
          .build();

  static final XfsStructure WFSCDMDENOMINATION =
      XfsStructure.named("WFSCDMDENOMINATION")
          .bytes("cCurrencyID", 3)
          .dwords("ulAmount")
          .words("usCount")
          .pointers("lpulValues")
          .dwords("ulCashBox")
          .build();

  static final XfsStructure WFSCDMDENOMINATE =
      XfsStructure.named("WFSCDMDENOMINATE")
          .words("usTellerID", "usMixNumber")
          .pointers("lpDenomination")
          .build();

  static final XfsStructure WFSCDMMIXTYPE =
      XfsStructure.named("WFSCDMMIXTYPE")
          .words("usMixNumber", "usMixType", "usSubType")
          .pointers("lpszName")
          .build();

  static final XfsStructure WFSCDMSTARTEX =
      XfsStructure.named("WFSCDMSTARTEX")
          .words("fwExchangeType", "usTellerID", "usCount")
          .pointers("lpusCUNumList")
          .build();

  static final XfsStructure WFSCDMITEMPOSITION =
      XfsStructure.named("WFSCDMITEMPOSITION")
          .words("usNumber")
          .pointers("lpRetractArea")
          .words("fwOutputPosition")
          .build();

  static final XfsStructure WFSCDMDISPENSE =
      XfsStructure.named("WFSCDMDISPENSE")
          .words("usTellerID", "usMixNumber", "fwPosition")
          .dwords("bPresent")
          .pointers("lpDenomination")
          .build();

  static final XfsStructure WFSCDMRETRACT =
      XfsStructure.named("WFSCDMRETRACT")
          .words("fwOutputPosition", "usRetractArea", "usIndex")
          .build();

  static final XfsStructure WFSCDMITEMNUMBER =
      XfsStructure.named("WFSCDMITEMNUMBER")
          .since(XfsVersion.V3_20)
          .bytes("cCurrencyID", 3)
          .dwords("ulValues")
          .words("usRelease")
          .dwords("ulCount")
          .words("usNumber")
          .build();

  static final XfsStructure WFSCDMITEMNUMBERLIST =
      XfsStructure.named("WFSCDMITEMNUMBERLIST")
          .since(XfsVersion.V3_20)
          .words("usNumOfItemNumbers")
          .pointers("lppItemNumber")
          .build();

  private Cdm() {}
}
