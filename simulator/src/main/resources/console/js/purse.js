import { byId, make } from "./dom.js";
import { act } from "./stream.js";
import { pickedCard } from "./wallet.js";
import { pickedBook } from "./books.js";
import { readyInWords } from "./deposit.js";

let payees = [];
let page = "";

/** The line that tells of what is picked: a card, a passbook, or the notes that are ready. */
export function setUpPurse() {
  for (const tab of document.querySelectorAll(".purse-tabs [role=tab]")) tab.addEventListener("click", () => showPicked());
  byId("heaps").addEventListener("counted", () => showPicked());
}

export function showPicked(state, nowPage) {
  payees = state?.bank.payees ?? payees;
  page = nowPage ?? page;
  const panel = document.querySelector(".purse.chosen").id;
  const { pin, facts, remark, id } = { "purse-cards": ofCard, "purse-books": ofBook, "purse-notes": ofNotes }[panel]();
  const types = page === "account-entry" && payees.some((payee) => payee.id === id);
  const line = byId("picked");
  const key = JSON.stringify([pin, facts, remark, types && id]);
  if (line.dataset.key === key) return;
  line.dataset.key = key;
  line.title = [facts, remark].filter(Boolean).join("\n");
  line.replaceChildren(
    ...[
      pin && make("b", { class: "pin", text: `Test PIN ${pin}` }),
      types && make("button", { type: "button", id: "type-number", class: "types", text: "Type its number", title: "On the keys, as the payee's account", on: { click: () => act("type-number", { of: id }) } }),
      make("span", { text: facts }),
    ].filter(Boolean),
  );
}

const yuan = (balance) => (balance === null ? [] : [`¥${Number(balance).toLocaleString("en-US", { minimumFractionDigits: 2 })}`]);

function ofCard() {
  const card = pickedCard();
  return card ? { id: card.id, pin: card.pin, facts: [card.pan, ...yuan(card.balance), `exp ${card.expires}`].join(" · "), remark: card.remark } : NOTHING;
}

function ofBook() {
  const book = pickedBook();
  return book ? { id: book.id, pin: book.pin, facts: [book.account, ...yuan(book.balance)].join(" · "), remark: book.remark } : NOTHING;
}

const ofNotes = () => ({ facts: readyInWords() });
const NOTHING = { facts: "" };
