package org.silverteller.simulator.xfs;

import com.sun.jna.Pointer;
import java.util.Map;
import org.silverteller.device.DeviceFault;
import org.silverteller.device.DeviceStatus;

/** What the providers of receipt printer and passbook unit (PTR) have in common. */
abstract class PtrProvider extends PortProvider {

  static final int STATUS = 101;
  static final int CAPABILITIES = 102;

  static final int CONTROL_MEDIA = 101;
  static final int PRINT_FORM = 102;
  static final int RESET = 108;

  static final int ERR_FORMNOTFOUND = -100;
  static final int ERR_MEDIANOTFOUND = -108;

  static final int CTRLEJECT = 1;
  static final int CTRLFLUSH = 16;
  static final int CTRLRETRACT = 32;

  static final int MEDIAPRESENT = 0;
  static final int MEDIANOTPRESENT = 1;
  static final int MEDIAJAMMED = 2;
  static final int MEDIAUNKNOWN = 4;
  static final int MEDIAENTERING = 5;

  static final int CHAR = 1;

  private static final int NOTSUPP = 3;
  private static final int SUPPLIES = 16;

  PtrProvider(VirtualXfsManager manager, Station station, Map<DeviceFault.Kind, Integer> codes) {
    super(manager, station, codes);
  }

  /** A WFSPTRSTATUS of a printer without supplies of paper, toner and ink. */
  static NativeStructure ptrStatus(XfsCall.Told told, DeviceStatus status, int fwMedia) {
    NativeStructure answer =
        told.structure("WFSPTRSTATUS")
            .number("fwDevice", fwDevice(status))
            .number("fwMedia", fwMedia)
            .number("fwToner", NOTSUPP)
            .number("fwInk", NOTSUPP)
            .number("fwLamp", NOTSUPP)
            .target("lpszExtra", told.extra("Model=Virtual 1"));
    for (int supply = 0; supply < SUPPLIES; supply++) {
      answer.wordElement("fwPaper", supply, NOTSUPP);
    }
    return answer;
  }

  /** What the application gave as a request's data, where that is one string. */
  static String text(XfsCall call) {
    Pointer text = call.data();
    return text == null
        ? ""
        : new String(text.getByteArray(0, (int) text.indexOf(0, (byte) 0)), call.charset());
  }
}
