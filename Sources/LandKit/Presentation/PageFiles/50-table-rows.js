// Which rows of the table are shown and in what order. No element is touched here.

/**
 * A filter of a column: text that must occur, words that are allowed, or a range.
 * @typedef {Object} Filter
 * @property {string} [text] in lower case
 * @property {number} [wordIndex] index into the words of the column
 * @property {'unknown'|'none'} [absent] values that are not there: unknown, or belonging to other parcels
 * @property {string} [listWord] one entry that a list must hold
 * @property {number|string|null} [from] number or day
 * @property {number|string|null} [to]
 */

class TableRows {
  /** @param {Column[]} columns @param {number} count */
  constructor(columns, count) {
    this.columns = columns;
    this.count = count;
    /** @type {Map<number, Filter>} */
    this.filters = new Map();
    /** @type {{column: number, descending: boolean}|null} */
    this.order = null;
    /** @type {Map<number, Float64Array>} */
    this.ranks = new Map();
    /** The rows that pass, in order. */
    this.shown = new Uint32Array(0);
    this.update();
  }

  /** @param {number} column @param {Filter|null} filter */
  setFilter(column, filter) {
    if (filter) this.filters.set(column, filter);
    else this.filters.delete(column);
    this.update();
  }

  clearFilters() {
    this.filters.clear();
    this.update();
  }

  /** Up, down, and back to the order of the file. @param {number} column */
  turnOrder(column) {
    if (!this.order || this.order.column !== column) this.order = { column, descending: false };
    else if (!this.order.descending) this.order = { column, descending: true };
    else this.order = null;
    this.update();
  }

  update() {
    const tests = [...this.filters].map(([column, filter]) => filterTest(this.columns[column], filter));
    const rows = new Uint32Array(this.count);
    let used = 0;
    for (let row = 0; row < this.count; row++) {
      if (tests.every((test) => test(row))) rows[used++] = row;
    }
    this.shown = rows.slice(0, used);
    if (this.order) this.sort(this.order);
  }

  /** @param {{column: number, descending: boolean}} order */
  sort({ column, descending }) {
    const rank = this.rankOf(column);
    const sign = descending ? -1 : 1;
    // Unknown comes last in both directions; rows of equal rank keep the order of the file.
    this.shown.sort((a, b) => {
      const x = rank[a], y = rank[b];
      if (x === y) return a - b;
      if (x === Infinity) return 1;
      if (y === Infinity) return -1;
      return x < y ? -sign : sign;
    });
  }

  /** A number for each row that sorts like its value. @param {number} index */
  rankOf(index) {
    let rank = this.ranks.get(index);
    if (!rank) {
      rank = ranksOf(this.columns[index]);
      this.ranks.set(index, rank);
    }
    return rank;
  }
}

/** @param {Column} column @returns {Float64Array} unknown is Infinity */
function ranksOf(column) {
  if (column.type === 'number') {
    return Float64Array.from(column.values, (value) => (value === null ? Infinity : Number(value)));
  }
  if (column.words) {
    const place = placesOf(column.words);
    return Float64Array.from(column.values, (value) => {
      const word = Number(value) < 0 ? undefined : (column.words || [])[Number(value)];
      return word === undefined ? Infinity : Number(place.get(word));
    });
  }
  const place = placesOf(column.values.filter((value) => value !== null && value !== '').map(String));
  return Float64Array.from(column.values, (value) => {
    const at = value === null ? undefined : place.get(String(value));
    return at === undefined ? Infinity : at;
  });
}

/**
 * The place of each text in the order of texts.
 * @param {string[]} texts
 * @returns {Map<string, number>}
 */
function placesOf(texts) {
  const different = [...new Set(texts)];
  // The rules of a language cost a lot for a hundred thousand codes and change nothing in them.
  const plain = different.length > 20000 || different.every((text) => /^[\x20-\x7e]*$/.test(text));
  if (plain) different.sort();
  else different.sort(new Intl.Collator(report.lang === 'zh' ? 'zh-CN' : 'en', { numeric: true }).compare);
  return new Map(different.map((text, index) => [text, index]));
}

/** @param {Column} column @param {Filter} filter @returns {(row: number) => boolean} */
function filterTest(column, filter) {
  if (filter.absent === 'unknown') return (row) => isUnknown(column, row);
  if (filter.absent) return (row) => cellValue(column, row) === null && !isUnknown(column, row);
  if (filter.wordIndex !== undefined) return (row) => Number(column.values[row]) === filter.wordIndex;
  if (filter.listWord !== undefined) return listTest(column, filter.listWord);
  if (filter.text !== undefined) return textTest(column, filter.text);
  return rangeTest(column, filter.from ?? null, filter.to ?? null);
}

/**
 * The unknown lies in no range.
 * @param {Column} column
 * @param {number|string|null} from
 * @param {number|string|null} to
 * @returns {(row: number) => boolean}
 */
function rangeTest(column, from, to) {
  return (row) => {
    const value = column.values[row];
    if (value === null || value === undefined) return false;
    return (from === null || value >= from) && (to === null || value <= to);
  };
}

/** @param {Column} column @param {string} wanted @returns {(row: number) => boolean} */
function listTest(column, wanted) {
  const holds = (column.words || []).map((words) => words.split(';').includes(wanted));
  return (row) => holds[Number(column.values[row])] === true;
}

/** @param {Column} column @param {string} wanted @returns {(row: number) => boolean} */
function textTest(column, wanted) {
  if (column.words) {
    const holds = column.words.map((each) => each.toLowerCase().includes(wanted));
    return (row) => holds[Number(column.values[row])] === true;
  }
  return (row) => {
    const value = column.values[row];
    return typeof value === 'string' && value.toLowerCase().includes(wanted);
  };
}
