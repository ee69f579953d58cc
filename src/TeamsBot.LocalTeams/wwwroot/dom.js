// Small hands for building the page.

/** Makes an element: attributes by name, `on…` as listeners, null and false left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

const shapes = {
  back: "M12.500 4.500 7 10l5.500 5.500",
  at: "M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Zm0 0v1.200a1.900 1.900 0 0 0 3.800 0V10A6.800 6.800 0 1 0 14 15.500",
  clip: "M13.500 6.500v7a3.500 3.500 0 0 1-7 0v-8a2.300 2.300 0 0 1 4.600 0v7.500a1.100 1.100 0 0 1-2.200 0V6.500",
  send: "M3.500 10h6M3.500 3.500l13.500 6.500-13.500 6.500L5 10 3.500 3.500Z",
  sun: "M10 6.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7ZM10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M4.300 15.700l1.100-1.100M14.600 5.400l1.100-1.100",
  moon: "M15.800 12.300A6.500 6.500 0 0 1 7.700 4.200a6.500 6.500 0 1 0 8.100 8.100Z",
  open: "M8 4.500H5A1.500 1.500 0 0 0 3.500 6v9A1.500 1.500 0 0 0 5 16.500h9a1.500 1.500 0 0 0 1.500-1.500v-3M11.500 3.500h5v5M16.500 3.500 9.500 10.500",
  refresh: "M15.500 6.500A6.500 6.500 0 1 0 16.500 10M16 3v4h-4",
  megaphone: "M4 8.500v3a1 1 0 0 0 1 1h1.500L14.500 16V4L6.500 7.500H5a1 1 0 0 0-1 1ZM7 12.800V15a1.500 1.500 0 0 0 3 0v-1M16.500 8.500a2 2 0 0 1 0 3",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", shapes[name]);
  svg.append(path);
  return svg;
}

/** A person's round picture with the family name, or the bot's square one. Names are read beside it, so it is hidden from screen readers. */
export function face(person, large = false) {
  const size = large ? " large" : "";
  if (!person) return h("span", { class: `face bot${size}`, "aria-hidden": "true" }, icon("megaphone"));
  const family = person.name.split(/[\s\u3000]/)[0];
  return h("span", { class: `face hue-${person.hue}${size}`, "aria-hidden": "true" }, family.slice(0, 2));
}
