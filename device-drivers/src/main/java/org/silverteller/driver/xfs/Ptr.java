package org.silverteller.driver.xfs;

/** Numbers and structures of xfsptr.h, the printer module (CWA 16926-3). */
@SuppressWarnings("MemberName")
final class Ptr {

  static final int WFS_INF_PTR_STATUS = 101;
  static final int WFS_INF_PTR_CAPABILITIES = 102;
  static final int WFS_INF_PTR_QUERY_FORM = 105;

  static final int WFS_CMD_PTR_CONTROL_MEDIA = 101;
  static final int WFS_CMD_PTR_PRINT_FORM = 102;
  static final int WFS_CMD_PTR_RAW_DATA = 104;
  static final int WFS_CMD_PTR_RESET = 108;

  static final int WFS_EXEE_PTR_FIELDERROR = 103;
  static final int WFS_EXEE_PTR_FIELDWARNING = 104;
  static final int WFS_SRVE_PTR_MEDIATAKEN = 106;

  static final int WFS_PTR_MEDIAJAMMED = 2;

  static final int WFS_PTR_SUPPLYUPPER = 0;

  static final int WFS_PTR_PAPERFULL = 0;
  static final int WFS_PTR_PAPERLOW = 1;
  static final int WFS_PTR_PAPEROUT = 2;
  static final int WFS_PTR_PAPERNOTSUPP = 3;
  static final int WFS_PTR_PAPERUNKNOWN = 4;
  static final int WFS_PTR_PAPERJAMMED = 5;

  static final int WFS_PTR_TONERLOW = 1;
  static final int WFS_PTR_TONEROUT = 2;
  static final int WFS_PTR_INKLOW = 1;
  static final int WFS_PTR_INKOUT = 2;

  static final int WFS_PTR_RETRACTBINFULL = 1;
  static final int WFS_PTR_RETRACTBINHIGH = 4;
  static final int WFS_PTR_RETRACTBINMISSING = 5;

  static final int WFS_PTR_WRITETEXT = 1;

  static final int WFS_PTR_CTRLEJECT = 1;
  static final int WFS_PTR_CTRLCUT = 4;
  static final int WFS_PTR_CTRLFLUSH = 16;
  static final int WFS_PTR_CTRLRETRACT = 32;
  static final int WFS_PTR_CTRLPARTIALCUT = 128;
  static final int WFS_PTR_CTRLCLEARBUFFER = 131_072;

  static final int WFS_PTR_PAPERANY = 1;

  static final int WFS_PTR_UNICODE = 2;

  static final int WFS_PTR_ALNUSEFORMDEFN = 0;
  static final int WFS_PTR_OFFSETUSEFORMDEFN = 65_535;
  static final int WFS_PTR_NOINPUTDATA = 0;

  static final int WFS_ERR_PTR_FORMNOTFOUND = -100;
  static final int WFS_ERR_PTR_FIELDNOTFOUND = -101;
  static final int WFS_ERR_PTR_NOMEDIAPRESENT = -102;
  static final int WFS_ERR_PTR_MEDIANOTFOUND = -108;
  static final int WFS_ERR_PTR_MEDIAINVALID = -110;
  static final int WFS_ERR_PTR_FORMINVALID = -111;
  static final int WFS_ERR_PTR_FIELDINVALID = -112;
  static final int WFS_ERR_PTR_MEDIASKEWED = -113;
  static final int WFS_ERR_PTR_RETRACTBINFULL = -114;
  static final int WFS_ERR_PTR_STACKERFULL = -115;
  static final int WFS_ERR_PTR_SHUTTERFAIL = -118;
  static final int WFS_ERR_PTR_MEDIAJAMMED = -119;
  static final int WFS_ERR_PTR_PAPERJAMMED = -122;
  static final int WFS_ERR_PTR_PAPEROUT = -123;
  static final int WFS_ERR_PTR_SEQUENCEINVALID = -128;
  static final int WFS_ERR_PTR_BLACKMARK = -132;

  static final XfsStructure WFSPTRSTATUS =
      XfsStructure.named("WFSPTRSTATUS")
          .words("fwDevice", "fwMedia")
          .words("fwPaper", 16)
          .words("fwToner", "fwInk", "fwLamp")
          .pointers("lppRetractBins")
          .words("usMediaOnStacker")
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .dwords("dwGuidLights", 32)
          .words("wDevicePosition", "usPowerSaveRecoveryTime")
          .since(XfsVersion.V3_20)
          .words("wPaperType", 16)
          .words("wAntiFraudModule")
          .since(XfsVersion.V3_30)
          .words("wBlackMarkMode")
          .build();

  static final XfsStructure WFSPTRRETRACTBINS =
      XfsStructure.named("WFSPTRRETRACTBINS").words("wRetractBin", "usRetractCount").build();

  static final XfsStructure WFSPTRCAPS =
      XfsStructure.named("WFSPTRCAPS")
          .words("wClass", "fwType")
          .dwords("bCompound")
          .words(
              "wResolution",
              "fwReadForm",
              "fwWriteForm",
              "fwExtents",
              "fwControl",
              "usMaxMediaOnStacker")
          .dwords("bAcceptMedia", "bMultiPage")
          .words("fwPaperSources")
          .dwords("bMediaTaken")
          .words("usRetractBins")
          .pointers("lpusMaxRetract")
          .words(
              "fwImageType",
              "fwFrontImageColorFormat",
              "fwBackImageColorFormat",
              "fwCodelineFormat",
              "fwImageSource",
              "fwCharSupport")
          .dwords("bDispensePaper")
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .dwords("dwGuidLights", 32)
          .pointers("lpszWindowsPrinter")
          .dwords("bMediaPresented")
          .words("usAutoRetractPeriod")
          .dwords("bRetractToTransport", "bPowerSaveControl")
          .since(XfsVersion.V3_20)
          .words("fwCoercivityType", "fwControlPassbook", "wPrintSides")
          .dwords("bAntiFraudModule")
          .since(XfsVersion.V3_30)
          .dwords("dwControlEx", "bBlackMarkModeSupported")
          .pointers("lpdwSynchronizableCommands")
          .build();

  static final XfsStructure WFSFRMHEADER =
      XfsStructure.named("WFSFRMHEADER")
          .pointers("lpszFormName")
          .words(
              "wBase",
              "wUnitX",
              "wUnitY",
              "wWidth",
              "wHeight",
              "wAlignment",
              "wOrientation",
              "wOffsetX",
              "wOffsetY",
              "wVersionMajor",
              "wVersionMinor")
          .pointers("lpszUserPrompt")
          .words("fwCharSupport")
          .pointers("lpszFields")
          .since(XfsVersion.V3_10)
          .words("wLanguageID")
          .build();

  static final XfsStructure WFSPTRPRINTFORM =
      XfsStructure.named("WFSPTRPRINTFORM")
          .pointers("lpszFormName", "lpszMediaName")
          .words("wAlignment", "wOffsetX", "wOffsetY", "wResolution")
          .dwords("dwMediaControl")
          .pointers("lpszFields", "lpszUNICODEFields")
          .words("wPaperSource")
          .build();

  static final XfsStructure WFSPTRRAWDATA =
      XfsStructure.named("WFSPTRRAWDATA")
          .words("wInputData")
          .dwords("ulSize")
          .pointers("lpbData")
          .build();

  static final XfsStructure WFSPTRFIELDFAIL =
      XfsStructure.named("WFSPTRFIELDFAIL")
          .pointers("lpszFormName", "lpszFieldName")
          .words("wFailure")
          .build();

  private Ptr() {}
}
