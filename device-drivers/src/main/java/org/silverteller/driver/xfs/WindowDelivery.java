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
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A message-only window on a thread of its own, which pumps its messages. Providers may SendMessage
 * and stand in the call until the window procedure returns; it returns at once.
 */
final class WindowDelivery implements Delivery {

  /** The parent of windows that are never seen (HWND_MESSAGE, −3). */
  private static final HWND MESSAGE_ONLY = new HWND(Pointer.createConstant(-3));

  /** Windows keeps one procedure per class name: each instance has a class of its own. */
  private static final AtomicInteger CLASSES = new AtomicInteger();

  private final String className = "SilvertellerXfs" + CLASSES.incrementAndGet();
  private final Intake intake;

  /** Held here, because the window does not hold it against the garbage collector. */
  private final WinUser.WindowProc procedure = this::procedure;

  private final CompletableFuture<HWND> window = new CompletableFuture<>();
  private final Thread pump;

  /**
   * @throws IllegalStateException when Windows does not give a window
   */
  WindowDelivery(Sink sink) {
    this.intake = new Intake(sink);
    this.pump = new Thread(this::pump, "xfs-window");
    pump.setDaemon(true);
    pump.start();
    try {
      window.join();
    } catch (CompletionException failure) {
      throw new IllegalStateException("no window for the XFS manager", failure.getCause());
    }
  }

  private void pump() {
    HMODULE module = Kernel32.INSTANCE.GetModuleHandle("");
    WinUser.WNDCLASSEX windowClass = new WinUser.WNDCLASSEX();
    windowClass.hInstance = module;
    windowClass.lpszClassName = className;
    windowClass.lpfnWndProc = procedure;
    User32.INSTANCE.RegisterClassEx(windowClass);
    HWND created =
        User32.INSTANCE.CreateWindowEx(
            0, className, className, 0, 0, 0, 0, 0, MESSAGE_ONLY, null, module, null);
    if (created == null) {
      window.completeExceptionally(
          new IllegalStateException("CreateWindowEx: error " + Kernel32.INSTANCE.GetLastError()));
      return;
    }
    window.complete(created);
    WinUser.MSG message = new WinUser.MSG();
    while (User32.INSTANCE.GetMessage(message, null, 0, 0) > 0) {
      User32.INSTANCE.DispatchMessage(message);
    }
    User32.INSTANCE.UnregisterClass(className, module);
  }

  private LRESULT procedure(HWND target, int message, WPARAM unused, LPARAM result) {
    if (intake.take(message, new Pointer(result.longValue()))) {
      return new LRESULT(0);
    }
    if (message == WinUser.WM_DESTROY) {
      User32.INSTANCE.PostQuitMessage(0);
      return new LRESULT(0);
    }
    return User32.INSTANCE.DefWindowProc(target, message, unused, result);
  }

  @Override
  public Pointer target() {
    return window.join().getPointer();
  }

  /** A window is destroyed by the thread that made it, which ends with it. */
  @Override
  public void close() {
    User32.INSTANCE.PostMessage(window.join(), WinUser.WM_CLOSE, new WPARAM(0), new LPARAM(0));
  }
}
