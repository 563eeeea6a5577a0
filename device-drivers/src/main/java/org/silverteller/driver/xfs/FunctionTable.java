package org.silverteller.driver.xfs;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Map;

/** Where the functions of an XFS manager are found. */
@FunctionalInterface
public interface FunctionTable {

  /**
   * @param name as the standard has it, such as WFSStartUp
   * @throws UnsatisfiedLinkError when there is no such function
   */
  Function function(String name);

  /** The convention of the platform this runs on. */
  static int convention() {
    return convention(Platform.isWindows(), Platform.is64Bit());
  }

  /** WINAPI: stdcall on x86 Windows, the ordinary convention elsewhere. */
  static int convention(boolean windows, boolean wide) {
    return windows && !wide ? Function.ALT_CONVENTION : Function.C_CONVENTION;
  }

  /**
   * The exports of a native manager.
   *
   * @param nameOrPath such as {@code msxfs.dll}, or the path of a shared object
   * @throws UnsatisfiedLinkError when the library cannot be loaded, naming it
   */
  static FunctionTable ofLibrary(String nameOrPath) {
    NativeLibrary library =
        NativeLibrary.getInstance(
            nameOrPath, Map.of(Library.OPTION_CALLING_CONVENTION, convention()));
    return name -> library.getFunction(name, convention());
  }
}
