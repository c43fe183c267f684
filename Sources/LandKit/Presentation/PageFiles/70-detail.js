// The dialog of one parcel: what is known of it, what was found, and how each number came about.

/**
 * A dialog of the page, emptied and with a heading and a button to close it.
 * @param {string} id
 * @param {string} title
 */
function openDialog(id, title) {
  let dialog = /** @type {HTMLDialogElement|null} */ (document.getElementById(id));
  if (!dialog) {
    dialog = /** @type {HTMLDialogElement} */ (element('dialog', { id }));
    document.body.append(dialog);
  }
  const box = dialog;
  // A click beside the dialog closes it.
  box.onclick = (event) => { if (event.target === box) box.close(); };
  const heading = element('h2', { id: `${id}-title`, dir: 'auto' }, title);
  const body = element('div', { class: 'dialog-body' });
  box.setAttribute('aria-labelledby', `${id}-title`);
  const close = iconButton('close', word('close'), () => box.close(), 'close');
  box.replaceChildren(element('div', { class: 'dialog-head' }, heading, close), body);
  if (!box.open) box.showModal();
  // Another parcel in the open dialog: what had the focus is gone.
  else close.focus();
  body.scrollTop = 0;
  return { box, body };
}

/** @param {string} title @param {...(Node|string|null)} children */
function dialogPart(title, ...children) {
  return element('section', {}, element('h3', {}, title), ...children);
}

class ParcelDialog {
  /** @param {Links} links */
  constructor(links) {
    this.links = links;
    this.findings = findingsByParcel();
  }

  /** @param {number} parcel */
  open(parcel) {
    const { box, body } = openDialog('detail', parcelId(parcel));
    box.dataset.parcel = parcelId(parcel);
    body.append(this.summary(parcel), this.actions(parcel, box));
    const findings = this.findings.get(parcel) || [];
    body.append(dialogPart(word('findingsOf', { n: formatNumber(findings.length) }), this.findingList(findings)));
    const overlaps = overlapsOf(parcel);
    if (overlaps.length > 0) body.append(dialogPart(word('overlaps'), this.overlapList(parcel, overlaps)));
    body.append(dialogPart(word('facts'), this.facts(parcel)));
  }

  /** @param {number} parcel */
  summary(parcel) {
    const state = parcelState(parcel);
    const holder = parcelHolder(parcel);
    return element('p', { class: 'parcel-summary' },
      element('span', { class: 'badge with-swatch', 'data-state': state.key },
        swatch(state), `${state.sign} ${state.label}`),
      element('span', { class: 'holder', dir: 'auto', 'data-holder': true }, holder || word('unknown')));
  }

  /** @param {number} parcel @param {HTMLDialogElement} box */
  actions(parcel, box) {
    const go = (/** @type {(parcel: number) => void} */ action) => () => {
      box.close();
      action(parcel);
    };
    return element('div', { class: 'dialog-actions' },
      button(word('showOnMap'), go(this.links.showOnMap), { 'data-action': 'map' }),
      button(word('showInTable'), go(this.links.showInTable), { 'data-action': 'table' }));
  }

  /**
   * What is known first, then the names of what is not and of what does not belong to the parcel: a
   * long list of "unknown" hides the rest.
   * @param {number} parcel
   */
  facts(parcel) {
    const list = element('dl', { class: 'facts' });
    const unknown = [];
    const none = [];
    for (const column of report.parcels.columns) {
      if (cellValue(column, parcel) !== null) list.append(this.factRow(column, parcel));
      else if (isUnknown(column, parcel)) unknown.push(column.title);
      else none.push(column.title);
    }
    if (unknown.length > 0) list.append(this.absentRow('unknown', word('unknownFacts'), unknown));
    if (none.length > 0) list.append(this.absentRow('none', word('noneFacts'), none));
    return list;
  }

  /**
   * @param {'unknown'|'none'} manner
   * @param {string} title
   * @param {string[]} names
   */
  absentRow(manner, title, names) {
    const attributes = { class: manner, [`data-${manner}`]: names.length };
    return element('div', { class: 'absent' }, element('dt', {}, title),
      element('dd', attributes, names.join(word('listSeparator'))));
  }

  /** @param {Column} column @param {number} parcel */
  factRow(column, parcel) {
    const named = { 'data-column': column.key, class: column.type, dir: 'auto' };
    return element('div', {},
      element('dt', {}, column.title), element('dd', named, this.fact(column, parcel)));
  }

  /** @param {Column} column @param {number} parcel @returns {Node|string} */
  fact(column, parcel) {
    const text = cellText(column, parcel) + (column.unit ? ` ${column.unit}` : '');
    const figure = column.figure;
    if (column.type !== 'number' || figure === undefined || figure === null) return text;
    return button(text, () => this.links.explainFigure(figure, parcel), {
      class: 'link figure', 'data-figure': report.figures[figure].key,
      'aria-haspopup': 'dialog', title: word('howReckoned'),
    });
  }

  /** @param {number[]} findings */
  findingList(findings) {
    if (findings.length === 0) return element('p', {}, word('noFindingsOf'));
    const list = element('ul', { class: 'finding-list' });
    for (const finding of findings) {
      const group = report.findings.groups[report.findings.group[finding]];
      const { value, limit } = findingAmounts(finding);
      const missing = report.findings.missing[finding];
      const parts = [
        value, limit && word('limitOf', { limit }), report.findings.verdict[finding],
        missing && word('missingOf', { missing }),
      ];
      list.append(element('li', { 'data-code': group.code },
        element('span', { class: `severity ${group.severity}` }, group.severityLabel),
        element('span', {}, `${group.code} ${group.title}`, group.clause ? element('small', {}, group.clause) : null),
        element('span', { class: 'finding-amount' }, parts.filter((part) => part).join(word('partSeparator'))),
        iconButton('explain', word('howReckoned'), () => this.links.explainFinding(finding), 'explain')));
    }
    return list;
  }

  /** @param {number} parcel @param {number[]} pairs */
  overlapList(parcel, pairs) {
    const { first, second, area, kind, kinds } = report.overlaps;
    const list = element('ul', { class: 'finding-list' });
    for (const pair of pairs) {
      const other = first[pair] === parcel ? second[pair] : first[pair];
      list.append(element('li', {},
        button(isolated(parcelId(other)), () => this.links.open(other), { class: 'link', 'data-action': 'open' }),
        element('span', {}, word('overlapWith', { area: formatNumber(area[pair], 2), kind: kinds[kind[pair]] }))));
    }
    return list;
  }
}

/** The pairs a parcel stands in. @param {number} parcel @returns {number[]} */
function overlapsOf(parcel) {
  const { first, second } = report.overlaps;
  const pairs = [];
  for (let pair = 0; pair < first.length; pair++) {
    if (first[pair] === parcel || second[pair] === parcel) pairs.push(pair);
  }
  return pairs;
}
