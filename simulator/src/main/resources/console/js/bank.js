import { byId, make, say } from "./dom.js";
import { act } from "./stream.js";
import { openBook } from "./passbook.js";

/** What the bank's staff sees and does: books, transfers, payees, alerts. Drawn anew when something of it has changed. */
export function showBank({ books, bank }) {
  const alerts = bank.alerts.length;
  byId("alert-count").hidden = alerts === 0;
  say(byId("alert-count"), String(alerts));
  const known = books.filter((book) => book.due);
  const box = byId("bank");
  const key = JSON.stringify([known.map(({ id, balance, due }) => [id, balance, due]), bank]);
  if (box.dataset.key === key) return;
  box.dataset.key = key;
  const focused = document.activeElement?.dataset.deed;
  box.replaceChildren(
    make("h3", { text: "Passbooks" }), table(["Book", "Balance", "Page/line", "Waits", ""], known.map(bookRow)),
    make("h3", { text: "Transfers" }), bank.transfers.length ? table(["From", "To", "Amount", "", "Due"], bank.transfers.map(transferRow)) : none("None yet."),
    make("h3", { text: "Payees" }), table(["Payee", "Number", ""], bank.payees.map(payeeRow)),
    make("h3", { text: "Alerts" }), alerts ? table(["Time", "Code", ""], bank.alerts.map(alertRow)) : none("None."),
  );
  if (focused) box.querySelector(`[data-deed="${CSS.escape(focused)}"]`)?.focus();
}

const none = (text) => make("p", { class: "none", text });
const cell = (text, className) => make("td", { class: className, text });
const money = (yuan) => `¥${Number(yuan).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;

function table(heads, rows) {
  return make("table", {}, make("thead", {}, make("tr", {}, ...heads.map((text) => make("th", { scope: "col", text, class: text === "Balance" || text === "Amount" ? "money" : undefined })))), make("tbody", {}, ...rows));
}

function deed(id, text, title, done, pressed) {
  return make("button", { type: "button", class: "deed", "data-deed": id, text, title, "aria-pressed": pressed === undefined ? undefined : String(pressed), on: { click: done } });
}

function bookRow({ id, name, account, balance, pages, due }) {
  const line = due.row > 12 ? due.row - 2 : due.row;
  return make(
    "tr",
    { title: account },
    cell(name),
    cell(balance === null ? "" : money(balance), "money"),
    cell(due.page > pages ? "full" : `${due.page} / ${line}`),
    cell(due.waiting.length ? `${due.waiting.length}` : "–"),
    make("td", { class: "deeds" }, deed(`pension-${id}`, "+ Pension", "A pension comes in; its row waits to be printed", () => act("post-row", { book: id })), deed(`look-${id}`, "Look", "Look inside", () => openBook(id))),
  );
}

function transferRow({ payer, payee, amount, due, standing }) {
  return make("tr", {}, cell(payer), make("td", { lang: "zh", text: payee }), cell(money(amount), "money"),
    make("td", {}, make("span", { class: "standing", "data-is": standing, text: standing })), cell(standing === "held" ? due.slice(5, 16).replace("T", " ") : due.slice(11, 16)));
}

function payeeRow({ id, name, number, listed, slow }) {
  const mark = (word, on, text, title) => deed(`${word}-${id}`, text, title, () => act("mark-payee", { payee: id, mark: word, on: !on }), on);
  return make("tr", {}, cell(name), cell(number),
    make("td", { class: "deeds" }, mark("listed", listed, "Case list", "On the anti-fraud centre's case list: no transfer goes there"), mark("slow", slow, "24 h only", "No transfer arrives at once")));
}

function alertRow({ time, code, what }) {
  return make("tr", {}, cell(time.slice(11, 19)), cell(code), cell(what));
}
