package org.silverteller.driver.xfs;

/**
 * The names under which a provider knows a bank's passbook: its media definition, a form of one row
 * and a form of what is read. They are defined at the machine, with the provider's own tool.
 *
 * @param media the book
 * @param rowForm a form one row high, whose place on the page is given with each print
 * @param rowField its text
 * @param readForm of stripe and page mark
 * @param trackField its field for a track, with the track's number behind
 * @param pageField its field for the page mark, whose digits are the page's number
 * @param track the track that is read as soon as a book is inserted
 */
public record PassbookForms(
    String media,
    String rowForm,
    String rowField,
    String readForm,
    String trackField,
    String pageField,
    int track) {

  /** Track 3, as most passbooks have it (service rules 2.1). */
  public static final PassbookForms DEFAULT =
      new PassbookForms("PASSBOOK", "PASSBOOK_ROW", "TEXT", "PASSBOOK_READ", "TRACK", "PAGE", 3);

  String field(int ofTrack) {
    return trackField + ofTrack;
  }
}
