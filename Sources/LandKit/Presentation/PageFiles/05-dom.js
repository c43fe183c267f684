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
 * A button that does something in the page.
 * @param {string} label
 * @param {() => void} action
 * @param {Object<string, string|number|boolean|null|undefined>} [attributes]
 * @returns {HTMLElement}
 */
function button(label, action, attributes) {
  const node = element('button', { type: 'button', ...attributes }, label);
  node.addEventListener('click', action);
  return node;
}

/** @param {Node} node */
function clear(node) {
  node.replaceChildren();
}

/**
 * Puts live contents into a placeholder; the style sheet then hides the static ones on screen and shows
 * them again in print. Where the building fails the static ones stay: the page is readable without.
 * @template T
 * @param {string} id
 * @param {(place: HTMLElement) => T} build
 * @returns {T|null}
 */
function mount(id, build) {
  const place = document.getElementById(id);
  if (!place) return null;
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
