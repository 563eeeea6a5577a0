package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.device.ProbedDevice;
import org.silverteller.driver.xfs.XfsConfig.Role;

/** What services answer of themselves: every mapped field of their status and capabilities. */
final class XfsProbe {

  private static final String EXTRA = "lpszExtra";

  /** Where a class of services tells of itself. */
  private record Telling(
      String kind,
      int statusCategory,
      XfsStructure status,
      int capabilitiesCategory,
      XfsStructure capabilities) {}

  private static final Map<Role, Telling> CLASSES =
      Map.ofEntries(
          Map.entry(
              Role.CARD_READER,
              new Telling(
                  "IDC",
                  Idc.WFS_INF_IDC_STATUS,
                  Idc.WFSIDCSTATUS,
                  Idc.WFS_INF_IDC_CAPABILITIES,
                  Idc.WFSIDCCAPS)),
          Map.entry(
              Role.DISPENSER,
              new Telling(
                  "CDM",
                  Cdm.WFS_INF_CDM_STATUS,
                  Cdm.WFSCDMSTATUS,
                  Cdm.WFS_INF_CDM_CAPABILITIES,
                  Cdm.WFSCDMCAPS)),
          Map.entry(
              Role.PIN_PAD,
              new Telling(
                  "PIN",
                  Pin.WFS_INF_PIN_STATUS,
                  Pin.WFSPINSTATUS,
                  Pin.WFS_INF_PIN_CAPABILITIES,
                  Pin.WFSPINCAPS)),
          Map.entry(
              Role.RECEIPT_PRINTER,
              new Telling(
                  "PTR",
                  Ptr.WFS_INF_PTR_STATUS,
                  Ptr.WFSPTRSTATUS,
                  Ptr.WFS_INF_PTR_CAPABILITIES,
                  Ptr.WFSPTRCAPS)),
          Map.entry(
              Role.PASSBOOK_UNIT,
              new Telling(
                  "PTR",
                  Ptr.WFS_INF_PTR_STATUS,
                  Ptr.WFSPTRSTATUS,
                  Ptr.WFS_INF_PTR_CAPABILITIES,
                  Ptr.WFSPTRCAPS)),
          Map.entry(
              Role.CASH_ACCEPTOR,
              new Telling(
                  "CIM",
                  Cim.WFS_INF_CIM_STATUS,
                  Cim.WFSCIMSTATUS,
                  Cim.WFS_INF_CIM_CAPABILITIES,
                  Cim.WFSCIMCAPS)),
          Map.entry(
              Role.SENSORS,
              new Telling(
                  "SIU",
                  Siu.WFS_INF_SIU_STATUS,
                  Siu.WFSSIUSTATUS,
                  Siu.WFS_INF_SIU_CAPABILITIES,
                  Siu.WFSSIUCAPS)),
          Map.entry(
              Role.OPERATOR_PANEL,
              new Telling(
                  "TTU",
                  Ttu.WFS_INF_TTU_STATUS,
                  Ttu.WFSTTUSTATUS,
                  Ttu.WFS_INF_TTU_CAPABILITIES,
                  Ttu.WFSTTUCAPS)),
          Map.entry(
              Role.TEXT_SCREEN,
              new Telling(
                  "TTU",
                  Ttu.WFS_INF_TTU_STATUS,
                  Ttu.WFSTTUSTATUS,
                  Ttu.WFS_INF_TTU_CAPABILITIES,
                  Ttu.WFSTTUCAPS)));

  private final XfsManager manager;
  private final XfsConfig config;

  XfsProbe(XfsManager manager, XfsConfig config) {
    this.manager = manager;
    this.config = config;
  }

  /** All configured services, in the order of their roles. */
  List<ProbedDevice> all() {
    List<ProbedDevice> found = new ArrayList<>();
    for (Role role : Role.values()) {
      Optional.ofNullable(config.services().get(role))
          .ifPresent(name -> found.add(one(name, CLASSES.get(role))));
    }
    return found;
  }

  private ProbedDevice one(String name, Telling telling) {
    try (XfsService service = manager.open(name)) {
      Map<String, String> extras = new LinkedHashMap<>();
      Map<String, String> status =
          told(service, telling.statusCategory(), telling.status(), extras);
      Map<String, String> capabilities =
          told(service, telling.capabilitiesCategory(), telling.capabilities(), extras);
      return new ProbedDevice(
          name,
          telling.kind(),
          XfsVersion.text(service.version()),
          Optional.empty(),
          status,
          capabilities,
          extras);
    } catch (XfsFault fault) {
      return ProbedDevice.failed(name, telling.kind(), fault.getMessage());
    } catch (XfsFault.Malformed malformed) {
      return ProbedDevice.failed(name, telling.kind(), malformed.getMessage());
    }
  }

  private static Map<String, String> told(
      XfsService service, int category, XfsStructure structure, Map<String, String> extras)
      throws XfsFault {
    try (XfsResult result = service.info(category)) {
      XfsRecord record = result.as(structure, service.dialect());
      if (record.has(EXTRA)) {
        extras.putAll(record.extra(EXTRA));
      }
      return record.numbers();
    }
  }
}
