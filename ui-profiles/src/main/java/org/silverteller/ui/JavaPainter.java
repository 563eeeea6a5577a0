package org.silverteller.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silverteller.page.AccountPage;
import org.silverteller.page.CashPage;
import org.silverteller.page.DepositPage;
import org.silverteller.page.Frame;
import org.silverteller.page.Language;
import org.silverteller.page.Look;
import org.silverteller.page.Pace;
import org.silverteller.page.Page;
import org.silverteller.page.Painter;
import org.silverteller.page.ProfileId;
import org.silverteller.page.TransferPage;

/**
 * Paints pages with Java2D, without a display and without the platform's fonts, so that every
 * machine shows the same pixels.
 */
public final class JavaPainter implements Painter {

  static final List<ProfileId> PROFILES = List.of(ProfileId.STANDARD, ProfileId.ELDER);
  static final List<Language> LANGUAGES = List.of(Language.CHINESE, Language.ENGLISH);

  private final Scale scale;
  private final Map<ProfileId, Profile> profiles;
  private final Map<Language, Labels> labels;
  private final Stencils stencils = new Stencils();
  private List<String> shrunk = List.of();

  /**
   * @param diagonalInch of the visible area
   * @param phrases see {@link JavaPainterFactory}
   * @throws IllegalArgumentException when a phrase is missing
   */
  public JavaPainter(int widthPx, int heightPx, double diagonalInch, Map<String, String> phrases) {
    this(
        new Scale(
            widthPx,
            heightPx,
            diagonalInch,
            Typeface.load("fonts/SilvertellerSans-Regular.ttf"),
            Typeface.load("fonts/SilvertellerSans-Bold.ttf")),
        texts(phrases));
  }

  JavaPainter(Scale scale, Map<Language, Texts> texts) {
    this.scale = scale;
    this.labels = labels(texts);
    this.profiles = loadProfiles();
  }

  static Map<ProfileId, Profile> loadProfiles() {
    Map<ProfileId, Profile> profiles = new HashMap<>();
    PROFILES.forEach(id -> profiles.put(id, Profile.load(id)));
    return Map.copyOf(profiles);
  }

  private static Map<Language, Texts> texts(Map<String, String> phrases) {
    Map<Language, Texts> texts = new LinkedHashMap<>();
    LANGUAGES.forEach(language -> texts.put(language, new Texts(language, phrases)));
    return texts;
  }

  static Map<Language, Labels> labels(Map<Language, Texts> texts) {
    Map<Language, Labels> labels = new LinkedHashMap<>();
    texts.forEach((language, own) -> labels.put(language, new Labels(own, texts)));
    return labels;
  }

  /** The value of a key that callers must not get wrong. */
  static <K, V> V require(Map<K, V> values, K key, String kind) {
    V value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "no %s '%s'; expected one of %s".formatted(kind, key, values.keySet()));
    }
    return value;
  }

  @Override
  public Set<ProfileId> profiles() {
    return profiles.keySet();
  }

  @Override
  public Set<Language> languages() {
    return labels.keySet();
  }

  @Override
  public Pace pace(ProfileId profile) {
    return require(profiles, profile, "profile").pace();
  }

  @Override
  public Frame paint(Page page, Look look) {
    Profile profile = require(profiles, look.profile(), "profile");
    Labels labels = require(this.labels, look.language(), "language");
    checkOptions(page, page.options().size(), profile);
    Canvas canvas =
        new Canvas(scale.widthPx(), scale.heightPx(), profile.palette().background(), stencils);
    Sheet sheet = new Sheet(scale, canvas, profile, labels.texts());
    String aside =
        page instanceof Page.Welcome || page instanceof Page.Closed
            ? labels.texts().get("common.bank")
            : "";
    Chrome.title(sheet, labels, Titles.of(page, labels.texts()), aside);
    paintContent(sheet, labels, page);
    Chrome.bar(sheet, labels, page, profile.id());
    shrunk = sheet.shrunk();
    return sheet.frame(page, look);
  }

  /** What did not fit at its size on the page painted last. */
  List<String> shrunk() {
    return shrunk;
  }

  static void checkOptions(Page page, int options, Profile profile) {
    int most = profile.pace().optionsPerPage();
    if (options > most) {
      throw new IllegalArgumentException(
          "%s: %d options; profile %s shows at most %d"
              .formatted(page.name(), options, profile.id(), most));
    }
  }

  private static void paintContent(Sheet sheet, Labels labels, Page page) {
    Texts texts = labels.texts();
    if (page instanceof TransferPage transfer) {
      TransferPages.draw(sheet, labels, transfer);
    } else if (page instanceof Page.Welcome welcome) {
      HandoverPages.welcome(sheet, welcome);
    } else if (page instanceof Page.Closed closed) {
      TellingPages.closed(sheet, closed);
    } else if (page instanceof Page.Busy busy) {
      TellingPages.busy(sheet, busy);
    } else if (page instanceof Page.LanguageChoice || page instanceof Page.Menu) {
      ChoicePages.tiles(sheet, labels, page.options(), "");
    } else if (page instanceof Page.PinEntry pin) {
      EntryPages.pin(sheet, pin.typed(), pin.triesLeft(), false);
    } else if (page instanceof AccountPage.PinChange change) {
      boolean differed = change.step() == AccountPage.PinChange.Step.DIFFERED;
      EntryPages.pin(sheet, change.typed(), change.triesLeft(), differed);
    } else if (page instanceof AccountPage.Statement statement) {
      StatementPage.draw(sheet, labels, statement);
    } else if (page instanceof CashPage.AmountMenu menu) {
      String limit = texts.get("amount.limit", "amount", Amounts.figures(menu.limit()));
      ChoicePages.tiles(sheet, labels, page.options(), limit);
    } else if (page instanceof CashPage.AmountEntry entry) {
      EntryPages.amount(sheet, entry);
    } else if (page instanceof CashPage.NearestAmounts nearest) {
      String why = texts.get("nearest-amounts.why", "amount", Amounts.figures(nearest.wish()));
      ChoicePages.tiles(sheet, labels, page.options(), why);
    } else if (page instanceof CashPage.MixChoice choice) {
      ChoicePages.mixes(sheet, labels, choice);
    } else if (page instanceof CashPage.Confirm confirm) {
      ConfirmPage.draw(sheet, confirm);
    } else if (page instanceof AccountPage.Balance balance) {
      TellingPages.balance(sheet, labels, balance);
    } else if (page instanceof DepositPage.InsertNotes insert) {
      DepositPages.insert(sheet, insert);
    } else if (page instanceof DepositPage.DepositCount count) {
      DepositPages.count(sheet, labels, count);
    } else if (page instanceof DepositPage.Deposited deposited) {
      DepositPages.deposited(sheet, deposited);
    } else if (page instanceof Page.Take take) {
      HandoverPages.take(sheet, take);
    } else if (page instanceof Page.TurnPage turn) {
      PassbookPages.turn(sheet, turn);
    } else if (page instanceof Page.Question question) {
      ChoicePages.question(sheet, labels, question);
    } else if (page instanceof Page.Notice notice) {
      TellingPages.notice(sheet, notice);
    } else if (page instanceof Page.Refusal refusal) {
      TellingPages.refusal(sheet, refusal);
    } else {
      throw new IllegalArgumentException("no drawing for page " + page.name());
    }
  }
}
