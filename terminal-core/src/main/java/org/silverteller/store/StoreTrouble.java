package org.silverteller.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what is wrong with a store, and what the field engineer is to do about it. */
final class StoreTrouble {

  /** The bits of a result code that tell its kind; the rest tell the exact case. */
  private static final int PRIMARY = 0xff;

  private final Path folder;

  StoreTrouble(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** The file holds something that was not written so. */
  StoreFailure damaged(String what, Throwable cause) {
    return new StoreFailure(
        folder
            + ": "
            + what
            + ". The terminal stays out of service. Copy the folder "
            + folder
            + " for the bank, for it tells what is still owed to customers. Then move the folder"
            + " away and start the terminal again: it begins with an empty store.",
        cause);
  }

  StoreFailure damaged(String what) {
    return damaged(what, null);
  }

  StoreFailure of(IOException failure) {
    return new StoreFailure(
        folder
            + " cannot be used as the store ("
            + failure.getClass().getSimpleName()
            + ": "
            + failure.getMessage()
            + "). The terminal stays out of service. "
            + checkFolder(),
        failure);
  }

  StoreFailure of(SQLException failure) {
    SQLiteErrorCode exact = exact(failure);
    return switch (exact.code & PRIMARY) {
      case 5, 6 ->
          new StoreFailure(
              folder
                  + ": the store is in use by another terminal or tool. Stop that one first (atm"
                  + " stop), then start the terminal again.",
              failure);
      case 13 ->
          new StoreFailure(
              folder
                  + ": the disk is full. The terminal stays out of service. Free some space, then"
                  + " start the terminal again: nothing that was recorded is lost.",
              failure);
      case 3, 8, 14, 23 -> unwritable(exact.name(), failure);
      case 10 ->
          new StoreFailure(
              folder
                  + ": the disk reports an error ("
                  + exact.name()
                  + "). The terminal stays out of service. Copy the folder, check the disk or"
                  + " replace it, put the copy back, then start the terminal again.",
              failure);
      case 11, 26 -> damaged("the database is damaged (" + exact.name() + ")", failure);
      default ->
          new StoreFailure(
              folder + ": " + failure.getMessage() + ". The terminal stays out of service.",
              failure);
    };
  }

  /** Whether the disk has refused a write or a force: it is full or reports an error. */
  static boolean ofDisk(SQLException failure) {
    int code = exact(failure).code & PRIMARY;
    return code == (SQLiteErrorCode.SQLITE_IOERR.code & PRIMARY)
        || code == SQLiteErrorCode.SQLITE_FULL.code;
  }

  private static SQLiteErrorCode exact(SQLException failure) {
    return failure instanceof SQLiteException known
        ? known.getResultCode()
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }

  StoreFailure unwritable(String why, Throwable cause) {
    return new StoreFailure(
        folder
            + ": the store cannot be written ("
            + why
            + "). The terminal stays out of service. "
            + checkFolder(),
        cause);
  }

  private String checkFolder() {
    return "Check that "
        + folder
        + " is a folder of the user "
        + System.getProperty("user.name")
        + " on a disk that is not mounted read-only, then start the terminal again.";
  }
}
