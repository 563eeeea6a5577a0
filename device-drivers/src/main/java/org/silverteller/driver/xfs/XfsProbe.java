package org.silverteller.driver.xfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silverteller.device.ProbedDevice;
import org.silverteller.device.ProbedValue;
import org.silverteller.device.ProbedValue.Part;
import org.silverteller.device.ProbedValue.Parts;
import org.silverteller.driver.xfs.XfsConfig.Role;

/** What services answer of themselves: every mapped field of their status and capabilities. */
final class XfsProbe {

  private static final String EXTRA = "lpszExtra";

  /**
   * One answer of a service.
   *
   * @param lists the fields that point to lists of structures
   */
  private record Answer(int category, XfsStructure structure, Map<String, XfsStructure> lists) {
    Answer(int category, XfsStructure structure) {
      this(category, structure, Map.of());
    }
  }

  /** Where a class of services tells of itself. */
  private record Telling(String kind, Answer status, Answer capabilities) {

    private static final Telling IDC =
        new Telling(
            "IDC",
            new Answer(Idc.WFS_INF_IDC_STATUS, Idc.WFSIDCSTATUS),
            new Answer(Idc.WFS_INF_IDC_CAPABILITIES, Idc.WFSIDCCAPS));
    private static final Telling CDM =
        new Telling(
            "CDM",
            new Answer(
                Cdm.WFS_INF_CDM_STATUS, Cdm.WFSCDMSTATUS, Map.of("lppPositions", Cdm.WFSCDMOUTPOS)),
            new Answer(Cdm.WFS_INF_CDM_CAPABILITIES, Cdm.WFSCDMCAPS));
    private static final Telling CIM =
        new Telling(
            "CIM",
            new Answer(
                Cim.WFS_INF_CIM_STATUS, Cim.WFSCIMSTATUS, Map.of("lppPositions", Cim.WFSCIMINPOS)),
            new Answer(Cim.WFS_INF_CIM_CAPABILITIES, Cim.WFSCIMCAPS));
    private static final Telling PIN =
        new Telling(
            "PIN",
            new Answer(Pin.WFS_INF_PIN_STATUS, Pin.WFSPINSTATUS),
            new Answer(Pin.WFS_INF_PIN_CAPABILITIES, Pin.WFSPINCAPS));
    private static final Telling PTR =
        new Telling(
            "PTR",
            new Answer(
                Ptr.WFS_INF_PTR_STATUS,
                Ptr.WFSPTRSTATUS,
                Map.of("lppRetractBins", Ptr.WFSPTRRETRACTBINS)),
            new Answer(Ptr.WFS_INF_PTR_CAPABILITIES, Ptr.WFSPTRCAPS));
    private static final Telling SIU =
        new Telling(
            "SIU",
            new Answer(Siu.WFS_INF_SIU_STATUS, Siu.WFSSIUSTATUS),
            new Answer(Siu.WFS_INF_SIU_CAPABILITIES, Siu.WFSSIUCAPS));
    private static final Telling TTU =
        new Telling(
            "TTU",
            new Answer(Ttu.WFS_INF_TTU_STATUS, Ttu.WFSTTUSTATUS),
            new Answer(
                Ttu.WFS_INF_TTU_CAPABILITIES,
                Ttu.WFSTTUCAPS,
                Map.of("lppResolutions", Ttu.WFSTTURESOLUTION)));

    static Telling of(Role role) {
      return switch (role) {
        case CARD_READER -> IDC;
        case DISPENSER -> CDM;
        case CASH_ACCEPTOR -> CIM;
        case PIN_PAD -> PIN;
        case RECEIPT_PRINTER, PASSBOOK_UNIT -> PTR;
        case SENSORS -> SIU;
        case OPERATOR_PANEL, TEXT_SCREEN -> TTU;
      };
    }
  }

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
          .ifPresent(name -> found.add(one(name, Telling.of(role))));
    }
    return found;
  }

  private ProbedDevice one(String name, Telling telling) {
    try (XfsService service = manager.open(name)) {
      Map<String, String> extras = new LinkedHashMap<>();
      Map<String, ProbedValue> status = told(service, telling.status(), extras);
      Map<String, ProbedValue> capabilities = told(service, telling.capabilities(), extras);
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

  private static Map<String, ProbedValue> told(
      XfsService service, Answer answer, Map<String, String> extras) throws XfsFault {
    try (XfsResult result = service.info(answer.category())) {
      XfsRecord record = result.as(answer.structure(), service.dialect());
      if (record.has(EXTRA)) {
        extras.putAll(record.extra(EXTRA));
      }
      Map<String, ProbedValue> told = fields(record, answer.structure());
      answer
          .lists()
          .forEach(
              (field, entry) ->
                  told.put(
                      field,
                      new ProbedValue.Items(
                          record.list(field, entry).stream()
                              .map(item -> parts(item, entry))
                              .toList())));
      return told;
    }
  }

  private static Map<String, ProbedValue> fields(XfsRecord record, XfsStructure structure) {
    Map<String, ProbedValue> fields = new LinkedHashMap<>();
    record
        .numbers()
        .forEach(
            (field, values) ->
                fields.put(
                    field,
                    values.length == 1
                        ? XfsFields.read(structure.name(), field, values[0])
                        : XfsFields.read(structure.name(), field, values)));
    return fields;
  }

  private static Parts parts(XfsRecord record, XfsStructure structure) {
    return new Parts(
        fields(record, structure).entrySet().stream()
            .map(field -> new Part(field.getKey(), field.getKey(), field.getValue()))
            .toList());
  }
}
