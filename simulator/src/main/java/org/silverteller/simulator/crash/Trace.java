package org.silverteller.simulator.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The system calls of a {@link Life}, as strace lists them: only those that name the store's files
 * or the truth, in the order in which they returned. What would change a file in a way that is not
 * understood here is an error.
 */
final class Trace {

  private static final int LONGEST_STRING = 1 << 20;

  private static final List<String> CALLS =
      List.of(
          "openat",
          "open",
          "creat",
          "write",
          "pwrite64",
          "writev",
          "pwritev",
          "pwritev2",
          "fsync",
          "fdatasync",
          "sync_file_range",
          "ftruncate",
          "truncate",
          "fallocate",
          "unlink",
          "unlinkat",
          "rename",
          "renameat",
          "renameat2",
          "mkdir",
          "mkdirat",
          "link",
          "linkat",
          "mmap",
          "copy_file_range",
          "sendfile");

  /** Those that change the bytes of an open file, or force them. */
  private static final Set<String> CHANGING =
      Set.of("write", "pwrite64", "fsync", "fdatasync", "ftruncate");

  private static final Set<String> FILES =
      Set.of("store.db", "store.db-wal", "store.db-journal", "data.key", "data.key.new");

  private final Path folder;
  private final List<DiskCall> calls = new ArrayList<>();
  private final Map<String, String> unfinished = new HashMap<>();

  private Trace(Path folder) {
    this.folder = folder;
  }

  /** Why no trace can be made here; empty when one can. */
  static Optional<String> impossible() throws InterruptedException {
    try {
      Process tried =
          new ProcessBuilder("strace", "-f", "-e", "trace=none", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!tried.waitFor(20, TimeUnit.SECONDS)) {
        tried.destroyForcibly();
        return Optional.of("strace does not end");
      }
      return tried.exitValue() == 0
          ? Optional.empty()
          : Optional.of("strace may not trace here (ptrace is forbidden)");
    } catch (IOException missing) {
      return Optional.of("strace is not installed");
    }
  }

  /**
   * The command before that of a life.
   *
   * @param folder of the life
   * @param out where the list goes
   * @param more further options, such as faults to be injected
   */
  static List<String> command(Path folder, Path out, String... more) {
    List<String> command = new ArrayList<>(List.of("strace", "-f", "-y", "-xx", "-q"));
    command.addAll(List.of("-s", Integer.toString(LONGEST_STRING), "-o", out.toString()));
    Path store = folder.resolve(Life.STORE);
    FILES.forEach(file -> watch(command, store.resolve(file)));
    for (Path path : List.of(folder, store, folder.resolve(Life.TRUTH))) {
      watch(command, path);
    }
    command.addAll(List.of("-e", "trace=" + String.join(",", CALLS)));
    command.addAll(List.of(more));
    return command;
  }

  private static void watch(List<String> command, Path path) {
    command.add("-P");
    command.add(path.toString());
  }

  /**
   * What strace has listed.
   *
   * @throws IllegalArgumentException naming a call that is not understood
   */
  static List<DiskCall> read(Path list, Path folder) throws IOException {
    Trace trace = new Trace(folder);
    try (BufferedReader lines = Files.newBufferedReader(list, StandardCharsets.US_ASCII)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        trace.line(line);
      }
    }
    return trace.calls;
  }

  /** {@code 123 fsync(5<path>) = 0}, or its beginning, or its end. */
  private void line(String line) {
    int space = line.indexOf(' ');
    String process = line.substring(0, space);
    String text = line.substring(space).strip();
    if (text.startsWith("+++") || text.startsWith("---")) {
      return;
    }
    if (text.endsWith("<unfinished ...>")) {
      unfinished.put(process, text.substring(0, text.lastIndexOf('<')).stripTrailing());
    } else if (text.startsWith("<...")) {
      call(unfinished.remove(process) + text.substring(text.indexOf('>') + 1));
    } else {
      call(text);
    }
  }

  private void call(String text) {
    String result = text.substring(text.lastIndexOf(" = ") + 3);
    int open = text.indexOf('(');
    String name = text.substring(0, open);
    Arguments arguments = new Arguments(text.substring(open + 1, text.lastIndexOf(" = ")));
    if (result.startsWith("-1") || result.startsWith("?")) {
      if (CHANGING.contains(name)) {
        calls.add(new DiskCall.Refused(name, arguments.descriptorPath()));
      }
      return;
    }
    switch (name) {
      case "open", "openat", "creat" -> opened(arguments, result);
      case "write" -> written(arguments, DiskCall.Written.AT_END);
      case "pwrite64" -> written(arguments, arguments.lastNumber());
      case "fsync", "fdatasync" -> calls.add(new DiskCall.Forced(arguments.descriptorPath()));
      case "ftruncate" ->
          calls.add(new DiskCall.Resized(arguments.descriptorPath(), arguments.lastNumber()));
      case "unlink", "unlinkat" -> calls.add(new DiskCall.Removed(arguments.path(0)));
      case "rename", "renameat", "renameat2" ->
          calls.add(new DiskCall.Renamed(arguments.path(0), arguments.path(1)));
      case "mkdir", "mkdirat" -> calls.add(new DiskCall.FolderMade(arguments.path(0)));
      case "mmap" -> {
        if (arguments.has("MAP_SHARED") && arguments.has("PROT_WRITE")) {
          throw new IllegalArgumentException("a file of the store is written by mmap");
        }
      }
      default -> throw new IllegalArgumentException("a call that is not understood: " + name);
    }
  }

  private void opened(Arguments arguments, String result) {
    Path path = path(result);
    if (arguments.has("O_CREAT")) {
      calls.add(new DiskCall.Made(path));
    }
    if (arguments.has("O_TRUNC")) {
      calls.add(new DiskCall.Resized(path, 0));
    }
  }

  /** The path behind a descriptor, hexadecimal between angle brackets. */
  private static Path path(String descriptor) {
    String hex = descriptor.substring(descriptor.indexOf('<') + 1, descriptor.indexOf('>'));
    return Path.of(new String(Hex.bytes(hex), StandardCharsets.UTF_8));
  }

  private void written(Arguments arguments, long offset) {
    Path path = arguments.descriptorPath();
    byte[] bytes = arguments.bytes(0);
    calls.add(
        path.equals(folder.resolve(Life.TRUTH))
            ? new DiskCall.Happened(new String(bytes, StandardCharsets.US_ASCII))
            : new DiskCall.Written(path, offset, bytes));
  }

  /** What stands between the brackets of a call. */
  private record Arguments(String text) {

    Path descriptorPath() {
      return Trace.path(text);
    }

    /** The n-th quoted string, from 0, as bytes. */
    byte[] bytes(int n) {
      int start = text.indexOf('"');
      for (int skipped = 0; skipped < n; skipped++) {
        start = text.indexOf('"', text.indexOf('"', start + 1) + 1);
      }
      int end = text.indexOf('"', start + 1);
      if (text.startsWith("...", end + 1)) {
        throw new IllegalArgumentException("strace has cut a string short");
      }
      return Hex.bytes(text.substring(start + 1, end));
    }

    Path path(int n) {
      return Path.of(new String(bytes(n), StandardCharsets.UTF_8));
    }

    long lastNumber() {
      String bare = text.replace(')', ' ').strip();
      return Long.parseLong(bare.substring(bare.lastIndexOf(' ') + 1));
    }

    boolean has(String flag) {
      return text.contains(flag);
    }
  }
}
