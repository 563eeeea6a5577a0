package org.silverteller.simulator.torture;

import java.util.TreeMap;

final class Quick {
  public static void main(String[] args) {
    ProgramFaults.listen();
    long seed = Long.parseLong(args[0]);
    int worlds = Integer.parseInt(args[1]);
    int visits = Integer.parseInt(args[2]);
    int only = args.length > 3 ? Integer.parseInt(args[3]) : -1;
    Population population = new Population();
    Totals totals = Totals.NONE;
    TreeMap<String, Integer> found = new TreeMap<>();
    var bean = java.lang.management.ManagementFactory.getThreadMXBean();
    long begin = bean.getCurrentThreadCpuTime();
    for (int w = 0; w < worlds; w++) {
      if (only >= 0 && w != only) continue;
      Tale tale = new Tale(only >= 0);
      Life life = null;
      try {
        life = new Life(LifePlan.of(seed, w, visits, Own.NOTHING), population, tale);
        totals = totals.plus(w, life.live());
      } catch (Throwable violated) {
        totals = totals.violated();
        String m = String.valueOf(violated).replaceAll("[0-9]+", "#");
        if (m.length() > 150) m = m.substring(0, 150);
        if (found.merge(m, 1, Integer::sum) == 1) {
          System.out.println(
              "world " + w + " visit " + (life == null ? -1 : life.visit()) + ": " + violated);
          if (!(violated instanceof Violated) || only >= 0) violated.printStackTrace(System.out);
        }
      }
      if (only >= 0)
        tale.lines().stream()
            .skip(Math.max(0, tale.lines().size() - 150))
            .forEach(System.out::println);
    }
    double s = (bean.getCurrentThreadCpuTime() - begin) / 1e9;
    found.forEach((k, v) -> System.out.println(v + " × " + k));
    System.out.println(totals.line(seed));
    System.out.printf("%.1f s, %.0f sessions/s paid=%d%n", s, totals.sessions() / s, totals.paid());
  }
}
