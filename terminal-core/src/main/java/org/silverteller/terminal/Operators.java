package org.silverteller.terminal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who operates this machine: named persons by their local accounts, and their roles. There are no
 * passwords here, so there is none to share: the system tells who asks. Who is not listed may only
 * view.
 *
 * @param approvalExpires how long the second person may take to approve what the first proposed
 * @param accounts roles by local account
 */
public record Operators(Duration approvalExpires, Map<String, List<Role>> accounts) {

  private static final String ROOT = "root";
  private static final Duration LONGEST = Duration.ofHours(24);

  public static final Operators DEFAULT = new Operators(Duration.ofMinutes(15), Map.of());

  public Operators {
    if (approvalExpires.compareTo(Duration.ofMinutes(1)) < 0
        || approvalExpires.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "approvalExpires of " + approvalExpires.toSeconds() + " s: expected 1min … 24h");
    }
    var copied = new LinkedHashMap<String, List<Role>>();
    accounts.forEach((account, roles) -> copied.put(account, checked(account, roles)));
    accounts = Map.copyOf(copied);
  }

  private static List<Role> checked(String account, List<Role> roles) {
    if (!account.matches("[^\\s\\p{Cntrl}:]{1,64}")) {
      throw new IllegalArgumentException(
          "accounts '" + account + "': expected the name of a local account, without blanks");
    }
    if (account.equals(ROOT) && roles.contains(Role.SECURITY)) {
      throw new IllegalArgumentException(
          "accounts 'root' with the role security: expected the account of one person, for root can"
              + " be anybody");
    }
    return List.copyOf(roles);
  }

  /** Whether this account may do what needs the role. */
  public boolean may(String account, Role role) {
    return role == Role.VIEW || accounts.getOrDefault(account, List.of()).contains(role);
  }

  /**
   * @param what the account wants to do, for the one who asks
   * @throws IllegalArgumentException when it may not
   */
  void require(String account, Role role, String what) {
    if (!may(account, role)) {
      throw new IllegalArgumentException(
          account
              + " may not "
              + what
              + ": expected an account with the role "
              + role.name().toLowerCase(java.util.Locale.ROOT)
              + " (operators in terminal.yaml)");
    }
  }
}
