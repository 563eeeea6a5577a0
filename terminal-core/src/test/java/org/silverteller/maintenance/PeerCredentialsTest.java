package org.silverteller.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerCredentialsTest {

  @TempDir private Path folder;
  private Path groups;

  @BeforeEach
  void groups() throws IOException {
    groups =
        Files.writeString(
            folder.resolve("group"),
            "root:x:0:\nservice:x:990:wang,li\nstaff:x:50:zhao,service\nbroken\n");
  }

  @Test
  void permits_root_and_the_terminals_user() throws IOException {
    assertThat(peers("service").refusal("root", "root")).isEmpty();
    assertThat(peers("service").refusal("silverteller", "silverteller")).isEmpty();
    assertThat(peers("").refusal("silverteller", "silverteller")).isEmpty();
  }

  @Test
  void permits_members_of_the_group() throws IOException {
    assertThat(peers("service").refusal("chen", "service")).isEmpty();
    assertThat(peers("service").refusal("li", "users")).isEmpty();
  }

  @Test
  void permits_nobody_else() throws IOException {
    assertThat(peers("service").refusal("zhao", "staff"))
        .contains(
            "user zhao may not operate this terminal: expected root, silverteller or a member of"
                + " the group service");
    assertThat(peers("").refusal("li", "service"))
        .contains("user li may not operate this terminal: expected root or silverteller");
    assertThat(peers("").refusal("x", "")).isPresent();
  }

  @Test
  void names_root_once_where_the_terminal_runs_as_root() throws IOException {
    assertThat(new PeerCredentials("root", "", groups).refusal("li", "users"))
        .contains("user li may not operate this terminal: expected root");
    assertThat(new PeerCredentials("root", "service", groups).refusal("zhao", "staff"))
        .contains(
            "user zhao may not operate this terminal: expected root or a member of the group"
                + " service");
  }

  @Test
  void permits_no_member_when_the_groups_cannot_be_read() throws IOException {
    Files.delete(groups);
    assertThat(peers("service").refusal("li", "users")).isPresent();
  }

  private PeerCredentials peers(String group) {
    return new PeerCredentials("silverteller", group, groups);
  }
}
