package org.silverteller.driver.xfs;

import java.nio.file.Path;

/**
 * What the bridge writes down of money before it is moved, because XFS devices keep no reference of
 * ours.
 *
 * @param bundles of the dispenser
 * @param cashIns of the acceptor
 */
public record XfsNotes(BundleNotes bundles, CashInNotes cashIns) {

  /** In small files of this folder, forced to the disk. */
  static XfsNotes in(Path folder) {
    return new XfsNotes(new BundleNotesFile(folder), new CashInNotesFile(folder));
  }
}
