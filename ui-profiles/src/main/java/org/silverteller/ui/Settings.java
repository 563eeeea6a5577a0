package org.silverteller.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Keys and values of a UTF-8 properties file beside this class. */
record Settings(String file, Map<String, String> values) {

  /**
   * @throws IllegalArgumentException when there is no such file
   */
  static Settings load(String file) {
    try (InputStream in = Settings.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(file + " is not on the class path");
      }
      Properties read = new Properties();
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        read.load(reader);
      }
      Map<String, String> values = new TreeMap<>();
      read.forEach((key, value) -> values.put((String) key, (String) value));
      return new Settings(file, values);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(file + ": key '" + key + "' is missing");
    }
    return value;
  }

  double number(String key) {
    String value = text(key);
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw wrong(key, value, "a number", e);
    }
  }

  int count(String key) {
    String value = text(key);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw wrong(key, value, "a whole number", e);
    }
  }

  Duration seconds(String key) {
    return Duration.ofSeconds(count(key));
  }

  /** Six hexadecimal digits, as 0x00RRGGBB. */
  int colour(String key) {
    String value = text(key);
    if (!value.matches("[0-9a-fA-F]{6}")) {
      throw wrong(key, value, "a colour of six hexadecimal digits", null);
    }
    return Integer.parseInt(value, 16);
  }

  private IllegalArgumentException wrong(
      String key, String found, String expected, Throwable cause) {
    return new IllegalArgumentException(
        file + ": " + key + " is '" + found + "'; expected " + expected, cause);
  }
}
