import { byId, make, say, grouped } from "./dom.js";
import { act } from "./stream.js";
import { drawNotes, inWords, worth } from "./notes.js";
import { pickedCard } from "./wallet.js";

const CARD_TEXT = {
  inside: "card inside",
  "at-exit": "at the exit",
  jammed: "card stuck",
  unknown: "unknown",
};
const PAD_TEXT = { closed: "closed", keys: "open", pin: "takes a PIN" };

let latest;

/** Slots, shutter and lights of the machine's front. */
export function setUpFront() {
  byId("card-button").addEventListener("click", useCardSlot);
  byId("take-cash").addEventListener("click", () => act("take-cash"));
  byId("take-receipt").addEventListener("click", () => act("take-receipt"));
}

export function showFront(state) {
  latest = state;
  for (const led of document.querySelectorAll(".led")) led.dataset.rate = state.lights[led.dataset.light] ?? "off";
  showCardSlot();
  showCashExit(state);
  showReceiptSlot(state);
  say(byId("pad-text"), PAD_TEXT[state.pinPad]);
}

/** The card slot, again after another card was picked. */
export function showCardSlot() {
  if (!latest) return;
  const { media, open, card } = latest.cardSlot;
  const drawn = latest.wallet.find((each) => each.id === card);
  const out = byId("out-card");
  out.className = `out-card ${media} ${drawn ? `scheme-${drawn.scheme}` : ""}`;
  byId("card-lips").dataset.media = media;
  say(byId("card-text"), media === "not-present" ? (open ? "open" : "closed") : CARD_TEXT[media]);
  const button = byId("card-button");
  const atExit = media === "at-exit";
  say(button, atExit ? "Take card" : "Insert");
  const picked = pickedCard();
  button.disabled = latest.away || !(atExit || (media === "not-present" && open && picked?.place === "wallet"));
  button.classList.toggle("urgent", atExit);
}

/** Inserts the picked card, or takes the one that waits in the slot. */
export function useCardSlot() {
  if (latest.cardSlot.media === "at-exit") act("take-card");
  else if (pickedCard()) act("insert-card", { card: pickedCard().id });
}

function showCashExit(state) {
  const { shutterOpen, notes } = state.cashExit;
  byId("cash-exit").classList.toggle("open", shutterOpen);
  const bundle = byId("bundle");
  const words = inWords(notes);
  if (bundle.dataset.words !== words) {
    bundle.dataset.words = words;
    bundle.replaceChildren(...drawNotes(notes, 5));
  }
  const reachable = notes.length > 0 && !state.away;
  const button = byId("take-cash");
  button.disabled = !reachable;
  button.classList.toggle("urgent", reachable);
  say(button, notes.length ? `Take ¥${grouped(worth(notes))}` : "Take cash");
  say(byId("exit-text"), notes.length ? `${words} at the exit` : shutterOpen ? "Shutter open, nothing there" : "Shutter closed");
}

function showReceiptSlot(state) {
  const { paper, slip } = state.printer;
  const waits = slip.length > 0;
  byId("out-slip").classList.toggle("out", waits);
  if (waits && !byId("out-slip").childElementCount) {
    byId("out-slip").replaceChildren(...Array.from({ length: 4 }, () => make("i")));
  }
  say(byId("receipt-text"), waits ? "at the exit" : { full: "paper ok", low: "paper low", out: "no paper", unknown: "paper unknown" }[paper]);
  const button = byId("take-receipt");
  button.disabled = !waits || state.away;
  button.classList.toggle("urgent", waits && !state.away);
}
