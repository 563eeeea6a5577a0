package org.silverteller.driver.xfs;

/** What a passbook printer has of xfsptr.h (CWA 16926-3) beside {@link Ptr}. */
@SuppressWarnings("MemberName")
final class PtrPassbook {

  static final int WFS_INF_PTR_QUERY_MEDIA = 106;

  static final int WFS_CMD_PTR_READ_FORM = 103;
  static final int WFS_CMD_PTR_RETRACT_MEDIA = 109;
  static final int WFS_CMD_PTR_CONTROL_PASSBOOK = 116;

  static final int WFS_EXEE_PTR_NOMEDIA = 101;
  static final int WFS_EXEE_PTR_MEDIAINSERTED = 102;
  static final int WFS_SRVE_PTR_MEDIAINSERTED = 109;

  static final int WFS_PTR_MEDIAPRESENT = 0;
  static final int WFS_PTR_MEDIANOTPRESENT = 1;
  static final int WFS_PTR_MEDIAENTERING = 5;
  static final int WFS_PTR_MEDIARETRACTED = 6;
  static final int WFS_PTR_MEDIAEXPELLED = 7;
  static final int WFS_PTR_READPAGEMARK = 16;

  static final int WFS_PTR_CTRLATPFORWARD = 512;
  static final int WFS_PTR_CTRLATPBACKWARD = 1024;
  static final int WFS_PTR_PBKCTRLTURNFORWARD = 1;
  static final int WFS_PTR_PBKCTRLTURNBACKWARD = 2;

  static final int WFS_PTR_ALNTOPLEFT = 1;

  static final int WFS_ERR_PTR_READNOTSUPPORTED = -103;
  static final int WFS_ERR_PTR_MEDIAOVERFLOW = -105;
  static final int WFS_ERR_PTR_PAGETURNFAIL = -116;
  static final int WFS_ERR_PTR_MSFERROR = -136;
  static final int WFS_ERR_PTR_NOMSF = -137;
  static final int WFS_ERR_PTR_PASSBOOKCLOSED = -141;
  static final int WFS_ERR_PTR_LASTORFIRSTPAGEREACHED = -142;

  static final XfsStructure WFSPTRREADFORM =
      XfsStructure.named("WFSPTRREADFORM")
          .pointers("lpszFormName", "lpszFieldNames", "lpszMediaName")
          .dwords("dwMediaControl")
          .build();

  static final XfsStructure WFSPTRREADFORMOUT =
      XfsStructure.named("WFSPTRREADFORMOUT").pointers("lpszFields", "lpszUNICODEFields").build();

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

  private PtrPassbook() {}
}
