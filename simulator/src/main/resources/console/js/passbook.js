import { byId, make, say } from "./dom.js";

// Rows of paper on one page: twelve lines, the fold, twelve lines. What a bank counts as lines leaves the fold out.
const ROWS = 26;
const FOLD = [13, 14];
const HEAD = ["日期", "摘要", "支出(-) 存入(+)", "余额", "柜员"];

let books = [];
let shown;
let page = 1;
let known = new Set();

/** The open book as a picture: what stands on its paper, as it stands there. */
export function setUpPassbook() {
  byId("page-back").addEventListener("click", () => turn(page - 1));
  byId("page-on").addEventListener("click", () => turn(page + 1));
  byId("book-close").addEventListener("click", () => byId("book-sheet").close());
  byId("book-sheet").addEventListener("keydown", (event) => {
    const by = { PageUp: -1, PageDown: 1 }[event.key];
    if (event.key === "Escape") byId("book-sheet").close();
    else if (by) turn(page + by);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Shows that book beside the machine, open where it was held open last. */
export function openBook(id) {
  shown = id;
  const book = current();
  page = Math.min(book.openPage, book.pages);
  known = new Set(book.printed.map(place));
  draw(book, false);
  byId("book-sheet").show();
}

/** What is printed meanwhile appears; a page that the machine turns is turned here. */
export function showPassbook(state) {
  const before = current();
  books = state.books;
  const now = current();
  if (!now || !byId("book-sheet").open) return;
  if (before && before.openPage !== now.openPage) page = now.openPage;
  draw(now, before?.openPage !== now.openPage);
}

const current = () => books.find((book) => book.id === shown);
const place = ({ page: at, row }) => `${at}/${row}`;

function turn(to) {
  const book = current();
  const next = Math.min(book.pages, Math.max(1, to));
  const turned = next !== page;
  page = next;
  draw(book, turned);
}

function draw(book, turned) {
  say(byId("book-title"), `${book.name} · ${book.account}`);
  say(byId("page-number"), `Page ${page} of ${book.pages}`);
  byId("page-back").disabled = page <= 1;
  byId("page-on").disabled = page >= book.pages;
  foot(book);
  const prints = book.printed.filter((print) => print.page === page);
  const key = JSON.stringify([book.id, page, prints, book.due]);
  const box = byId("open-book");
  if (box.dataset.key === key) return;
  box.dataset.key = key;
  const lines = Array.from({ length: ROWS }, (_, at) => line(book, at + 1, prints.filter((print) => print.row === at + 1)));
  box.replaceChildren(
    make("div", { class: "leaf upper" }, make("div", { class: "form-head", lang: "zh" }, ...HEAD.map((text) => make("span", { text }))), ...lines.slice(0, 12)),
    make("div", { class: "fold" }, ...lines.slice(12, 14)),
    make("div", { class: "leaf lower" }, ...lines.slice(14), make("div", { class: "form-foot", "aria-hidden": "true", text: `— ${page} —` })),
  );
  for (const print of prints) known.add(place(print));
  box.classList.remove("turned");
  if (turned) {
    void box.offsetWidth; // lets the animation begin anew
    box.classList.add("turned");
  }
}

function line(book, row, prints) {
  const doubtful = book.due?.doubtful.some((spot) => spot.page === page && spot.row === row);
  const due = book.due && book.due.page === page && book.due.row === row;
  const torn = prints.some((print) => !print.whole);
  const inFold = FOLD.includes(row);
  if (inFold && !prints.length) return null;
  return make(
    "div",
    { class: ["line", torn && "torn", doubtful && "doubt", due && "due"].filter(Boolean).join(" "), title: due ? "Here the bank prints next" : undefined },
    inFold ? null : make("small", { text: row > 12 ? row - FOLD.length : row, "aria-hidden": "true" }),
    ...prints.map((print) => make("span", { class: `printed ${known.has(place(print)) ? "" : "fresh"}`, lang: "zh", text: print.text })),
    torn || doubtful ? make("span", { class: "tag", text: torn ? "torn off" : "in doubt" }) : null,
  );
}

function foot(book) {
  const waiting = book.due?.waiting ?? [];
  const full = book.due && book.due.page > book.pages;
  const rows = waiting.slice(0, 3).map(({ summary, amount }) => `${summary} ${amount}`).join(", ");
  const more = waiting.length > 3 ? ` and ${waiting.length - 3} more` : "";
  const words = !book.due
    ? "This bank has not given out this book."
    : `${full ? "The book is full. " : ""}${waiting.length ? `Waiting to be printed: ${rows}${more}` : "Nothing waits to be printed."}`;
  say(byId("book-foot"), words);
}
