/** The element with that id. */
export const byId = (id) => document.getElementById(id);

/**
 * Makes an element. Properties that start with "data-" or "aria-" and the words below become attributes; "class" and "text" are what they
 * say; "on" holds listeners by event name.
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "text") element.textContent = value;
    else if (name === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Sets the text of an element only when it differs, so that assistive technology is told of changes alone. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** 1234 → "1,234". */
export const grouped = (number) => number.toLocaleString("en-US");

/** "0210-approved" → "0210 approved": what the interface writes with hyphens, for people. */
export const spaced = (word) => word.replaceAll("-", " ");

/** Keeps a scrolling list at its end while the reader has not scrolled away from it. */
export function followingEnd(scroller, change) {
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40;
  change();
  if (atEnd) scroller.scrollTop = scroller.scrollHeight;
}
