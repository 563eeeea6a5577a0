import { byId, make, say, grouped, spaced } from "./dom.js";
import { act } from "./stream.js";
import { inNotes, inWords, pieces } from "./notes.js";

/** Cash units with their counts. */
export function showUnits({ units, acceptor, bookSlot, books }) {
  const box = byId("units");
  const all = [...units, ...(acceptor?.units ?? [])];
  const shape = [...all.map((unit) => unit.id), Boolean(bookSlot)].join();
  if (box.dataset.shape !== shape) {
    box.dataset.shape = shape;
    box.replaceChildren(
      make("h3", { text: "Dispenser" }), ...units.map(unitRow),
      ...(acceptor ? [make("h3", { text: "Acceptor" }), placeRow("ESCROW"), ...acceptor.units.map(unitRow)] : []),
      ...(bookSlot ? [make("h3", { text: "Passbook unit" }), placeRow("BOOK")] : []),
    );
  }
  if (acceptor) showEscrow(acceptor);
  if (bookSlot) showBookUnit(bookSlot, books);
  for (const unit of all) fill(box.querySelector(`[data-unit="${CSS.escape(unit.id)}"]`), unit);
}

function placeRow(id) {
  return make("div", { class: "unit place", "data-unit": id }, make("b", { class: "unit-id", text: id }), make("span", {}), make("b", { class: "unit-state" }));
}

function tellPlace(id, what, state, tone) {
  const row = byId("units").querySelector(`[data-unit="${id}"]`);
  say(row.querySelector("span"), what);
  say(row.querySelector(".unit-state"), state);
  row.dataset.tone = tone;
}

function showEscrow({ escrow, transport, exit, inputOpen }) {
  const stuck = transport.length ? `${inNotes(pieces(transport))} in the transport` : "";
  const back = exit.length ? `${inNotes(pieces(exit))} handed back` : "";
  tellPlace("ESCROW", escrow.length ? inWords(escrow) : "empty", stuck || back || (inputOpen ? "open" : "ok"), stuck ? "bad" : back ? "wait" : "good");
}

function showBookUnit({ media, book, retained }, books) {
  const name = books.find((each) => each.id === book)?.name;
  const bin = retained ? `, ${retained} kept` : "";
  tellPlace("BOOK", (name ?? "empty") + bin, spaced(media === "not-present" ? "ok" : media), { jammed: "bad", "at-exit": "wait" }[media] ?? "good");
}

function unitRow(unit) {
  const what = unit.yuan ? `¥${unit.yuan}` : spaced(unit.type);
  return make(
    "div",
    { class: `unit ${unit.yuan ? `yuan-${unit.yuan}` : "bin"} ${unit.type}`, "data-unit": unit.id },
    make("b", { class: "unit-id", text: unit.id }),
    make("span", { class: "unit-what", text: what }),
    make("div", { class: "bar", "aria-hidden": "true" }, make("div", { class: "level" }), make("div", { class: "minimum" })),
    make("span", { class: "unit-count" }),
    make("span", { class: "unit-state" }),
  );
}

function fill(row, unit) {
  const share = unit.scale ? Math.min(1, unit.count / unit.scale) : 0;
  row.querySelector(".level").style.width = `${100 * share}%`;
  const minimum = row.querySelector(".minimum");
  minimum.hidden = unit.minimum * 50 < unit.scale;
  minimum.style.left = `${unit.scale ? Math.min(100, (100 * unit.minimum) / unit.scale) : 0}%`;
  say(row.querySelector(".unit-count"), grouped(unit.count));
  const state = row.querySelector(".unit-state");
  say(state, spaced(unit.state));
  row.dataset.state = unit.state;
}

/** The saboteur's panel. */
export function setUpFaults() {
  byId("faults").addEventListener("change", (event) => {
    const row = event.target.closest("[data-fault]");
    if (row && event.target.matches("select") && row.dataset.on === "true") strike(row, true);
  });
}

export function showFaults(state) {
  const box = byId("faults");
  const shape = JSON.stringify(state.faults.map(({ id, choices }) => [id, choices]));
  if (box.dataset.shape !== shape) {
    box.dataset.shape = shape;
    box.replaceChildren(powerRow(), ...groups(state.faults));
  }
  const off = state.terminal.condition === "power-off";
  byId("cut-power").disabled = off;
  byId("reboot").disabled = off;
  byId("restore-power").disabled = !off;
  for (const fault of state.faults) mark(box.querySelector(`[data-fault="${CSS.escape(fault.id)}"]`), fault);
  const on = state.faults.filter((fault) => fault.on).length;
  byId("fault-count").hidden = on === 0;
  say(byId("fault-count"), String(on));
  byId("mend").classList.toggle("needed", on > 0);
}

function powerRow() {
  const button = (id, text, title) => make("button", { type: "button", id, class: "works", text, title, on: { click: () => act(id) } });
  return make(
    "div",
    { class: "power", role: "group", "aria-label": "Power" },
    button("cut-power", "Cut power", "The terminal is gone in the middle of whatever it did"),
    button("restore-power", "Restore power", "The terminal boots on what was durable"),
    button("reboot", "Reboot", "Cut and restore in one"),
    button("mend", "Mend everything", "End all faults, fill cassettes and paper, empty the bins"),
  );
}

function groups(faults) {
  const names = [...new Set(faults.map((fault) => fault.group))];
  return names.map((name) =>
    make("fieldset", {}, make("legend", { text: name }), ...faults.filter((fault) => fault.group === name).map(faultRow)));
}

function faultRow(fault) {
  const row = make("div", { class: "fault", "data-fault": fault.id, title: fault.remark });
  const id = `fault-${fault.id}`;
  const toggle = make("button", { type: "button", id, role: "switch", class: "switch", "aria-checked": "false", on: { click: () => strike(row, row.dataset.on !== "true") } }, make("span", { class: "knob" }));
  toggle.setAttribute("aria-label", fault.name);
  row.append(toggle, make("label", { for: id }, make("span", { class: "fault-name", text: fault.name }), make("span", { class: "fault-remark", text: fault.remark })));
  if (fault.choices.length) {
    row.append(make("select", { "aria-label": `${fault.name}: which` }, ...fault.choices.map((choice) => make("option", { value: choice, text: choice }))));
  }
  if (fault.once) row.append(make("span", { class: "once", text: "once" }));
  return row;
}

function mark(row, fault) {
  row.dataset.on = fault.on;
  row.querySelector(".switch").setAttribute("aria-checked", fault.on);
  const select = row.querySelector("select");
  if (select && fault.chosen && document.activeElement !== select) select.value = fault.chosen;
}

function strike(row, on) {
  const choice = row.querySelector("select")?.value;
  act("fault", { fault: row.dataset.fault, on, ...(choice === undefined ? {} : { choice }) });
}
