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
      Map.of(
          Role.DISPENSER,
          new Telling(
              "CDM",
              Cdm.WFS_INF_CDM_STATUS,
              Cdm.WFSCDMSTATUS,
              Cdm.WFS_INF_CDM_CAPABILITIES,
              Cdm.WFSCDMCAPS));

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
