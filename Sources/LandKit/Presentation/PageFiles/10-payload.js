// The data of the report: reading it, its words, its columns.

/**
 * @typedef {Object} Column
 * @property {string} key
 * @property {string} title
 * @property {string} [unit]
 * @property {'code'|'text'|'word'|'list'|'number'|'day'} type
 * @property {string[]} [words] dictionary of word and list columns
 * @property {number} [decimals]
 * @property {number} [figure] index of the figure that explains the number
 * @property {number[]} [states] the states of parcels that such a value belongs to; left out for all
 * @property {Array<number|string|null>} values word and list columns: index into words, −1 unknown;
 *   no values at all: nothing is known of any parcel
 */

/**
 * The part of the data that the scripts share.
 * @type {any}
 */
let report = null;

/** Reads the data element. @returns {boolean} whether there is data of a known schema */
function readReport() {
  const source = document.getElementById('data');
  if (!source || !source.textContent) return false;
  const data = JSON.parse(source.textContent);
  if (!String(data.schema).startsWith('landctl.report/1')) return false;
  // The text stays in its element: a reader may save the open page, and the copy needs it.
  report = data;
  return true;
}

/**
 * A text of the interface; `{name}` is replaced by the value of that name.
 * @param {string} key
 * @param {Object<string, string|number>} [values]
 * @returns {string}
 */
function word(key, values) {
  const text = report.words[key] || key;
  if (!values) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** @type {Map<number, Intl.NumberFormat>} */
const numberFormats = new Map();

/**
 * @param {number} value
 * @param {number} [decimals]
 * @returns {string}
 */
function formatNumber(value, decimals = 0) {
  let format = numberFormats.get(decimals);
  if (!format) {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    format = new Intl.NumberFormat('en-US', digits);
    numberFormats.set(decimals, format);
  }
  const text = format.format(value);
  // A small negative number rounds to "-0".
  return /^-[0.,]*$/.test(text) ? text.slice(1) : text;
}

/**
 * The value as data: the word itself, a number, a day, or null if it is unknown.
 * @param {Column} column
 * @param {number} row
 * @returns {string|number|null}
 */
function cellValue(column, row) {
  const value = column.values[row];
  if (value === null || value === undefined || value === '') return null;
  if (!column.words) return value;
  return Number(value) < 0 ? null : column.words[Number(value)];
}

/**
 * Whether a value is unknown: it is absent although it belongs to a parcel of this state. A list
 * without entries is known to have none.
 * @param {Column} column
 * @param {number} row
 */
function isUnknown(column, row) {
  if (column.type === 'list' || cellValue(column, row) !== null) return false;
  return !column.states || column.states.includes(report.parcels.state[row]);
}

/**
 * The value for people; unknown is said, it is never shown as zero or as nothing. What does not belong
 * to a parcel gets a dash.
 * @param {Column} column
 * @param {number} row
 * @returns {string}
 */
function cellText(column, row) {
  const value = cellValue(column, row);
  if (value === null) return word(isUnknown(column, row) ? 'unknown' : 'none');
  if (column.type === 'number') return formatNumber(Number(value), column.decimals || 0);
  if (column.type === 'list') return String(value).split(';').join(word('listSeparator'));
  return String(value);
}

/** @param {Column} column */
function columnTitle(column) {
  return column.unit ? word('titleWithUnit', { title: column.title, unit: column.unit }) : column.title;
}

/** @param {string} key @returns {Column|null} */
function columnByKey(key) {
  return report.parcels.columns.find((/** @type {Column} */ column) => column.key === key) || null;
}

/**
 * The columns that name a parcel: its code first, its holder second if the data has one.
 * @returns {Column[]}
 */
function namingColumns() {
  return report.parcels.search.map((/** @type {number} */ index) => report.parcels.columns[index]);
}

/** @param {number} parcel */
function parcelId(parcel) {
  const column = columnByKey('parcel_id') || report.parcels.columns[0];
  const value = cellValue(column, parcel);
  return value === null ? word('noCode') : String(value);
}

/** @param {number} parcel @returns {string|null} */
function parcelHolder(parcel) {
  const column = namingColumns().find((each) => each.key !== 'parcel_id');
  const value = column ? cellValue(column, parcel) : null;
  return value === null ? null : String(value);
}

/** @param {number} parcel */
function parcelState(parcel) {
  return report.states[report.parcels.state[parcel]];
}

/** @param {number} parcel one line that names a parcel: code, holder, state */
function parcelLine(parcel) {
  const parts = [parcelId(parcel), parcelHolder(parcel), parcelState(parcel).label];
  return parts.filter((part) => part !== null).join(word('listSeparator'));
}
