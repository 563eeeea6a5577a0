package org.silverteller.driver.xfs;

/** Structures of xfsapi.h. */
final class ApiStructures {

  static final XfsStructure WFSRESULT =
      XfsStructure.named("WFSRESULT")
          .dwords("RequestID")
          .words("hService")
          .bytes("tsTimestamp", 16)
          .dwords("hResult", "u.dwCommandCode")
          .or("u.dwEventID")
          .pointers("lpBuffer")
          .build();

  static final XfsStructure WFSVERSION =
      XfsStructure.named("WFSVERSION")
          .words("wVersion", "wLowVersion", "wHighVersion")
          .bytes("szDescription", 257)
          .bytes("szSystemStatus", 257)
          .build();

  static final XfsStructure WFSDEVSTATUS =
      XfsStructure.named("WFSDEVSTATUS")
          .pointers("lpszPhysicalName", "lpszWorkstationName")
          .dwords("dwState")
          .build();

  private ApiStructures() {}
}
