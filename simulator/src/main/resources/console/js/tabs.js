/** Tabs that become columns where there is room: then every panel shows and the tabs are gone. */
export function setUpTabs() {
  for (const group of document.querySelectorAll("[data-group]")) {
    const tabs = [...group.querySelectorAll("[role=tab]")];
    const choose = (chosen, focus) => {
      for (const tab of tabs) {
        const on = tab === chosen;
        tab.setAttribute("aria-selected", on);
        tab.tabIndex = on ? 0 : -1;
        document.getElementById(tab.getAttribute("aria-controls")).classList.toggle("chosen", on);
      }
      const panel = document.getElementById(chosen.getAttribute("aria-controls"));
      panel.scrollTop = panel.dataset.follow === undefined ? panel.scrollTop : panel.scrollHeight;
      if (focus) chosen.focus();
    };
    for (const tab of tabs) {
      tab.addEventListener("click", () => choose(tab, false));
      tab.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        choose(tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length], true);
      });
    }
    choose(tabs[0], false);
  }
}
