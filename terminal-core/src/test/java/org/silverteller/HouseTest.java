package org.silverteller;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which package of the terminal may know which, and what the core may not touch. */
class HouseTest {

  private static final String ROOT = "org.silverteller";
  private static final String OUTERMOST = "org\\.silverteller\\.(\\w+).*";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  /** Each line may use packages of earlier lines only. */
  private static final Map<String, Set<String>> TABLE =
      table(
          "money:",
          "card: money",
          "event:",
          "page: money card",
          "device: money card event page",
          "host: money card device",
          "store: money card host",
          "session: money card event page device host store",
          "terminal: money card event page device host store session",
          "maintenance: money event device store terminal");

  private static final Set<String> PACKAGES = TABLE.keySet();

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void a_package_uses_only_what_the_table_grants_it(String user) {
    String[] refused =
        PACKAGES.stream()
            .filter(used -> !used.equals(user) && !TABLE.get(user).contains(used))
            .map(HouseTest::tree)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(tree(user))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(refused)
        .check(CLASSES);
  }

  @Test
  void the_table_names_every_package() {
    Set<String> found = new TreeSet<>();
    CLASSES.forEach(known -> found.add(known.getPackageName().replaceAll(OUTERMOST, "$1")));
    assertThat(found).containsExactlyInAnyOrderElementsOf(PACKAGES);
  }

  @Test
  void the_core_starts_no_thread() {
    noClasses()
        .that(areTheCore())
        .should()
        .accessClassesThat()
        .areAssignableTo(Thread.class)
        .orShould()
        .accessClassesThat()
        .areAssignableTo(Executor.class)
        .check(CLASSES);
  }

  @Test
  void the_core_reads_no_clock_but_the_one_it_is_given() {
    noClasses()
        .that(areTheCore())
        .should()
        .callMethodWhere(target(owner(resideInAnyPackage("java.time"))).and(target(name("now"))))
        .orShould()
        .callMethodWhere(
            target(owner(resideInAnyPackage("java.time"))).and(target(nameMatching("system.*"))))
        .orShould()
        .callMethodWhere(
            target(owner(type(System.class)))
                .and(target(nameMatching("currentTimeMillis|nanoTime"))))
        .check(CLASSES);
  }

  /** What runs on the terminal thread; the daemon around it starts that thread. */
  private static DescribedPredicate<JavaClass> areTheCore() {
    return resideInAnyPackage(tree("session"), tree("terminal"))
        .and(DescribedPredicate.not(nameMatching(".*\\.TerminalDaemon(\\$.*)?")))
        .as("are the core");
  }

  private static String tree(String name) {
    return ROOT + "." + name + "..";
  }

  private static Map<String, Set<String>> table(String... lines) {
    Map<String, Set<String>> table = new LinkedHashMap<>();
    for (String line : lines) {
      String[] words = line.split("[: ]+");
      table.put(words[0], Set.copyOf(Arrays.asList(words).subList(1, words.length)));
    }
    return table;
  }
}
