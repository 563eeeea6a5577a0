import { byId, make } from "./dom.js";
import { act } from "./stream.js";
import { drawNotes, inNotes, inWords, pieces, worth } from "./notes.js";
import { openSlip } from "./sheet.js";

const SCHEMES = {
  unionpay: "UnionPay",
  visa: "Visa",
  mastercard: "Mastercard",
  amex: "American Express",
  jcb: "JCB",
  diners: "Diners Club",
  discover: "Discover",
};
const MARKS = { amex: "Amex", diners: "Diners" };
const PLACES = { wallet: "", machine: "in machine", retained: "kept" };

let cards = [];
let picked;
let onPick = () => {};

/** The customer: a wallet of test cards, and what the machine has given. */
export function setUpWallet(whenPicked) {
  onPick = whenPicked;
  byId("walk-away").addEventListener("click", () => act("walk-away"));
  byId("next-customer").addEventListener("click", () => act("next-customer"));
}

/** The card that was picked from the wallet, as it is now. */
export const pickedCard = () => cards.find((card) => card.id === picked);

export function showWallet(state) {
  cards = state.wallet;
  if (!pickedCard()) picked = cards[0]?.id;
  const wallet = byId("wallet");
  if (wallet.childElementCount !== cards.length) wallet.replaceChildren(...cards.map(drawn));
  for (const card of cards) {
    const button = wallet.querySelector(`[data-card="${CSS.escape(card.id)}"]`);
    button.dataset.place = card.place;
    button.querySelector(".where").textContent = PLACES[card.place];
  }
  mark();
  showHands(state);
}

function drawn(card) {
  return make(
    "button",
    {
      type: "button",
      class: `card scheme-${card.scheme}`,
      "data-card": card.id,
      title: card.remark,
      on: { click: () => pick(card.id), dblclick: () => act("insert-card", { card: card.id }) },
    },
    make("span", { class: "card-name", text: card.name }),
    make("span", { class: "where" }),
    make("span", { class: "card-scheme", text: MARKS[card.scheme] ?? SCHEMES[card.scheme] }),
  );
}

function pick(id) {
  picked = id;
  mark();
  onPick();
}

function mark() {
  for (const button of byId("wallet").children) button.setAttribute("aria-pressed", button.dataset.card === picked);
}

function showHands(state) {
  const { notes, returned, slips } = state.hands;
  const hands = byId("hands");
  const key = JSON.stringify(state.hands) + state.away;
  if (hands.dataset.key !== key) {
    hands.dataset.key = key;
    hands.replaceChildren(...held(notes, returned, slips, state.away));
  }
  byId("walk-away").disabled = state.away;
  document.body.classList.toggle("away", state.away);
}

function held(notes, returned, slips, away) {
  const things = [];
  if (notes.length) {
    const total = `¥${worth(notes).toLocaleString("en-US")}`;
    things.push(
      make("div", { class: "held-notes", title: inWords(notes) }, make("div", { class: "fan", "aria-hidden": "true" }, ...drawNotes(notes, 4)),
        make("p", {}, make("b", { id: "cash-in-hand", text: total }), ` ${inWords(notes)}`)),
    );
  }
  if (returned.length) {
    things.push(
      make("div", { class: "held-notes", title: inWords(returned) }, make("div", { class: "fan", "aria-hidden": "true" }, ...drawNotes(returned, 3)),
        make("p", {}, make("b", { id: "handed-back", text: inNotes(pieces(returned)) }), ` handed back: ${inWords(returned)}`)),
    );
  }
  slips.slice(-3).forEach((lines, index) => {
    const number = slips.length - Math.min(3, slips.length) + index + 1;
    things.push(make("button", { type: "button", class: "slip", "aria-label": `Read receipt ${number}`, on: { click: () => openSlip(lines) } },
      make("span", { text: lines.filter((line) => line.trim()).slice(0, 6).join("\n") })));
  });
  if (!things.length) things.push(make("p", { class: "nothing", text: away ? "The customer has walked away." : "Nothing yet." }));
  return things;
}
