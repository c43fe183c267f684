// The legend: what the colours mean, and switches for states and layers.

/**
 * @param {string} label
 * @param {boolean} on
 * @param {(on: boolean) => void} changed
 * @param {Object<string, string>} hooks
 * @param {Node|null} [sign]
 * @param {string} [count]
 */
function layerSwitch(label, on, changed, hooks, sign, count) {
  const box = /** @type {HTMLInputElement} */ (element('input', { type: 'checkbox', ...hooks }));
  box.checked = on;
  box.addEventListener('change', () => changed(box.checked));
  const text = element('span', { class: 'legend-text' }, label);
  const number = count === undefined ? null : element('span', { class: 'legend-count' }, count);
  return { box, row: element('label', { class: 'legend-row' }, box, sign, text, number) };
}

/** A line sample for the legend. @param {string} kind */
function lineSample(kind) {
  return element('span', { class: `line-sample ${kind}`, 'aria-hidden': 'true' });
}

/** @param {ParcelMap} map @returns {HTMLElement} */
function mapLegend(map) {
  const legend = element('div', { class: 'legend', role: 'group', 'aria-label': word('legend') });
  legend.append(stateSwitches(map), layerSwitches(map));
  const zones = report.layers.zones;
  if (zones && zones.count > 1) legend.append(zoneChoice(map, zones));
  return legend;
}

/** How many parcels each state has. @returns {number[]} */
function countByState() {
  const counts = report.states.map(() => 0);
  for (const state of report.parcels.state) counts[state]++;
  return counts;
}

const idleStates = ['identified', 'suspected'];

/** @param {ParcelMap} map */
function stateSwitches(map) {
  const counts = countByState();
  const rows = report.states.map((/** @type {any} */ state, /** @type {number} */ index) =>
    layerSwitch(`${state.sign} ${state.label}`, true, (on) => {
      map.scene.states[index] = on;
      map.change();
    }, { 'data-state': state.key }, swatch(state), formatNumber(counts[index])));
  const setAll = (/** @type {(key: string) => boolean} */ wanted) => {
    report.states.forEach((/** @type {any} */ state, /** @type {number} */ index) => {
      map.scene.states[index] = rows[index].box.checked = wanted(state.key);
    });
    map.change();
  };
  return element('fieldset', {},
    element('legend', {}, word('states')),
    ...rows.map((/** @type {{row: HTMLElement}} */ each) => each.row),
    element('div', { class: 'legend-buttons' },
      button(word('onlyIdle'), () => setAll((key) => idleStates.includes(key)), { 'data-action': 'only-idle' }),
      button(word('allStates'), () => setAll(() => true), { 'data-action': 'all-states' })));
}

/** @param {ParcelMap} map */
function layerSwitches(map) {
  const show = map.scene.show;
  const fieldset = element('fieldset', {}, element('legend', {}, word('layers')));
  /**
   * @param {'zones'|'buildings'|'overlaps'} key also the key of its word
   * @param {number} count
   */
  const add = (key, count) => {
    fieldset.append(layerSwitch(word(key), show[key], (on) => {
      show[key] = on;
      map.change();
    }, { 'data-layer': key }, lineSample(key), formatNumber(count)).row);
  };
  if (map.scene.zones) add('zones', map.scene.zones.shapes.count);
  if (map.scene.buildings) add('buildings', map.scene.buildings.shapes.count);
  if (report.overlaps.first.length > 0) {
    add('overlaps', report.overlaps.first.length);
    fieldset.append(overlapList(map));
  }
  if (map.scene.buildings) fieldset.append(element('p', { class: 'note' }, word('buildingsClose')));
  return fieldset;
}

/**
 * A way to a zone: in a province they are specks far apart.
 * @param {ParcelMap} map
 * @param {{ids: string[], names: string[]}} zones
 */
function zoneChoice(map, zones) {
  const all = element('option', { value: '' }, word('zoneAll'));
  const field = /** @type {HTMLSelectElement} */ (element('select', { 'data-action': 'zone' }, all));
  zones.names.forEach((name, zone) => {
    field.append(element('option', { value: zone }, name || zones.ids[zone]));
  });
  field.addEventListener('change', () => {
    if (field.value === '') map.look(map.wholeView());
    else map.goToZone(Number(field.value));
  });
  return element('label', { class: 'zone-choice' }, word('zoneGo'), field);
}

/**
 * The pairs that overlap, the largest first.
 * @param {ParcelMap} map
 */
function overlapList(map) {
  const pairs = report.overlaps;
  const order = pairs.area.map((/** @type {number} */ _, /** @type {number} */ pair) => pair)
    .sort((/** @type {number} */ a, /** @type {number} */ b) => pairs.area[b] - pairs.area[a] || a - b);
  const list = element('ol', { class: 'overlap-list' });
  const more = button(word('more'), () => addSome(), { class: 'more' });
  const addSome = () => {
    const from = list.children.length;
    for (const pair of order.slice(from, from + 50)) {
      list.append(element('li', {}, overlapButton(map, pair)));
    }
    more.hidden = list.children.length >= order.length;
  };
  const summary = element('summary', {}, word('overlapList'));
  const details = element('details', { 'data-list': 'overlaps' }, summary, list, more);
  // Most readers never open the list: it is made when they do.
  details.addEventListener('toggle', () => { if (list.children.length === 0) addSome(); });
  return details;
}

/** @param {ParcelMap} map @param {number} pair */
function overlapButton(map, pair) {
  const { first, second, area, kind, kinds } = report.overlaps;
  const values = {
    first: parcelId(first[pair]), second: parcelId(second[pair]),
    area: formatNumber(area[pair], 2), kind: kinds[kind[pair]],
  };
  const label = element('span', {}, ...wordWith('overlapPair', values));
  return button(label, () => {
    const box = /** @type {HTMLInputElement|null} */ (document.querySelector('[data-layer="overlaps"]'));
    if (box && !box.checked) box.click();
    map.select(first[pair]);
    map.goToParcel(first[pair]);
    announce(word('overlapPair', values));
  });
}
