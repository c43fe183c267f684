// The table of parcels. Only the rows in sight are in the document: a hundred thousand would stop it.

const rowHeight = 34; // CSS pixels, as in the style sheet
const spareRows = 8;
const widestColumn = 272; // CSS pixels, as in the style sheet

/** The widest of a sample of the values of a column, CSS pixels. @param {Column} column */
function sampleWidth(column) {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  context.font = '14px "SimHei", "Heiti SC", "Noto Sans CJK SC", sans-serif';
  const rows = report.parcels.count;
  const step = Math.max(Math.floor(rows / 300), 1);
  let widest = 0;
  for (let row = 0; row < rows; row += step) {
    widest = Math.max(widest, context.measureText(cellText(column, row).slice(0, 60)).width);
  }
  return Math.ceil(widest);
}

class ParcelTable {
  /**
   * @param {HTMLElement} place
   * @param {{open: (parcel: number) => void, showOnMap: (parcel: number) => void}} listener
   */
  constructor(place, listener) {
    this.listener = listener;
    /** @type {number[]} */
    this.visible = [...report.parcels.table];
    this.rows = new TableRows(report.parcels.columns, report.parcels.count);
    /** @type {Set<number>} selected parcels */
    this.selected = new Set();
    this.active = -1; // position among the shown rows
    this.anchor = 0;
    this.waiting = false;
    /**
     * Filter fields by column; kept while other columns come and go.
     * @type {Map<number, HTMLElement>}
     */
    this.fields = new Map();
    /** Widths by column, CSS pixels. @type {Map<number, number>} */
    this.widths = new Map();
    this.first = -1;
    this.last = -1;
    this.count = element('p', { class: 'row-count', role: 'status', 'data-count': '' });
    this.head = element('thead');
    this.body = element('tbody');
    this.table = element('table', {
      class: 'big', role: 'grid', tabindex: 0, 'aria-label': word('tableLabel'),
      'aria-multiselectable': 'true',
    }, this.head, this.body);
    this.frame = element('div', { class: 'table-frame' }, this.table);
    place.append(this.tools(), this.frame, element('p', { class: 'note screen-note' }, word('tableHelp')));
    this.frame.addEventListener('scroll', () => this.requestFill(), { passive: true });
    this.table.addEventListener('keydown', (event) => this.key(event));
    this.body.addEventListener('click', (event) => this.click(event));
    this.body.addEventListener('dblclick', (event) => this.open(this.positionOf(event.target)));
    new ResizeObserver(() => this.requestFill()).observe(this.frame);
    this.makeHead();
    this.refresh();
  }

  tools() {
    return element('div', { class: 'table-tools' }, this.count,
      button(word('clearFilters'), () => this.clearFilters(), { 'data-action': 'clear-filters' }),
      button(word('copy'), () => this.copy(), { 'data-action': 'copy' }),
      this.columnChooser());
  }

  columnChooser() {
    const list = element('div', { class: 'column-list' });
    report.parcels.columns.forEach((/** @type {Column} */ column, /** @type {number} */ index) => {
      const { row } = layerSwitch(columnTitle(column), this.visible.includes(index), (on) => {
        this.visible = on ? [...this.visible, index] : this.visible.filter((each) => each !== index);
        if (!on) this.dropFilter(index);
        this.makeHead();
        this.refresh();
      }, { 'data-column': column.key });
      list.append(row);
    });
    const summary = element('summary', {}, word('columns'));
    return element('details', { class: 'chooser', 'data-list': 'columns' }, summary, list);
  }

  makeHead() {
    const titles = element('tr', { 'aria-rowindex': 1 });
    const filters = element('tr', { class: 'filters', 'aria-rowindex': 2 });
    for (const index of this.visible) {
      const column = report.parcels.columns[index];
      const sort = button(columnTitle(column), () => this.turnOrder(index), { class: 'sort' });
      const named = { 'data-column': column.key, class: column.type };
      const head = element('th', { scope: 'col', ...named, 'aria-sort': 'none' }, sort);
      head.style.minWidth = `${this.width(index)}px`;
      titles.append(head);
      filters.append(element('td', named, this.filterField(index)));
    }
    this.head.replaceChildren(titles, filters);
    this.markOrder();
  }

  /**
   * The width of a column, from a sample of its values: it must not change while rows pass by.
   * @param {number} index
   */
  width(index) {
    const column = report.parcels.columns[index];
    let width = this.widths.get(index);
    if (width === undefined) {
      width = sampleWidth(column) + (index === this.visible[0] ? 56 : column.key === 'idle_state' ? 54 : 24);
      this.widths.set(index, width);
    }
    return Math.min(width, widestColumn);
  }

  /** @param {number} index */
  filterField(index) {
    let field = this.fields.get(index);
    if (!field) {
      field = filterField(report.parcels.columns[index], (filter) => {
        this.rows.setFilter(index, filter);
        this.refresh();
      });
      this.fields.set(index, field);
    }
    return field;
  }

  /** A filter that nobody sees must not hide rows. @param {number} index */
  dropFilter(index) {
    this.rows.setFilter(index, null);
    this.fields.delete(index);
  }

  clearFilters() {
    this.rows.clearFilters();
    this.fields.clear();
    this.makeHead();
    this.refresh();
  }

  /** @param {number} index */
  turnOrder(index) {
    this.rows.turnOrder(index);
    this.markOrder();
    this.refresh();
  }

  markOrder() {
    const order = this.rows.order;
    this.visible.forEach((index, at) => {
      const sorted = order && order.column === index;
      const way = !sorted ? 'none' : order.descending ? 'descending' : 'ascending';
      this.head.children[0].children[at].setAttribute('aria-sort', way);
    });
  }

  /** Filters or order have changed. */
  refresh() {
    const shown = this.rows.shown.length;
    this.active = -1;
    this.table.setAttribute('aria-rowcount', String(shown + 2));
    this.table.setAttribute('aria-colcount', String(this.visible.length));
    this.sayCount();
    this.frame.scrollTop = 0;
    this.fill(true);
  }

  sayCount() {
    const shown = this.rows.shown.length;
    const values = {
      shown: formatNumber(shown), all: formatNumber(this.rows.count),
      selected: formatNumber(this.selected.size),
    };
    this.count.dataset.count = String(shown);
    this.count.dataset.selected = String(this.selected.size);
    this.count.textContent = word(this.selected.size > 0 ? 'rowCountSelected' : 'rowCount', values);
  }

  requestFill() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.fill(false);
    });
  }

  /**
   * Puts the rows in sight into the document.
   * @param {boolean} anew even if the same places are in sight
   */
  fill(anew) {
    const shown = this.rows.shown;
    const top = Math.max(this.frame.scrollTop, 0);
    const first = Math.max(Math.floor(top / rowHeight) - spareRows, 0);
    const last = Math.min(Math.ceil((top + this.frame.clientHeight) / rowHeight) + spareRows, shown.length);
    if (!anew && first === this.first && last === this.last) return;
    this.first = first;
    this.last = last;
    const rows = [this.space(first)];
    for (let position = first; position < last; position++) rows.push(this.row(position));
    rows.push(shown.length === 0 ? this.nothing() : this.space(shown.length - last));
    this.body.replaceChildren(...rows);
    if (this.active < 0) this.table.removeAttribute('aria-activedescendant');
    else this.table.setAttribute('aria-activedescendant', `row-${this.active}`);
  }

  nothing() {
    const cell = element('td', { colspan: this.visible.length, class: 'nothing' }, word('noRows'));
    return element('tr', {}, cell);
  }

  /** An empty row as high as the rows it stands for. @param {number} rows */
  space(rows) {
    const row = element('tr', { class: 'space', 'aria-hidden': 'true' });
    row.style.height = `${rows * rowHeight}px`;
    row.hidden = rows === 0;
    return row;
  }

  /** @param {number} position */
  row(position) {
    const parcel = this.rows.shown[position];
    const row = element('tr', {
      id: `row-${position}`, 'data-parcel': parcelId(parcel), 'data-row': position, 'aria-rowindex': position + 3,
      'aria-selected': this.selected.has(parcel) ? 'true' : 'false',
      class: position === this.active ? 'active' : null,
    });
    this.visible.forEach((index, at) => row.append(this.cell(report.parcels.columns[index], parcel, at === 0)));
    return row;
  }

  /** @param {Column} column @param {number} parcel @param {boolean} first */
  cell(column, parcel, first) {
    const text = cellText(column, parcel);
    if (first) {
      return element('th', { scope: 'row', class: column.type }, element('span', { class: 'row-links' },
        button(isolated(text), () => this.listener.open(parcel), { class: 'link', 'data-action': 'open' }),
        iconButton('map', word('showOnMap'), () => this.listener.showOnMap(parcel), 'map')));
    }
    const absent = cellValue(column, parcel) === null;
    const manner = !absent ? '' : isUnknown(column, parcel) ? ' unknown' : ' none';
    const cell = element('td', { class: column.type + manner, dir: 'auto' });
    if (column.key === 'idle_state') {
      cell.append(element('span', { class: 'with-swatch' }, swatch(parcelState(parcel)), text));
    } else cell.textContent = text;
    if (text.length > 14) cell.title = text;
    return cell;
  }

  /** @param {EventTarget|null} target @returns {number} −1 if the target stands in no row */
  positionOf(target) {
    const row = target instanceof Element ? target.closest('tr[data-row]') : null;
    return row instanceof HTMLElement ? Number(row.dataset.row) : -1;
  }

  /** @param {MouseEvent} event */
  click(event) {
    if (event.target instanceof Element && event.target.closest('button')) return;
    const position = this.positionOf(event.target);
    if (position < 0) return;
    this.choose(position, event.shiftKey, event.ctrlKey || event.metaKey);
  }

  /**
   * Selects a row, a range from the last one, or one more.
   * @param {number} position
   * @param {boolean} range
   * @param {boolean} more
   */
  choose(position, range, more) {
    const parcel = this.rows.shown[position];
    if (range) {
      const [from, to] = [Math.min(this.anchor, position), Math.max(this.anchor, position)];
      for (let p = from; p <= to; p++) this.selected.add(this.rows.shown[p]);
    } else if (!more) {
      const again = this.selected.has(parcel) && this.selected.size === 1;
      this.selected = new Set(again ? [] : [parcel]);
    } else if (!this.selected.delete(parcel)) this.selected.add(parcel);
    if (!range) this.anchor = position;
    this.active = position;
    this.sayCount();
    this.fill(true);
  }

  /** @param {number} position */
  open(position) {
    if (position >= 0) this.listener.open(this.rows.shown[position]);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.target !== this.table) return; // fields and buttons have keys of their own
    const page = Math.max(Math.floor(this.frame.clientHeight / rowHeight) - 3, 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    const command = event.ctrlKey || event.metaKey;
    if (step !== undefined) this.moveActive(step, event.shiftKey);
    else if (command && event.key === 'a') this.selectShown();
    else if (command && event.key === 'c' && String(getSelection()) === '') this.copy();
    else if (event.key === ' ' && this.active >= 0) this.choose(this.active, event.shiftKey, true);
    else if (event.key === 'Enter') this.open(this.active);
    else return;
    event.preventDefault();
  }

  /** @param {number} step @param {boolean} selecting */
  moveActive(step, selecting) {
    const most = this.rows.shown.length - 1;
    if (most < 0) return;
    const from = this.active < 0 && step < 0 ? 0 : this.active;
    const position = Math.min(Math.max(from + step, 0), most);
    if (selecting) this.choose(position, true, false);
    this.active = position;
    this.bringIntoView(position);
    this.fill(true);
  }

  selectShown() {
    for (const parcel of this.rows.shown) this.selected.add(parcel);
    this.sayCount();
    this.fill(true);
  }

  /** @param {number} position */
  bringIntoView(position) {
    const head = this.head.offsetHeight;
    const top = position * rowHeight;
    const room = this.frame.clientHeight - head - rowHeight;
    if (top < this.frame.scrollTop) this.frame.scrollTop = top;
    if (top > this.frame.scrollTop + room) this.frame.scrollTop = top - room;
  }

  /** Shows a parcel; filters that hide it are taken off. @param {number} parcel */
  show(parcel) {
    let position = this.rows.shown.indexOf(parcel);
    if (position < 0) {
      this.clearFilters();
      position = this.rows.shown.indexOf(parcel);
    }
    this.selected = new Set([parcel]);
    this.active = position;
    this.anchor = position;
    this.frame.scrollTop = Math.max((position - 3) * rowHeight, 0);
    this.sayCount();
    this.fill(true);
  }

  /** Copies the selected rows, or all shown if none is selected. */
  copy() {
    const all = this.selected.size === 0;
    const chosen = [...this.rows.shown].filter((parcel) => all || this.selected.has(parcel));
    const columns = this.visible.map((index) => report.parcels.columns[index]);
    copyText(tabSeparated(columns, chosen), formatNumber(chosen.length));
  }
}
