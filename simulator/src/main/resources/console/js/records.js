import { byId, make, followingEnd } from "./dom.js";

const MOST = 2000;
const ALARMING = /FAULT|JAM|RETRACT|REVERSAL|SUSPENSE|CAPTURED|RETAINED|ERROR|NO REPLY|POWER|DOWN|CLOSED|MISSING/;

let messages = 0;

/** One line of the electronic journal. */
export function addLine({ number, time, text }) {
  const list = byId("journal");
  const kind = text.startsWith("*") ? "bracket" : ALARMING.test(text) ? "alarming" : "";
  const line = make("li", { class: kind, "data-number": number }, make("time", { datetime: time, text: time.slice(11, 19), title: time.slice(0, 10) }), make("span", { text }));
  followingEnd(list.closest(".panel"), () => {
    list.append(line);
    if (list.childElementCount > MOST) list.firstElementChild.remove();
  });
}

/** One ISO 8583 message, to be opened field by field. */
export function addMessage(message) {
  const list = byId("messages");
  const toBank = message.direction === "to-bank";
  const field = (number) => message.fields.find((each) => each.number === number)?.value;
  const amount = /^\d{12}$/.test(field(4)) && `¥${(Number(field(4)) / 100).toFixed(2)}`;
  const short = [field(11) && `STAN ${field(11)}`, amount, field(39) && `code ${field(39)}`].filter(Boolean).join(" · ");
  const summary = make(
    "summary",
    {},
    make("span", { class: "way", text: toBank ? "→" : "←", "aria-hidden": "true" }),
    make("span", { class: "unseen", text: toBank ? "to the bank:" : "to the terminal:" }),
    make("b", { class: `mti mti-${message.mti[1]}`, text: message.mti }),
    make("span", { class: "title", text: message.title }),
    make("span", { class: "short", text: short }),
    make("time", { datetime: message.time, text: message.time.slice(11, 19) }),
    message.note ? make("span", { class: "befell", text: message.note }) : null,
  );
  const rows = message.fields.map(({ number, name, value }) =>
    make("tr", {}, make("th", { scope: "row", text: number }), make("td", { text: name }), make("td", { class: "value", text: value })));
  const table = make("table", {}, make("caption", { class: "unseen", text: `Fields of ${message.mti}` }), make("tbody", {}, ...rows));
  const entry = make("li", { class: toBank ? "to-bank" : "to-terminal", "data-mti": message.mti, "data-number": message.number }, make("details", {}, summary, table));
  followingEnd(list.closest(".panel"), () => {
    list.append(entry);
    if (list.childElementCount > MOST) list.firstElementChild.remove();
  });
  byId("message-count").textContent = String(++messages);
}

export function clearRecords() {
  byId("journal").replaceChildren();
  byId("messages").replaceChildren();
  messages = 0;
}
