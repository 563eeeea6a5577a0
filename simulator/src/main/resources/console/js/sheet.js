import { byId, make } from "./dom.js";

/** A sheet over the page: a slip to read, or the audit. */
export function setUpSheet() {
  byId("sheet-close").addEventListener("click", () => byId("sheet").close());
}

export function openSlip(lines) {
  open("Receipt", make("pre", { class: "paper", lang: "zh", text: lines.join("\n") }));
}

export function openAudit(audit) {
  const list = make("ul", { class: "audit-lines" }, ...audit.lines.map((line) => make("li", { text: line })));
  open(audit.holds ? "The audit holds" : "The audit does not hold", list);
}

function open(title, body) {
  byId("sheet-title").textContent = title;
  byId("sheet-body").replaceChildren(body);
  byId("sheet").showModal();
}
