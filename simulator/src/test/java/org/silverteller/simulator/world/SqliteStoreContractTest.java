package org.silverteller.simulator.world;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.silverteller.store.SqliteStore;
import org.silverteller.store.Store;

class SqliteStoreContractTest extends StoreContract {

  @TempDir private Path folder;

  @Override
  Store open() {
    return SqliteStore.open(folder);
  }

  @Override
  Store reopen(Store store) {
    store.close();
    return SqliteStore.open(folder);
  }
}
