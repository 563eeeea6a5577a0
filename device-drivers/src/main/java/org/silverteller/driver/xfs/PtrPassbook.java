package org.silverteller.driver.xfs;

import org.silverteller.driver.xfs.XfsStructure.Type;

/** Numbers and structures of xfsptr.h, the printer module (CWA 16926-3), for a passbook printer. */
@SuppressWarnings("MemberName")
final class PtrPassbook {

  static final int WFS_INF_PTR_STATUS = 101;
  static final int WFS_INF_PTR_CAPABILITIES = 102;
  static final int WFS_INF_PTR_QUERY_MEDIA = 106;

  static final int WFS_CMD_PTR_CONTROL_MEDIA = 101;
  static final int WFS_CMD_PTR_PRINT_FORM = 102;
  static final int WFS_CMD_PTR_READ_FORM = 103;
  static final int WFS_CMD_PTR_RESET = 108;
  static final int WFS_CMD_PTR_RETRACT_MEDIA = 109;
  static final int WFS_CMD_PTR_CONTROL_PASSBOOK = 116;

  static final int WFS_EXEE_PTR_NOMEDIA = 101;
  static final int WFS_EXEE_PTR_MEDIAINSERTED = 102;
  static final int WFS_SRVE_PTR_MEDIATAKEN = 106;
  static final int WFS_SRVE_PTR_MEDIAINSERTED = 109;

  static final int WFS_PTR_MEDIAPRESENT = 0;
  static final int WFS_PTR_MEDIANOTPRESENT = 1;
  static final int WFS_PTR_MEDIAJAMMED = 2;
  static final int WFS_PTR_MEDIAENTERING = 5;
  static final int WFS_PTR_MEDIARETRACTED = 6;
  static final int WFS_PTR_MEDIAEXPELLED = 7;
  static final int WFS_PTR_RETRACTBINFULL = 1;
  static final int WFS_PTR_READPAGEMARK = 16;

  static final int WFS_PTR_CTRLEJECT = 1;
  static final int WFS_PTR_CTRLFLUSH = 16;
  static final int WFS_PTR_CTRLATPFORWARD = 512;
  static final int WFS_PTR_CTRLATPBACKWARD = 1024;
  static final int WFS_PTR_PBKCTRLTURNFORWARD = 1;
  static final int WFS_PTR_PBKCTRLTURNBACKWARD = 2;

  static final int WFS_PTR_ALNTOPLEFT = 1;
  static final int WFS_PTR_PAPERANY = 1;

  static final int WFS_ERR_PTR_NOMEDIAPRESENT = -102;
  static final int WFS_ERR_PTR_READNOTSUPPORTED = -103;
  static final int WFS_ERR_PTR_MEDIAOVERFLOW = -105;
  static final int WFS_ERR_PTR_MEDIAINVALID = -110;
  static final int WFS_ERR_PTR_MEDIASKEWED = -113;
  static final int WFS_ERR_PTR_RETRACTBINFULL = -114;
  static final int WFS_ERR_PTR_PAGETURNFAIL = -116;
  static final int WFS_ERR_PTR_SHUTTERFAIL = -118;
  static final int WFS_ERR_PTR_MEDIAJAMMED = -119;
  static final int WFS_ERR_PTR_MSFERROR = -136;
  static final int WFS_ERR_PTR_NOMSF = -137;
  static final int WFS_ERR_PTR_PASSBOOKCLOSED = -141;
  static final int WFS_ERR_PTR_LASTORFIRSTPAGEREACHED = -142;

  static final XfsStructure WFSPTRSTATUS =
      XfsStructure.named("WFSPTRSTATUS")
          .words("fwDevice", "fwMedia")
          .array(Type.WORD, "fwPaper", 16)
          .words("fwToner", "fwInk", "fwLamp")
          .pointers("lppRetractBins")
          .words("usMediaOnStacker")
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .array(Type.DWORD, "dwGuidLights", 32)
          .words("wDevicePosition", "usPowerSaveRecoveryTime")
          .since(XfsVersion.V3_20)
          .array(Type.WORD, "wPaperType", 16)
          .words("wAntiFraudModule")
          .since(XfsVersion.V3_30)
          .words("wBlackMarkMode")
          .build();

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
          .array(Type.DWORD, "dwGuidLights", 32)
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

  static final XfsStructure WFSPTRREADFORM =
      XfsStructure.named("WFSPTRREADFORM")
          .pointers("lpszFormName", "lpszFieldNames", "lpszMediaName")
          .dwords("dwMediaControl")
          .build();

  static final XfsStructure WFSPTRREADFORMOUT =
      XfsStructure.named("WFSPTRREADFORMOUT").pointers("lpszFields", "lpszUNICODEFields").build();

  static final XfsStructure WFSPTRPRINTFORM =
      XfsStructure.named("WFSPTRPRINTFORM")
          .pointers("lpszFormName", "lpszMediaName")
          .words("wAlignment", "wOffsetX", "wOffsetY", "wResolution")
          .dwords("dwMediaControl")
          .pointers("lpszFields", "lpszUNICODEFields")
          .words("wPaperSource")
          .build();

  static final XfsStructure WFSFRMMEDIA =
      XfsStructure.named("WFSFRMMEDIA")
          .words(
              "fwMediaType",
              "wBase",
              "wUnitX",
              "wUnitY",
              "wSizeWidth",
              "wSizeHeight",
              "wPageCount",
              "wLineCount",
              "wPrintAreaX",
              "wPrintAreaY",
              "wPrintAreaWidth",
              "wPrintAreaHeight",
              "wRestrictedAreaX",
              "wRestrictedAreaY",
              "wRestrictedAreaWidth",
              "wRestrictedAreaHeight",
              "wStagger",
              "wFoldType",
              "wPaperSources")
          .build();

  static final XfsStructure WFSPTRCONTROLPASSBOOK =
      XfsStructure.named("WFSPTRCONTROLPASSBOOK")
          .since(XfsVersion.V3_20)
          .words("wAction", "usCount")
          .build();

  static final XfsStructure WFSPTRRESET =
      XfsStructure.named("WFSPTRRESET")
          .dwords("dwMediaControl")
          .words("usRetractBinNumber")
          .build();

  static final XfsStructure WFSPTRRETRACTBINS =
      XfsStructure.named("WFSPTRRETRACTBINS").words("wRetractBin", "usRetractCount").build();

  private PtrPassbook() {}
}
