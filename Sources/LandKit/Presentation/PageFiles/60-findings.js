// The findings: by clause, then by code, then row by row.

const findingsAtOnce = 50;

/**
 * What the findings and the dialog do elsewhere in the page.
 * @typedef {Object} Links
 * @property {(parcel: number) => void} open the dialog of a parcel
 * @property {(parcel: number) => void} showOnMap
 * @property {(parcel: number) => void} showInTable
 * @property {(lon: number, lat: number) => void} showPlace
 * @property {(finding: number) => void} explainFinding
 * @property {(figure: number, parcel: number) => void} explainFigure
 */

/** Findings by group. @returns {number[][]} */
function findingsByGroup() {
  const rows = report.findings.groups.map(() => []);
  /** @type {number[]} */
  const groups = report.findings.group;
  groups.forEach((group, finding) => rows[group].push(finding));
  return rows;
}

/** Findings by parcel, made once. @returns {Map<number, number[]>} */
function findingsByParcel() {
  const rows = new Map();
  report.findings.parcel.forEach((/** @type {number} */ parcel, /** @type {number} */ finding) => {
    if (parcel < 0) return;
    if (!rows.has(parcel)) rows.set(parcel, []);
    rows.get(parcel).push(finding);
  });
  return rows;
}

/** @param {HTMLElement} place @param {Links} links */
function mountFindings(place, links) {
  const rows = findingsByGroup();
  /** @type {Map<string, number[]>} */
  const byClause = new Map();
  report.findings.groups.forEach((/** @type {any} */ group, /** @type {number} */ index) => {
    const clause = group.clause || word('noClause');
    byClause.set(clause, [...(byClause.get(clause) || []), index]);
  });
  place.append(severityFilter(place));
  for (const [clause, groups] of byClause) {
    const section = element('section', { class: 'clause', 'data-clause': clause }, element('h3', {}, clause));
    for (const index of groups) section.append(findingGroup(index, rows[index], links));
    place.append(section);
  }
  if (report.findings.groups.length === 0) place.append(element('p', {}, word('noFindings')));
}

/** Switches for severities; only those that occur. @param {HTMLElement} place */
function severityFilter(place) {
  const bar = element('div', { class: 'chips', role: 'group', 'aria-label': word('severity') });
  const totals = new Map();
  const labels = new Map();
  for (const group of report.findings.groups) {
    totals.set(group.severity, (totals.get(group.severity) || 0) + group.total);
    labels.set(group.severity, group.severityLabel);
  }
  for (const [severity, total] of totals) {
    const chip = button(`${labels.get(severity)} ${formatNumber(total)}`, () => {
      const hide = chip.getAttribute('aria-pressed') === 'true';
      chip.setAttribute('aria-pressed', String(!hide));
      hideSeverity(place, severity, hide);
    }, { class: `chip ${severity}`, 'aria-pressed': 'true', 'data-severity': severity });
    bar.append(chip);
  }
  return bar;
}

/** @param {HTMLElement} place @param {string} severity @param {boolean} hide */
function hideSeverity(place, severity, hide) {
  for (const group of place.querySelectorAll('details.finding-group')) {
    if (group instanceof HTMLElement && group.dataset.severity === severity) group.hidden = hide;
  }
  for (const section of place.querySelectorAll('section.clause')) {
    const left = section.querySelector('details.finding-group:not([hidden])');
    if (section instanceof HTMLElement) section.hidden = !left;
  }
}

/** @param {number} index @param {number[]} findings @param {Links} links */
function findingGroup(index, findings, links) {
  const group = report.findings.groups[index];
  const summary = element('summary', {},
    element('span', { class: `severity ${group.severity}` }, group.severityLabel),
    element('span', { class: 'code' }, group.code),
    element('span', { class: 'finding-title' }, group.title),
    element('span', { class: 'finding-total' }, word('times', { n: formatNumber(group.total) })));
  const details = element('details', {
    class: 'finding-group', 'data-code': group.code, 'data-severity': group.severity,
  }, summary);
  // The rows are made when the group is opened; most never are.
  details.addEventListener('toggle', () => {
    if (details.children.length === 1) details.append(findingGroupBody(group, findings, links));
  });
  return details;
}

/** @param {any} group @param {number[]} findings @param {Links} links */
function findingGroupBody(group, findings, links) {
  const body = element('div', { class: 'finding-body' });
  if (group.explanation) body.append(element('p', {}, group.explanation));
  if (group.remedy) body.append(element('p', {}, element('b', {}, word('remedy')), ' ', group.remedy));
  if (group.listed < group.total) {
    const numbers = { listed: formatNumber(group.listed), total: formatNumber(group.total) };
    body.append(element('p', { class: 'note' }, word('listedOf', numbers)));
  }
  const list = element('tbody');
  const columns = findingColumns(findings);
  const heads = ['subject', ...columns, 'links'].map((key) => element('th', { scope: 'col' }, word(key)));
  const table = element('table', { class: 'findings' }, element('thead', {}, element('tr', {}, ...heads)), list);
  const more = button(word('more'), () => addSome(), { class: 'more', 'data-action': 'more' });
  const addSome = () => {
    const from = list.children.length;
    for (const finding of findings.slice(from, from + findingsAtOnce)) {
      list.append(findingRow(finding, columns, links));
    }
    more.hidden = list.children.length >= findings.length;
  };
  addSome();
  body.append(element('div', { class: 'scroll' }, table), more);
  return body;
}

/**
 * @param {number|string|null|undefined} value a number is shown with up to six decimals, as the files have
 */
function findingNumber(value) {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value !== 'number') return String(value);
  const decimals = (String(Number(value.toFixed(6))).split('.')[1] || '').length;
  return formatNumber(value, decimals);
}

/** The value with its unit, the limit with its comparison. @param {number} finding */
function findingAmounts(finding) {
  const all = report.findings;
  const unit = all.unit[finding] ? ` ${all.unit[finding]}` : '';
  const value = findingNumber(all.value[finding]);
  const limit = findingNumber(all.limit[finding]);
  return {
    value: value === '' ? '' : value + unit,
    limit: limit === '' ? '' : `${all.comparison[finding] || ''} ${limit}${unit}`.trim(),
  };
}

/**
 * The particulars that some finding of a group has; empty columns would only take room.
 * @param {number[]} findings
 */
function findingColumns(findings) {
  const all = report.findings;
  const says = (/** @type {string} */ key) => findings.some((f) => all[key][f] !== null && all[key][f] !== '');
  return ['value', 'limit', 'verdict', 'missing'].filter(says);
}

/** @param {number} finding @param {string[]} columns @param {Links} links */
function findingRow(finding, columns, links) {
  const all = report.findings;
  const parcel = all.parcel[finding];
  const texts = { verdict: all.verdict[finding], missing: all.missing[finding], ...findingAmounts(finding) };
  const subject = parcel >= 0
    ? button(isolated(all.subject[finding]), () => links.open(parcel), { class: 'link', 'data-action': 'open' })
    : all.subject[finding];
  const cells = columns.map((key) => {
    const number = key === 'value' || key === 'limit' ? 'number' : null;
    const text = texts[/** @type {keyof typeof texts} */ (key)] || '';
    return element('td', { class: number, dir: 'auto' }, text);
  });
  return element('tr', { 'data-finding': finding, 'data-parcel': parcel >= 0 ? parcelId(parcel) : null },
    element('th', { scope: 'row', dir: 'auto' }, subject),
    ...cells,
    element('td', { class: 'links' }, element('span', { class: 'row-links' }, ...findingLinks(finding, links))));
}

/** @param {number} finding @param {Links} links */
function findingLinks(finding, links) {
  const all = report.findings;
  const parcel = all.parcel[finding];
  const place = all.place[finding];
  const made = [];
  const [lon, lat] = place || [];
  if (place) made.push(iconButton('map', word('showPlace'), () => links.showPlace(lon, lat), 'place'));
  else if (parcel >= 0) made.push(iconButton('map', word('showOnMap'), () => links.showOnMap(parcel), 'map'));
  if (parcel >= 0) made.push(iconButton('table', word('showInTable'), () => links.showInTable(parcel), 'table'));
  made.push(iconButton('explain', word('howReckoned'), () => links.explainFinding(finding), 'explain'));
  return made;
}
