package org.silverteller.maintenance;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;

/**
 * Permits root, the terminal's own user and the members of one group, by the credentials that the
 * kernel tells of the peer (requirement 11 of the facts on security).
 *
 * @param owner the terminal's user
 * @param group empty: no group is permitted
 * @param groups the system's list of groups and members, as group(5) describes it
 */
record PeerCredentials(String owner, String group, Path groups) implements PeerCheck {

  private static final String ROOT = "root";

  @Override
  public Peer of(SocketChannel peer) throws IOException {
    if (!peer.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
      throw new IOException("this system does not tell who connects to a Unix socket");
    }
    UnixDomainPrincipal principal = peer.getOption(ExtendedSocketOptions.SO_PEERCRED);
    String user = principal.user().getName();
    return new Peer(user, refusal(user, principal.group().getName()));
  }

  Optional<String> refusal(String user, String primaryGroup) throws IOException {
    boolean permitted =
        user.equals(ROOT)
            || user.equals(owner)
            || !group.isEmpty() && (primaryGroup.equals(group) || isMember(user));
    return permitted
        ? Optional.empty()
        : Optional.of("user " + user + " may not operate this terminal: expected " + permitted());
  }

  private String permitted() {
    List<String> permitted = new ArrayList<>(List.of(ROOT));
    if (!owner.equals(ROOT)) {
      permitted.add(owner);
    }
    if (!group.isEmpty()) {
      permitted.add("a member of the group " + group);
    }
    String last = permitted.remove(permitted.size() - 1);
    return permitted.isEmpty() ? last : String.join(", ", permitted) + " or " + last;
  }

  private boolean isMember(String user) throws IOException {
    if (!Files.isReadable(groups)) {
      return false;
    }
    return Files.readAllLines(groups, StandardCharsets.UTF_8).stream()
        .map(line -> line.split(":", -1))
        .filter(fields -> fields.length == 4 && fields[0].equals(group))
        .anyMatch(fields -> Arrays.asList(fields[3].split(",", -1)).contains(user));
  }
}
