// What stands on the map: scale bar, north arrow, coordinates, tooltip, buttons.

/** North is up: the plane of the map has the meridians vertical. */
function northArrow() {
  const arrow = svgElement('svg', {
    class: 'north', viewBox: '0 0 28 44', width: '28', height: '44', role: 'img', 'aria-label': word('north'),
  });
  const letter = svgElement('text', {
    x: '14', y: '12', 'text-anchor': 'middle', 'font-size': '13', 'font-weight': '700',
  });
  letter.textContent = 'N';
  arrow.append(
    svgElement('path', { d: 'M14 15 L23 42 L14 36 Z', fill: '#111' }),
    svgElement('path', { d: 'M14 15 L5 42 L14 36 Z', fill: '#fff', stroke: '#111' }),
    letter);
  return arrow;
}

/** @param {ParcelMap} map @returns {HTMLElement} */
function scaleBar(map) {
  const label = element('span');
  const bar = element('div', { class: 'scale-bar', 'aria-hidden': 'true' }, label);
  map.afterFrame.push(() => {
    const metres = scaleBarMetres(map.view.scale, 120);
    const text = metres >= 1000
      ? word('kilometres', { n: formatNumber(metres / 1000) })
      : word('metres', { n: metres >= 1 ? formatNumber(metres) : String(metres) });
    if (label.textContent === text && bar.dataset.scale === String(map.view.scale)) return;
    bar.dataset.scale = String(map.view.scale);
    label.textContent = text;
    bar.style.width = `${(metres * map.view.scale).toFixed(1)}px`;
  });
  return bar;
}

/** Shows where the mouse points. @param {ParcelMap} map */
function coordinateLabel(map) {
  const label = element('div', { class: 'coordinates', 'aria-hidden': 'true' });
  const show = (/** @type {number} */ sx, /** @type {number} */ sy) => {
    const { lon, lat } = degreesOf(planeAt(map.view, sx, sy));
    label.textContent = word('coordinates', { lon: lon.toFixed(6), lat: lat.toFixed(6) });
  };
  return { label, show };
}

/** What the mouse points at. @param {ParcelMap} map */
function mapTooltip(map) {
  const tip = element('div', { class: 'tooltip', 'aria-hidden': 'true', hidden: true });
  const area = columnByKey('planar_area_m2');
  const show = (/** @type {number} */ parcel, /** @type {number} */ x, /** @type {number} */ y) => {
    map.hover(parcel);
    tip.hidden = parcel < 0;
    map.host.classList.toggle('over', parcel >= 0);
    if (parcel < 0) return;
    if (tip.dataset.parcel !== String(parcel)) {
      tip.dataset.parcel = String(parcel);
      tip.replaceChildren(
        element('strong', { dir: 'auto' }, parcelId(parcel)),
        element('span', { dir: 'auto' }, parcelHolder(parcel) || word('unknown')),
        element('span', { class: 'with-swatch' }, swatch(parcelState(parcel)), parcelState(parcel).label));
      if (area) tip.append(element('span', {}, `${columnTitle(area)} ${cellText(area, parcel)}`));
    }
    const right = x + 16 + tip.offsetWidth < map.view.width;
    const below = y + 16 + tip.offsetHeight < map.view.height;
    tip.style.left = `${Math.max(right ? x + 14 : x - 10 - tip.offsetWidth, 2)}px`;
    tip.style.top = `${Math.max(below ? y + 14 : y - 10 - tip.offsetHeight, 2)}px`;
  };
  return { tip, show };
}

/**
 * The buttons of the map. A finger scrolls the page by default and two fingers move the map, so that a
 * reader on a phone is never caught in the map; the button lets one finger move it too.
 * @param {ParcelMap} map
 * @param {MapInput} input
 * @param {HTMLElement} region
 */
function mapButtons(map, input, region) {
  const finger = button(word('mapOneFinger'), () => {
    const on = region.classList.toggle('one-finger');
    finger.setAttribute('aria-pressed', String(on));
  }, { class: 'finger', 'aria-pressed': 'false', 'data-action': 'one-finger' });
  const named = (/** @type {string} */ key) => ({ 'aria-label': word(key), title: word(key) });
  return element('div', { class: 'map-buttons', role: 'group', 'aria-label': word('mapButtons') },
    button('+', () => input.zoom(1.6), { ...named('zoomIn'), 'data-action': 'zoom-in' }),
    button('−', () => input.zoom(1 / 1.6), { ...named('zoomOut'), 'data-action': 'zoom-out' }),
    button('⤢', () => map.look(map.wholeView()), { ...named('zoomAll'), 'data-action': 'zoom-all' }),
    finger);
}
