import { byId } from "./dom.js";

let token = "";
let run = "";
let toastTimer = 0;
let before = Promise.resolve();

/**
 * Listens to the console's events and hands each to its listener: state, frame, journal, message, and reset when the console was started
 * anew and all that was heard before is void. The browser reconnects by itself and names the last event it saw.
 */
export function listen(listeners) {
  const source = new EventSource("/api/events");
  source.addEventListener("hello", (event) => {
    const hello = JSON.parse(event.data);
    token = hello.token;
    if (run && run !== hello.run) listeners.reset();
    run = hello.run;
    byId("lost").hidden = true;
  });
  for (const name of ["state", "frame", "journal", "message"]) {
    source.addEventListener(name, (event) => listeners[name](JSON.parse(event.data)));
  }
  source.addEventListener("error", () => {
    byId("lost").hidden = false;
    if (source.readyState === EventSource.CLOSED) setTimeout(() => (listeners.reset(), listen(listeners)), 1000);
  });
}

/**
 * Does one thing at the bench, after all that was done before: keys typed fast arrive in the order in which they were typed. What cannot be
 * done is told in a toast. Resolves to whether it was done.
 */
export function act(action, details = {}) {
  const done = before.then(() => post({ action, ...details }));
  before = done;
  return done;
}

async function post(body) {
  try {
    const answer = await fetch("/api/act", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Silverteller-Token": token },
      body: JSON.stringify(body),
    });
    if (!answer.ok) toast((await answer.json()).error);
    return answer.ok;
  } catch {
    toast("The console does not answer.");
    return false;
  }
}

/** A short word at the foot of the page. */
export function toast(text) {
  const box = byId("toast");
  box.textContent = text.charAt(0).toUpperCase() + text.slice(1);
  box.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove("shown"), 4500);
}
