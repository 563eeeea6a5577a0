package org.silverteller.page;

import java.util.Set;

/**
 * Turns pages into frames. Found by {@link java.util.ServiceLoader} through {@link PainterFactory}.
 * One thread at a time.
 */
public interface Painter {

  Set<ProfileId> profiles();

  Set<Language> languages();

  /**
   * @throws IllegalArgumentException for a profile that is not in {@link #profiles()}
   */
  Pace pace(ProfileId profile);

  Frame paint(Page page, Look look);
}
