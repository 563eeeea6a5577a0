package org.silverteller.driver.xfs;

/** Numbers and structures of xfspin.h, the PIN keypad module (CWA 16926-6). */
@SuppressWarnings("MemberName")
final class Pin {

  static final int WFS_INF_PIN_STATUS = 401;
  static final int WFS_INF_PIN_CAPABILITIES = 402;
  static final int WFS_INF_PIN_KEY_DETAIL = 404;
  static final int WFS_INF_PIN_FUNCKEY_DETAIL = 405;
  static final int WFS_INF_PIN_KEY_DETAIL_EX = 407;

  static final int WFS_CMD_PIN_CRYPT = 401;
  static final int WFS_CMD_PIN_IMPORT_KEY = 403;
  static final int WFS_CMD_PIN_GET_PIN = 405;
  static final int WFS_CMD_PIN_GET_PINBLOCK = 407;
  static final int WFS_CMD_PIN_GET_DATA = 408;
  static final int WFS_CMD_PIN_RESET = 418;
  static final int WFS_CMD_PIN_IMPORT_KEY_EX = 423;
  static final int WFS_CMD_PIN_GENERATE_KCV = 439;
  static final int WFS_CMD_PIN_IMPORT_KEYBLOCK = 446;
  static final int WFS_CMD_PIN_GET_PINBLOCK_EX = 453;

  static final int WFS_EXEE_PIN_KEY = 401;
  static final int WFS_SRVE_PIN_ILLEGAL_KEY_ACCESS = 403;
  static final int WFS_EXEE_PIN_ENTERDATA = 408;

  static final int WFS_PIN_ENCNOTREADY = 1;
  static final int WFS_PIN_ENCNOTINITIALIZED = 2;
  static final int WFS_PIN_ENCUNDEFINED = 4;
  static final int WFS_PIN_ENCPINTAMPERED = 6;

  static final int WFS_PIN_CRYPTDESMAC = 32;
  static final int WFS_PIN_CRYPTTRIDESECB = 64;
  static final int WFS_PIN_CRYPTTRIDESMAC = 512;
  static final int WFS_PIN_CRYPTSM4 = 4096;

  static final int WFS_PIN_FORMANSI = 2;
  static final int WFS_PIN_FORMISO0 = 4;

  static final int WFS_PIN_KCVNONE = 0;
  static final int WFS_PIN_KCVZERO = 2;

  static final int WFS_PIN_ANSTR31KEYBLOCK = 1;
  static final int WFS_PIN_ANSTR31KEYBLOCKB = 2;
  static final int WFS_PIN_ANSTR31KEYBLOCKC = 4;

  static final int WFS_PIN_USECRYPT = 1;
  static final int WFS_PIN_USEFUNCTION = 2;
  static final int WFS_PIN_USEMACING = 4;
  static final int WFS_PIN_USEKEYENCKEY = 32;

  static final int WFS_PIN_FK_0 = 1;
  static final int WFS_PIN_FK_9 = 512;
  static final int WFS_PIN_FK_ENTER = 1024;
  static final int WFS_PIN_FK_CANCEL = 2048;
  static final int WFS_PIN_FK_CLEAR = 4096;
  static final int WFS_PIN_FK_BACKSPACE = 8192;

  static final int WFS_PIN_MODEENCRYPT = 1;

  static final int WFS_PIN_COMPAUTO = 0;
  static final int WFS_PIN_COMPENTER = 1;
  static final int WFS_PIN_COMPCANCEL = 2;
  static final int WFS_PIN_COMPCLEAR = 7;
  static final int WFS_PIN_COMPBACKSPACE = 8;
  static final int WFS_PIN_COMPFDK = 9;
  static final int WFS_PIN_COMPCONTFDK = 12;

  static final int WFS_ERR_PIN_KEYNOTFOUND = -400;
  static final int WFS_ERR_PIN_MODENOTSUPPORTED = -401;
  static final int WFS_ERR_PIN_ACCESSDENIED = -402;
  static final int WFS_ERR_PIN_INVALIDID = -403;
  static final int WFS_ERR_PIN_DUPLICATEKEY = -404;
  static final int WFS_ERR_PIN_KEYNOVALUE = -406;
  static final int WFS_ERR_PIN_USEVIOLATION = -407;
  static final int WFS_ERR_PIN_NOPIN = -408;
  static final int WFS_ERR_PIN_INVALIDKEYLENGTH = -409;
  static final int WFS_ERR_PIN_KEYINVALID = -410;
  static final int WFS_ERR_PIN_KEYNOTSUPPORTED = -411;
  static final int WFS_ERR_PIN_NOACTIVEKEYS = -412;
  static final int WFS_ERR_PIN_NOTERMINATEKEYS = -414;
  static final int WFS_ERR_PIN_MINIMUMLENGTH = -415;
  static final int WFS_ERR_PIN_NOKEYRAM = -419;
  static final int WFS_ERR_PIN_ALGORITHMNOTSUPP = -421;
  static final int WFS_ERR_PIN_FORMATNOTSUPP = -422;
  static final int WFS_ERR_PIN_MACINVALID = -424;
  static final int WFS_ERR_PIN_FORMATINVALID = -426;
  static final int WFS_ERR_PIN_CONTENTINVALID = -427;

  static final XfsStructure WFSPINSTATUS =
      XfsStructure.named("WFSPINSTATUS")
          .words("fwDevice", "fwEncStat")
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .dwords("dwGuidLights", 32)
          .words("fwAutoBeepMode")
          .dwords("dwCertificateState")
          .words("wDevicePosition", "usPowerSaveRecoveryTime")
          .since(XfsVersion.V3_20)
          .words("wAntiFraudModule")
          .build();

  static final XfsStructure WFSPINCAPS =
      XfsStructure.named("WFSPINCAPS")
          .words("wClass", "fwType")
          .dwords("bCompound")
          .words(
              "usKeyNum",
              "fwAlgorithms",
              "fwPinFormats",
              "fwDerivationAlgorithms",
              "fwPresentationAlgorithms",
              "fwDisplay")
          .dwords("bIDConnect")
          .words("fwIDKey", "fwValidationAlgorithms", "fwKeyCheckModes")
          .pointers("lpszExtra")
          .since(XfsVersion.V3_10)
          .dwords("dwGuidLights", 32)
          .dwords("bPINCanPersistAfterUse")
          .words("fwAutoBeep")
          .pointers("lpsHSMVendor")
          .dwords(
              "bHSMJournaling",
              "dwRSAAuthenticationScheme",
              "dwRSASignatureAlgorithm",
              "dwRSACryptAlgorithm",
              "dwRSAKeyCheckMode",
              "dwSignatureScheme")
          .pointers("lpwEMVImportSchemes")
          .words("fwEMVHashAlgorithm")
          .dwords("bKeyImportThroughParts")
          .words("fwENCIOProtocols")
          .dwords("bTypeCombined", "bSetPinblockDataRequired")
          .words("fwKeyBlockImportFormats")
          .dwords("bPowerSaveControl")
          .since(XfsVersion.V3_20)
          .dwords("bAntiFraudModule")
          .since(XfsVersion.V3_30)
          .words("wDESKeyLength", "wCertificateTypes")
          .pointers("lppLoadCertOptions")
          .dwords("dwCRKLLoadOptions")
          .pointers("lpETSCaps", "lpdwSynchronizableCommands", "lppRestrictedKeyEncKeySupport")
          .build();

  static final XfsStructure WFSPINKEYDETAIL =
      XfsStructure.named("WFSPINKEYDETAIL")
          .pointers("lpsKeyName")
          .words("fwUse")
          .dwords("bLoaded")
          .since(XfsVersion.V3_10)
          .pointers("lpxKeyBlockHeader")
          .build();

  static final XfsStructure WFSPINKEYDETAILEX =
      XfsStructure.named("WFSPINKEYDETAILEX")
          .pointers("lpsKeyName")
          .dwords("dwUse")
          .bytes("bGeneration", "bVersion")
          .bytes("bActivatingDate", 4)
          .bytes("bExpiryDate", 4)
          .dwords("bLoaded")
          .since(XfsVersion.V3_10)
          .pointers("lpxKeyBlockHeader")
          .build();

  static final XfsStructure WFSPINFUNCKEYDETAIL =
      XfsStructure.named("WFSPINFUNCKEYDETAIL")
          .dwords("ulFuncMask")
          .words("usNumberFDKs")
          .pointers("lppFDKs")
          .build();

  static final XfsStructure WFSPINGETPIN =
      XfsStructure.named("WFSPINGETPIN")
          .words("usMinLen", "usMaxLen")
          .dwords("bAutoEnd")
          .bytes("cEcho")
          .dwords("ulActiveFDKs", "ulActiveKeys", "ulTerminateFDKs", "ulTerminateKeys")
          .build();

  static final XfsStructure WFSPINENTRY =
      XfsStructure.named("WFSPINENTRY").words("usDigits", "wCompletion").build();

  static final XfsStructure WFSPINGETDATA =
      XfsStructure.named("WFSPINGETDATA")
          .words("usMaxLen")
          .dwords("bAutoEnd", "ulActiveFDKs", "ulActiveKeys", "ulTerminateFDKs", "ulTerminateKeys")
          .build();

  static final XfsStructure WFSPINKEY =
      XfsStructure.named("WFSPINKEY").words("wCompletion").dwords("ulDigit").build();

  static final XfsStructure WFSPINBLOCK =
      XfsStructure.named("WFSPINBLOCK")
          .pointers("lpsCustomerData", "lpsXORData")
          .bytes("bPadding")
          .words("wFormat")
          .pointers("lpsKey", "lpsKeyEncKey")
          .build();

  static final XfsStructure WFSPINBLOCKEX =
      XfsStructure.named("WFSPINBLOCKEX")
          .since(XfsVersion.V3_30)
          .pointers("lpsCustomerData", "lpsXORData")
          .bytes("bPadding")
          .dwords("dwFormat")
          .pointers("lpsKey", "lpsKeyEncKey")
          .dwords("dwAlgorithm")
          .build();

  static final XfsStructure WFSPINIMPORT =
      XfsStructure.named("WFSPINIMPORT")
          .pointers("lpsKey", "lpsEncKey", "lpxIdent", "lpxValue")
          .words("fwUse")
          .build();

  static final XfsStructure WFSPINIMPORTKEYEX =
      XfsStructure.named("WFSPINIMPORTKEYEX")
          .pointers("lpsKey", "lpsEncKey", "lpxValue", "lpxControlVector")
          .dwords("dwUse")
          .words("wKeyCheckMode")
          .pointers("lpxKeyCheckValue")
          .build();

  static final XfsStructure WFSPINIMPORTKEYBLOCK =
      XfsStructure.named("WFSPINIMPORTKEYBLOCK")
          .since(XfsVersion.V3_10)
          .pointers("lpsKey", "lpsEncKey", "lpxKeyBlock")
          .build();

  static final XfsStructure WFSPINCRYPT =
      XfsStructure.named("WFSPINCRYPT")
          .words("wMode")
          .pointers("lpsKey", "lpxKeyEncKey")
          .words("wAlgorithm")
          .pointers("lpsStartValueKey", "lpxStartValue")
          .bytes("bPadding", "bCompression")
          .pointers("lpxCryptData")
          .build();

  static final XfsStructure WFSXDATA =
      XfsStructure.named("WFSXDATA").words("usLength").pointers("lpbData").build();

  static final XfsStructure WFSPINGENERATEKCV =
      XfsStructure.named("WFSPINGENERATEKCV").pointers("lpsKey").words("wKeyCheckMode").build();

  static final XfsStructure WFSPINKCV = XfsStructure.named("WFSPINKCV").pointers("lpxKCV").build();

  private Pin() {}
}
