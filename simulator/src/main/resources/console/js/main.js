import { byId, say, spaced } from "./dom.js";
import { listen } from "./stream.js";
import { setUpGlass, showFrame } from "./glass.js";
import { setUpFront, showFront, showCardSlot } from "./front.js";
import { setUpPad, showPad } from "./pad.js";
import { setUpWallet, showWallet } from "./wallet.js";
import { setUpPurse, showPicked } from "./purse.js";
import { setUpBooks, showBooks } from "./books.js";
import { setUpDeposit, showSlot } from "./deposit.js";
import { setUpPassbook, showPassbook } from "./passbook.js";
import { showBank } from "./bank.js";
import { addLine, addMessage, clearRecords } from "./records.js";
import { setUpFaults, showFaults, showUnits } from "./works.js";
import { setUpSheet, openAudit } from "./sheet.js";
import { setUpTabs } from "./tabs.js";

let audit = null;

function showVitals({ hardware, terminal, audit: counted }) {
  const condition = byId("terminal-condition");
  say(condition, spaced(terminal.condition) + (terminal.detail ? ` · ${terminal.detail}` : ""));
  condition.dataset.tone = { "in-service": "good", serving: "good", starting: "wait", "power-off": "bad", closed: "bad" }[terminal.condition];
  say(byId("hardware"), { ports: "behind ports", xfs: "over XFS" }[hardware]);
  say(byId("host-condition"), terminal.hostUp ? "connected" : "not connected");
  byId("host-condition").dataset.tone = terminal.hostUp ? "good" : "bad";
  const owed = [terminal.owed && `${terminal.owed} advice${terminal.owed === 1 ? "" : "s"}`, terminal.suspense && `${terminal.suspense} suspense`].filter(Boolean);
  say(byId("owed"), owed.join(" · ") || "nothing");
  byId("owed").title = terminal.suspense ? "./atm suspense shows the case; two operators settle it" : "";
  byId("owed").dataset.tone = owed.length ? "wait" : "good";
  audit = counted;
  say(byId("audit"), audit === null ? "counted at rest" : audit.holds ? "holds" : "does not hold");
  byId("audit").dataset.tone = audit === null ? ""  : audit.holds ? "good" : "bad";
  byId("audit").disabled = audit === null;
  byId("machine").classList.toggle("unpowered", terminal.condition === "power-off");
}

setUpTabs();
setUpGlass();
setUpFront();
setUpPad();
setUpFaults();
setUpSheet();
setUpWallet(() => {
  showCardSlot();
  showPicked();
});
setUpBooks(showPicked);
setUpDeposit();
setUpPassbook();
setUpPurse();
byId("audit").addEventListener("click", () => openAudit(audit));

listen({
  state: (state) => {
    showVitals(state);
    showWallet(state);
    showBooks(state);
    showPassbook(state);
    showPicked(state);
    showFront(state);
    showSlot(state);
    showPad(state);
    showUnits(state);
    showBank(state);
    showFaults(state);
    document.body.dataset.ready = "true";
  },
  frame: (frame) => {
    showFrame(frame);
    showPicked(undefined, frame.page);
  },
  journal: addLine,
  message: addMessage,
  reset: clearRecords,
});
