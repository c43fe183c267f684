// The dialog that says how a number came about.

/**
 * A row of a list of particulars, nothing for nothing.
 * @param {string} key
 * @param {Node|string|null|undefined} value
 */
function particular(key, value) {
  if (value === null || value === undefined || value === '') return null;
  return element('div', {}, element('dt', {}, word(key)), element('dd', { 'data-part': key, dir: 'auto' }, value));
}

/** @param {string[]} lines */
function lineList(lines) {
  const kept = lines.filter((line) => line);
  return kept.length === 0 ? null : element('ul', {}, ...kept.map((line) => element('li', {}, line)));
}

/**
 * A figure of a parcel: its formula with this parcel's own numbers.
 * @param {number} index
 * @param {number} parcel
 */
function explainFigure(index, parcel) {
  const figure = report.figures[index];
  const { box, body } = openDialog('explain', figure.title);
  box.dataset.figure = figure.key;
  const column = columnByKey(figure.key);
  const inputs = element('ul', {}, ...figure.inputs.map((/** @type {string} */ key) => figureInput(key, parcel)));
  body.append(element('dl', { class: 'particulars' },
    particular('subject', parcelId(parcel)),
    column ? particular('value', valueWithUnit(column, parcel)) : null,
    particular('formula', figure.formula),
    figure.inputs.length > 0 ? particular('inputs', inputs) : null,
    particular('clause', figure.clause),
    particular('readings', lineList([].concat(figure.readings || []))),
    particular('note', figure.note),
    particular('source', figure.source)));
}

/** @param {Column} column @param {number} parcel */
function valueWithUnit(column, parcel) {
  const known = cellValue(column, parcel) !== null;
  return cellText(column, parcel) + (known && column.unit ? ` ${column.unit}` : '');
}

/** @param {string} key @param {number} parcel */
function figureInput(key, parcel) {
  const column = columnByKey(key);
  const item = element('li', { 'data-input': key });
  if (column) item.append(column.title, word('is'), isolated(valueWithUnit(column, parcel)));
  else item.append(key);
  return item;
}

/** @param {number} finding */
function explainFinding(finding) {
  const all = report.findings;
  const group = all.groups[all.group[finding]];
  const amounts = findingAmounts(finding);
  const { box, body } = openDialog('explain', `${group.code} ${group.title}`);
  box.dataset.figure = '';
  body.append(element('dl', { class: 'particulars' },
    particular('subject', all.subject[finding]),
    particular('verdict', all.verdict[finding]),
    particular('value', amounts.value),
    particular('limit', amounts.limit),
    particular('formula', all.formula[finding]),
    particular('inputs', all.inputs[finding]),
    particular('missing', all.missing[finding]),
    particular('clause', group.clause),
    particular('rule', group.rule),
    particular('readings', all.reading[finding]),
    particular('source', all.source[finding]),
    particular('note', all.note[finding]),
    particular('explanation', group.explanation),
    particular('remedy', group.remedy)));
}
