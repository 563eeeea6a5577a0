import { make, grouped } from "./dom.js";

/** Drawings of notes, each over the last: all of them, or of many a bundle of about `most` in the same proportions. */
export function drawNotes(notes, most) {
  const total = notes.reduce((sum, { count }) => sum + count, 0);
  const drawn = ({ count }) => (total <= most ? count : Math.max(1, Math.floor((count * most) / total)));
  return notes.flatMap((each) => Array.from({ length: drawn(each) }, () => drawNote(each.yuan, each.quality)));
}

/** One note; of a heap in no good condition it shows. */
export function drawNote(yuan, quality = "fit") {
  return make("span", { class: `note yuan-${yuan} ${quality}` }, make("b", { text: quality === "unreadable" ? "?" : yuan }));
}

const CONDITION = { unfit: "worn ", suspect: "suspect ", unreadable: "unreadable " };

/** "3 × ¥100, 2 × worn ¥50". */
export const inWords = (notes) => notes.map(({ yuan, quality, count }) => `${grouped(count)} × ${CONDITION[quality] ?? ""}¥${yuan}`).join(", ");

/** What notes are worth, in yuan. */
export const worth = (notes) => notes.reduce((sum, { yuan, count }) => sum + yuan * count, 0);

/** How many notes there are. */
export const pieces = (notes) => notes.reduce((sum, { count }) => sum + count, 0);

/** "1 note", "12 notes". */
export const inNotes = (count) => `${grouped(count)} note${count === 1 ? "" : "s"}`;
