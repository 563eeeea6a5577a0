package org.silverteller.device;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a driver found out about one device or service, in its own words, for a field engineer.
 *
 * @param name such as the logical name of an XFS service
 * @param kind what it is
 * @param version what it speaks; empty when it does not say
 * @param fault why it could not be asked; empty when it could
 * @param status its state now, by the names of its standard
 * @param capabilities what it can do, by the names of its standard
 * @param extras what its vendor adds
 */
public record ProbedDevice(
    String name,
    String kind,
    String version,
    Optional<String> fault,
    Map<String, ProbedValue> status,
    Map<String, ProbedValue> capabilities,
    Map<String, String> extras) {

  public ProbedDevice {
    status = kept(status);
    capabilities = kept(capabilities);
    extras = kept(extras);
  }

  /** One that could not be asked. */
  public static ProbedDevice failed(String name, String kind, String fault) {
    return new ProbedDevice(name, kind, "", Optional.of(fault), Map.of(), Map.of(), Map.of());
  }

  /** In the order in which they were told. */
  private static <V> Map<String, V> kept(Map<String, V> told) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(told));
  }
}
