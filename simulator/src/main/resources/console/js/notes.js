import { make, grouped } from "./dom.js";

/** Drawings of notes, at most `most` of them, each over the last. */
export function drawNotes(notes, most) {
  const drawn = [];
  for (const { yuan, count } of notes) {
    for (let i = 0; i < count && drawn.length < most; i++) {
      drawn.push(make("span", { class: `note yuan-${yuan}` }, make("b", { text: yuan })));
    }
  }
  return drawn;
}

/** "3 × ¥100, 2 × ¥50". */
export const inWords = (notes) => notes.map(({ yuan, count }) => `${grouped(count)} × ¥${yuan}`).join(", ");

/** What notes are worth, in yuan. */
export const worth = (notes) => notes.reduce((sum, { yuan, count }) => sum + yuan * count, 0);
