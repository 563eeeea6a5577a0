import { byId, make } from "./dom.js";
import { act } from "./stream.js";

// The layout of an encrypting pad with its function keys in the right column: raised X, left arrow, circle (ADA 2010 §707.6).
const KEYS = [
  ["1", "2", "3", "cancel"],
  ["4", "5", "6", "clear"],
  ["7", "8", "9", "enter"],
  [null, "0", null, null],
];
const FUNCTIONS = {
  cancel: { sign: "✕", zh: "取消", name: "Cancel" },
  clear: { sign: "←", zh: "更正", name: "Clear" },
  enter: { sign: "○", zh: "确认", name: "Enter" },
};
const TYPED = { Enter: "enter", Backspace: "clear", Delete: "clear", Escape: "cancel" };

/** The PIN pad, by mouse and by keyboard. */
export function setUpPad() {
  for (const row of KEYS) for (const key of row) byId("pad").append(drawn(key));
  document.addEventListener("keydown", typed);
}

export function showPad(state) {
  byId("pad").dataset.mode = state.pinPad;
}

function drawn(key) {
  if (key === null) return make("span", { class: "key blank", "aria-hidden": "true" });
  const special = FUNCTIONS[key];
  const button = make("button", {
    type: "button",
    class: `key ${special ? key : "digit"}`,
    "data-key": key,
    "aria-label": special?.name ?? key,
    // The mouse leaves the keyboard's focus where it is, so that Enter still means the pad's Enter.
    on: { mousedown: (event) => event.preventDefault(), click: () => press(key) },
  });
  if (special) button.append(make("b", { text: special.sign }), make("small", { text: special.zh, lang: "zh" }));
  else button.append(make("b", { text: key }));
  return button;
}

function typed(event) {
  if (!byId("typing").checked || event.ctrlKey || event.altKey || event.metaKey || byId("sheet").open) return;
  const target = event.target;
  if (target.closest("select, textarea, input:not([type=checkbox], [type=radio])")) return;
  const digit = /^[0-9]$/.test(event.key);
  const key = digit ? event.key : TYPED[event.key];
  const control = target.closest("button, a, summary, input, [role=tabpanel]");
  if (!key || event.repeat || (!digit && event.key !== "Escape" && control)) return;
  event.preventDefault();
  press(key);
}

function press(key) {
  const button = byId("pad").querySelector(`[data-key="${key}"]`);
  button.classList.add("pressed");
  setTimeout(() => button.classList.remove("pressed"), 140);
  act("press", { key });
}
