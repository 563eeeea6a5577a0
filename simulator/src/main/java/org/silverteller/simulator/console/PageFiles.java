package org.silverteller.simulator.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The page's own files, from the class path. */
final class PageFiles {

  /** A file as it is sent. */
  record PageFile(String type, String content) {}

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, PageFile> files = new ConcurrentHashMap<>();

  /**
   * @param path {@code /} or the name of a file, with at most one folder
   */
  Optional<PageFile> at(String path) {
    String name = path.equals("/") ? "/index.html" : path;
    if (!name.matches("(/js)?/[a-z-]{1,30}\\.(html|css|js|svg)")) {
      return Optional.empty();
    }
    Optional<PageFile> file = Optional.ofNullable(files.get(name)).or(() -> read(name));
    file.ifPresent(found -> files.put(name, found));
    return file;
  }

  private static Optional<PageFile> read(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream("/console" + name)) {
      if (in == null) {
        return Optional.empty();
      }
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      return Optional.of(new PageFile(type, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
