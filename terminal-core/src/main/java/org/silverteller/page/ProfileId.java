package org.silverteller.page;

/**
 * The name of a profile: how pages look, sound and wait for one kind of customer.
 *
 * @param name for instance {@code standard}, {@code elder}
 */
public record ProfileId(String name) {

  public static final ProfileId STANDARD = new ProfileId("standard");
  public static final ProfileId ELDER = new ProfileId("elder");

  @Override
  public String toString() {
    return name;
  }
}
