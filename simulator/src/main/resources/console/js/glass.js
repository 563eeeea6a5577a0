import { byId, make } from "./dom.js";
import { act } from "./stream.js";

let shown = { dark: true, areas: [], text: [] };
let newest = 0;

/** The screen: the picture pixel for pixel, a button over each touch area, and the same text for assistive technology. */
export function setUpGlass() {
  byId("glass").addEventListener("click", (event) => {
    if (shown.dark || event.target.closest("button")) return;
    const box = byId("picture").getBoundingClientRect();
    touch((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  });
  const toggle = byId("actual-size");
  toggle.addEventListener("click", () => {
    const on = document.body.classList.toggle("actual");
    toggle.setAttribute("aria-pressed", on);
    toggle.textContent = on ? "Back to the machine" : "1:1";
    for (const part of document.querySelectorAll(".top, .desk, .customer, .right, .exit")) part.inert = on;
    fit();
  });
  window.addEventListener("resize", fit);
}

/** Shows what the frame event tells, once its pixels are here, so that areas and picture always belong together. */
export async function showFrame(frame) {
  const turn = ++newest;
  if (!frame.dark) {
    const pixels = new Image();
    pixels.src = frame.picture;
    try {
      await pixels.decode();
    } catch {
      return; // a newer picture has already taken its place
    }
    if (turn !== newest) return;
    byId("picture").src = frame.picture;
  }
  shown = frame;
  document.body.classList.toggle("dark-screen", frame.dark);
  byId("picture").hidden = frame.dark;
  layAreas(frame);
  mirror(frame);
  fit();
}

function layAreas(frame) {
  const areas = byId("areas");
  const focused = areas.contains(document.activeElement) ? document.activeElement.dataset.optionId : undefined;
  areas.replaceChildren(
    ...frame.areas.map((area) => {
      const button = make("button", {
        type: "button",
        class: "area",
        "aria-label": area.label,
        lang: frame.language,
        "data-option-id": area.option,
        on: {
          mousedown: (event) => event.preventDefault(),
          click: (event) => {
            const box = byId("picture").getBoundingClientRect();
            const byFinger = event.detail > 0;
            const x = byFinger ? (event.clientX - box.left) / box.width : (area.x + area.width / 2) / frame.width;
            const y = byFinger ? (event.clientY - box.top) / box.height : (area.y + area.height / 2) / frame.height;
            touch(x, y);
          },
        },
      });
      button.style.left = percent(area.x, frame.width);
      button.style.top = percent(area.y, frame.height);
      button.style.width = percent(area.width, frame.width);
      button.style.height = percent(area.height, frame.height);
      return button;
    }),
  );
  if (focused !== undefined) {
    const same = areas.querySelector(`[data-option-id="${CSS.escape(focused)}"]`);
    (same ?? byId("glass")).focus({ preventScroll: true });
  }
}

function mirror(frame) {
  const text = byId("screen-text");
  text.dataset.page = frame.page ?? "";
  text.dataset.profile = frame.profile ?? "";
  text.dataset.frame = frame.number ?? 0;
  text.lang = frame.language || "en";
  const lines = frame.dark ? ["The screen is dark."] : frame.text;
  const before = [...text.children].map((line) => line.textContent);
  if (lines.join("\n") !== before.join("\n")) text.replaceChildren(...lines.map((line) => make("p", { text: line })));
}

/** Gives the glass the picture's shape, and at 1:1 its own size in the display's pixels. */
function fit() {
  const root = document.documentElement.style;
  if (shown.dark) return;
  root.setProperty("--ratio", shown.width / shown.height);
  root.setProperty("--actual-width", `${shown.width / window.devicePixelRatio}px`);
}

function touch(acrossShare, downShare) {
  const x = clamp(Math.floor(acrossShare * shown.width), shown.width);
  const y = clamp(Math.floor(downShare * shown.height), shown.height);
  act("touch", { x, y, frame: shown.number });
}

const clamp = (value, size) => Math.min(size - 1, Math.max(0, value));
const percent = (part, whole) => `${(100 * part) / whole}%`;
