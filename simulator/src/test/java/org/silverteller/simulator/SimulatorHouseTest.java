package org.silverteller.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.silverteller.driver.xfs.BundleNotes;
import org.silverteller.driver.xfs.CashInNotes;
import org.silverteller.driver.xfs.FunctionTable;
import org.silverteller.driver.xfs.LastNote;
import org.silverteller.driver.xfs.OwnThread;
import org.silverteller.driver.xfs.XfsHardware;
import org.silverteller.driver.xfs.XfsNotes;
import org.silverteller.driver.xfs.XfsThreads;

/** What the simulator may know of the drivers, and the drivers of it. */
class SimulatorHouseTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.silverteller");

  /** Where the bridge is opened; nothing here reads or writes native memory. */
  private static final Set<Class<?>> DOORS =
      Set.of(
          FunctionTable.class,
          XfsHardware.class,
          XfsThreads.class,
          OwnThread.class,
          BundleNotes.class,
          BundleNotes.Note.class,
          CashInNotes.class,
          CashInNotes.Note.class,
          LastNote.class,
          XfsNotes.class);

  /** Else a wrong layout in the bridge could be a wrong layout on both sides, and cancel out. */
  @Test
  void the_virtual_xfs_manager_shares_no_mapping_with_the_bridge() {
    noClasses()
        .that()
        .resideInAPackage("org.silverteller.simulator..")
        .should()
        .dependOnClassesThat(areInsideTheBridge())
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> areInsideTheBridge() {
    return DescribedPredicate.describe(
        "are inside the bridge",
        used ->
            used.getPackageName().startsWith("org.silverteller.driver.xfs")
                && DOORS.stream().noneMatch(used::isEquivalentTo));
  }

  @Test
  void nothing_depends_on_the_simulator() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.silverteller.simulator..", "org.silverteller.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.silverteller.simulator..")
        .check(CLASSES);
  }
}
