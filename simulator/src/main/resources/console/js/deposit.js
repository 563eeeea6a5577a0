import { byId, make, say, grouped } from "./dom.js";
import { act } from "./stream.js";
import { drawNote, drawNotes, inNotes, inWords, pieces, worth } from "./notes.js";

const YUAN = [100, 50, 20, 10, 5, 1];
const QUALITIES = { fit: "Fit", unfit: "Worn", suspect: "Suspect", unreadable: "Unreadable" };
const MOST = 200;

const ready = new Map([["100 fit", 10]]);
let quality = "fit";
let latest;

/** The notes that the customer has ready to put in, and the slot that takes them. */
export function setUpDeposit() {
  byId("heaps").append(...YUAN.map(heapOf));
  byId("qualities").append(...Object.entries(QUALITIES).map(([id, name]) =>
    make("label", {}, make("input", { type: "radio", name: "quality", value: id, ...(id === quality && { checked: true }), on: { change: () => choose(id) } }), name)));
  byId("no-notes").addEventListener("click", () => (ready.clear(), showReady()));
  byId("note-button").addEventListener("click", useSlot);
  showReady();
}

function heapOf(yuan) {
  const step = (by, sign) => make("button", { type: "button", class: "step", "aria-label": `${by > 0 ? "One more" : "One less"} ¥${yuan}`, text: sign, on: { click: () => add(yuan, by) } });
  return make(
    "div",
    { class: "heap", "data-yuan": yuan },
    make("button", { type: "button", class: "add", "aria-label": `Ten more ¥${yuan}`, title: "Ten more", on: { click: () => add(yuan, 10) } }),
    make("span", { class: "stepper" }, step(-1, "−"), make("b", { text: "0" }), step(1, "+")),
  );
}

function choose(id) {
  quality = id;
  showReady();
}

function add(yuan, by) {
  const key = `${yuan} ${quality}`;
  const room = MOST - pieces(heaps());
  const count = Math.max(0, (ready.get(key) ?? 0) + Math.min(by, room));
  if (count) ready.set(key, count);
  else ready.delete(key);
  showReady();
}

/** What is ready, the largest first. */
function heaps() {
  const all = [...ready].map(([key, count]) => ({ yuan: Number(key.split(" ")[0]), quality: key.split(" ")[1], count }));
  return all.sort((one, other) => other.yuan - one.yuan);
}

function showReady() {
  for (const heap of byId("heaps").children) {
    const yuan = Number(heap.dataset.yuan);
    heap.querySelector(".add").replaceChildren(drawNote(yuan, quality));
    say(heap.querySelector(".stepper b"), String(ready.get(`${yuan} ${quality}`) ?? 0));
  }
  byId("heaps").dispatchEvent(new Event("counted"));
  if (latest) showSlot(latest);
}

/** "12 notes: 10 × ¥100, 2 × worn ¥50". */
export const readyInWords = () => (ready.size ? `${inNotes(pieces(heaps()))}: ${inWords(heaps())}` : "no notes");

const reachable = ({ acceptor }) => (acceptor?.shutterOpen ? [...acceptor.exit, ...acceptor.input] : []);

export function showSlot(state) {
  latest = state;
  const { acceptor, away } = state;
  const slot = byId("note-input");
  slot.classList.toggle("absent", !acceptor);
  if (!acceptor) {
    say(byId("input-status"), "not fitted");
    return;
  }
  const within = reachable(state);
  slot.classList.toggle("open", acceptor.shutterOpen);
  const words = inWords(within);
  const bundle = byId("input-bundle");
  if (bundle.dataset.words !== words) {
    bundle.dataset.words = words;
    bundle.replaceChildren(...drawNotes(within, 5));
  }
  const escrow = acceptor.escrow.length && `holds ¥${grouped(worth(acceptor.escrow))}`;
  say(byId("input-status"), escrow || (acceptor.inputOpen ? "open" : acceptor.exit.length ? "handed back" : "closed"));
  const back = acceptor.exit.length > 0 && acceptor.shutterOpen;
  const button = byId("note-button");
  say(button, back ? `Take ${pieces(within)}` : ready.size ? `Put in ${pieces(heaps())}` : "Put in");
  button.title = back ? `${words} handed back` : readyInWords();
  button.disabled = away || !(back || (acceptor.inputOpen && ready.size));
  button.classList.toggle("urgent", back && !away);
  say(byId("input-text"), within.length ? `${words} in the slot` : acceptor.shutterOpen ? "Slot open, nothing there" : "Slot closed");
}

function useSlot() {
  if (latest.acceptor.exit.length) act("take-notes");
  else act("put-notes", { notes: heaps() });
}
