import { byId, make, say } from "./dom.js";
import { act } from "./stream.js";
import { openBook } from "./passbook.js";

const PLACES = { wallet: "", machine: "in machine", retained: "kept" };
const SLOT_TEXT = { inside: "book inside", "at-exit": "at the exit", jammed: "book stuck", unknown: "unknown" };

let books = [];
let picked;
let latest;
let page;
let onPick = () => {};

/** The passbooks in the purse, how one is held out, and the slot that takes it. */
export function setUpBooks(whenPicked) {
  onPick = whenPicked;
  const step = (by, sign, name) => make("button", { type: "button", class: "step", id: by < 0 ? "open-before" : "open-behind", "aria-label": name, text: sign, on: { click: () => turn(by) } });
  byId("book-page").append("Open at page", step(-1, "−", "Page before"), make("b", { id: "held-page", text: "1" }), step(1, "+", "Next page"));
  byId("read-book").addEventListener("click", () => openBook(picked));
  byId("book-button").addEventListener("click", useSlot);
}

/** The book that was picked from the purse, as it is now. */
export const pickedBook = () => books.find((book) => book.id === picked);

export function showBooks(state) {
  latest = state;
  books = state.books;
  if (!pickedBook()) pick(books[0]?.id);
  const box = byId("books");
  if (box.childElementCount !== books.length) box.replaceChildren(...books.map(cover));
  for (const book of books) {
    const button = box.querySelector(`[data-book="${CSS.escape(book.id)}"]`);
    if (button.dataset.place && button.dataset.place !== book.place && book.id === picked) page = book.openPage;
    button.dataset.place = book.place;
    const where = button.querySelector(".where");
    say(where, PLACES[book.place]);
    where.hidden = !PLACES[book.place];
  }
  mark();
  showSlot();
}

function cover(book) {
  return make(
    "button",
    { type: "button", class: "cover", "data-book": book.id, title: book.remark, on: { click: () => (pick(book.id), onPick()), dblclick: () => openBook(book.id) } },
    make("b", { lang: "zh", text: "存折", "aria-hidden": "true" }),
    make("i", { "aria-hidden": "true" }),
    make("span", { class: "cover-name", text: book.name }),
    make("span", { class: "where" }),
  );
}

function pick(id) {
  picked = id;
  page = pickedBook()?.openPage ?? 1;
  mark();
  if (latest) showSlot();
}

function turn(by) {
  page = Math.min(pickedBook().pages, Math.max(1, page + by));
  mark();
}

function mark() {
  const book = pickedBook();
  if (!book) return;
  for (const button of byId("books").children) button.setAttribute("aria-pressed", button.dataset.book === picked);
  say(byId("held-page"), String(page));
  byId("open-before").disabled = page <= 1;
  byId("open-behind").disabled = page >= book.pages;
}

function showSlot() {
  const slot = latest.bookSlot;
  byId("book-slot").classList.toggle("absent", !slot);
  if (!slot) {
    say(byId("book-text"), "not fitted");
    return;
  }
  byId("out-book").className = `out-book ${slot.media}`;
  byId("book-lips").dataset.media = slot.media;
  say(byId("book-text"), slot.media === "not-present" ? (slot.open ? "open" : "closed") : SLOT_TEXT[slot.media]);
  const atExit = slot.media === "at-exit";
  const button = byId("book-button");
  say(button, atExit ? "Take book" : "Insert");
  button.disabled = latest.away || !(atExit || (slot.media === "not-present" && slot.open && pickedBook()?.place === "wallet"));
  button.classList.toggle("urgent", atExit && !latest.away);
}

function useSlot() {
  if (latest.bookSlot.media === "at-exit") act("take-book");
  else act("insert-book", { book: picked, page, "upside-down": byId("upside-down").checked });
}
