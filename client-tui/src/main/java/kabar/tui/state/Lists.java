package kabar.tui.state;

import java.util.List;
import java.util.Map;
import kabar.client.OutboxEntry;
import kabar.protocol.Person;
import kabar.protocol.Reply;

/// What the core and the server know, as they told it last.
///
/// @param talks the conversations, the one with the newest message first
/// @param areAllTalks whether there are no others
/// @param outbox what is pending or has failed, in the order of writing
/// @param people all users, in the order in which they are shown
/// @param drafts what was begun to be written, by conversation; none is empty
public record Lists(
    List<Reply.Talk> talks,
    boolean areAllTalks,
    List<OutboxEntry> outbox,
    List<Person> people,
    Map<String, String> drafts) {
  public static final Lists EMPTY = new Lists(List.of(), false, List.of(), List.of(), Map.of());

  public Lists {
    talks = List.copyOf(talks);
    outbox = List.copyOf(outbox);
    people = List.copyOf(people);
    drafts = Map.copyOf(drafts);
  }

  public Lists talks(List<Reply.Talk> changed, boolean areAll) {
    return new Lists(changed, areAll, outbox, people, drafts);
  }

  public Lists outbox(List<OutboxEntry> changed) {
    return new Lists(talks, areAllTalks, changed, people, drafts);
  }

  public Lists people(List<Person> changed) {
    return new Lists(talks, areAllTalks, outbox, changed, drafts);
  }

  public Lists drafts(Map<String, String> changed) {
    return new Lists(talks, areAllTalks, outbox, people, changed);
  }
}
