// The filters under the headings of the table.

const mostChoices = 60; // a longer list of words is no choice; it gets a text field

/**
 * @param {Column} column
 * @param {(filter: Filter|null) => void} changed
 * @returns {HTMLElement}
 */
function filterField(column, changed) {
  const label = word('filterOf', { title: column.title });
  if (column.type === 'number') return rangeFilter(label, numberOf, 'decimal', changed);
  if (column.type === 'day') return rangeFilter(label, dayOf, 'text', changed);
  // Codes and holders are looked for by a part of them, however few there are.
  if (namingColumns().includes(column)) return textFilter(label, changed);
  const choices = choicesOf(column);
  return choices.length > 0 && choices.length <= mostChoices
    ? choiceFilter(column, label, choices, changed) : textFilter(label, changed);
}

/** The words one can choose from, in order. @param {Column} column @returns {string[]} */
function choicesOf(column) {
  if (!column.words) return [];
  const words = column.type === 'list' ? column.words.flatMap((each) => each.split(';')) : column.words;
  return [...placesOf(words.filter((each) => each !== '')).keys()];
}

/** In what ways values of a column are absent. @param {Column} column @returns {Array<'unknown'|'none'>} */
function absencesOf(column) {
  const found = new Set();
  for (let row = 0; row < report.parcels.count && found.size < 2; row++) {
    if (cellValue(column, row) === null) found.add(isUnknown(column, row) ? 'unknown' : 'none');
  }
  return [...found].sort().reverse();
}

/** @param {string} text @returns {number|null} */
function numberOf(text) {
  const plain = text.replace(/[,，\s]/g, '');
  const value = Number(plain);
  return plain === '' || Number.isNaN(value) ? null : value;
}

/**
 * @param {string} text
 * @returns {string|null} a day or the beginning of one: 2024 or 2024-05 will do
 */
function dayOf(text) {
  const plain = text.trim().replace(/[./年月]/g, '-').replace(/日|-$/g, '');
  return /^\d{4}(-\d{1,2}){0,2}$/.test(plain) ? plain.replace(/-(\d)(?!\d)/g, '-0$1') : null;
}

/** Waits until the reader stops typing. @param {() => void} action */
function afterTyping(action) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, 180);
  };
}

/** @param {string} label @param {(filter: Filter|null) => void} changed */
function textFilter(label, changed) {
  const field = /** @type {HTMLInputElement} */ (element('input', {
    type: 'text', 'aria-label': label, placeholder: word('filterText'), 'data-filter': 'text',
    autocomplete: 'off',
  }));
  field.addEventListener('input', afterTyping(() => {
    const text = field.value.trim().toLowerCase();
    changed(text ? { text } : null);
  }));
  return field;
}

/**
 * @param {Column} column
 * @param {string} label
 * @param {string[]} choices
 * @param {(filter: Filter|null) => void} changed
 */
function choiceFilter(column, label, choices, changed) {
  const field = /** @type {HTMLSelectElement} */ (
    element('select', { 'aria-label': label, 'data-filter': 'choice' }));
  field.append(element('option', { value: '' }, word('filterAll')));
  choices.forEach((choice, index) => field.append(element('option', { value: index }, choice)));
  for (const absent of absencesOf(column)) field.append(element('option', { value: absent }, word(absent)));
  field.addEventListener('change', () => {
    if (field.value === '') changed(null);
    else if (field.value === 'unknown' || field.value === 'none') changed({ absent: field.value });
    else if (column.type === 'list') changed({ listWord: choices[Number(field.value)] });
    else changed({ wordIndex: (column.words || []).indexOf(choices[Number(field.value)]) });
  });
  return field;
}

/**
 * @param {string} label
 * @param {(text: string) => number|string|null} read
 * @param {string} mode
 * @param {(filter: Filter|null) => void} changed
 */
function rangeFilter(label, read, mode, changed) {
  const field = (/** @type {string} */ end) => /** @type {HTMLInputElement} */ (element('input', {
    type: 'text', inputmode: mode, 'aria-label': `${label} ${word(end)}`, placeholder: word(end),
    'data-filter': end, autocomplete: 'off',
  }));
  const from = field('from');
  const to = field('to');
  const apply = afterTyping(() => {
    for (const each of [from, to]) {
      each.classList.toggle('wrong', each.value.trim() !== '' && read(each.value) === null);
    }
    const low = read(from.value);
    let high = read(to.value);
    // "To 2024" means to its end: a letter after the digits sorts behind all its days.
    if (typeof high === 'string') high += '~';
    changed(low === null && high === null ? null : { from: low, to: high });
  });
  from.addEventListener('input', apply);
  to.addEventListener('input', apply);
  return element('span', { class: 'range' }, from, to);
}
