import { make, grouped } from "./dom.js";

/** Drawings of notes, each over the last: all of them, or of many a bundle of about `most` in the same proportions. */
export function drawNotes(notes, most) {
  const total = notes.reduce((sum, { count }) => sum + count, 0);
  const drawn = ({ count }) => (total <= most ? count : Math.max(1, Math.floor((count * most) / total)));
  return notes.flatMap((each) =>
    Array.from({ length: drawn(each) }, () => make("span", { class: `note yuan-${each.yuan}` }, make("b", { text: each.yuan }))));
}

/** "3 × ¥100, 2 × ¥50". */
export const inWords = (notes) => notes.map(({ yuan, count }) => `${grouped(count)} × ¥${yuan}`).join(", ");

/** What notes are worth, in yuan. */
export const worth = (notes) => notes.reduce((sum, { yuan, count }) => sum + yuan * count, 0);
