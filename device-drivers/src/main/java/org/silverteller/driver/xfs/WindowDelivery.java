package org.silverteller.driver.xfs;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.platform.win32.WinDef.LPARAM;
import com.sun.jna.platform.win32.WinDef.LRESULT;
import com.sun.jna.platform.win32.WinDef.WPARAM;
import com.sun.jna.platform.win32.WinUser;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message-only window on a thread of its own, which pumps its messages. Providers may SendMessage
 * and stand in the call until the window procedure returns; it returns at once.
 */
final class WindowDelivery implements Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(WindowDelivery.class);
  private static final String CLASS_NAME = "SilvertellerXfs";

  /** The parent of windows that are never seen (HWND_MESSAGE, −3). */
  private static final HWND MESSAGE_ONLY = new HWND(Pointer.createConstant(-3));

  private final Sink sink;
  private final CompletableFuture<HWND> window = new CompletableFuture<>();
  private final Thread pump;

  /**
   * @throws IllegalStateException when Windows does not give a window
   */
  WindowDelivery(Sink sink) {
    this.sink = sink;
    this.pump = new Thread(this::pump, "xfs-window");
    pump.setDaemon(true);
    pump.start();
    window.join();
  }

  private void pump() {
    HMODULE module = Kernel32.INSTANCE.GetModuleHandle("");
    WinUser.WNDCLASSEX windowClass = new WinUser.WNDCLASSEX();
    windowClass.hInstance = module;
    windowClass.lpszClassName = CLASS_NAME;
    WinUser.WindowProc procedure = this::procedure;
    windowClass.lpfnWndProc = procedure;
    User32.INSTANCE.RegisterClassEx(windowClass);
    HWND created =
        User32.INSTANCE.CreateWindowEx(
            0, CLASS_NAME, CLASS_NAME, 0, 0, 0, 0, 0, MESSAGE_ONLY, null, module, null);
    if (created == null) {
      window.completeExceptionally(
          new IllegalStateException(
              "CreateWindowEx: error " + Kernel32.INSTANCE.GetLastError()));
      return;
    }
    window.complete(created);
    WinUser.MSG message = new WinUser.MSG();
    while (User32.INSTANCE.GetMessage(message, null, 0, 0) > 0) {
      User32.INSTANCE.DispatchMessage(message);
    }
    User32.INSTANCE.UnregisterClass(CLASS_NAME, module);
  }

  private LRESULT procedure(HWND target, int message, WPARAM unused, LPARAM result) {
    if (message < Xfs.WFS_OPEN_COMPLETE || message > Xfs.WFS_SYSTEM_EVENT) {
      return User32.INSTANCE.DefWindowProc(target, message, unused, result);
    }
    try {
      sink.message(message, new Pointer(result.longValue()));
    } catch (RuntimeException bug) {
      LOG.error("XFS message {} was not taken", message, bug);
    }
    return new LRESULT(0);
  }

  @Override
  public Pointer target() {
    return window.join().getPointer();
  }

  @Override
  public void close() {
    User32.INSTANCE.PostMessage(window.join(), WinUser.WM_QUIT, new WPARAM(0), new LPARAM(0));
  }
}
