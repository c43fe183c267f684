// Searching a parcel by its code or its holder.

const mostSuggestions = 12;

class Search {
  /**
   * @param {HTMLElement} place
   * @param {(parcel: number) => void} open
   */
  constructor(place, open) {
    this.open = open;
    /** @type {string[]|null} */
    this.texts = null;
    /** @type {number[]} */
    this.found = [];
    this.active = -1;
    this.field = /** @type {HTMLInputElement} */ (element('input', {
      type: 'search', id: 'search-field', role: 'combobox', autocomplete: 'off', spellcheck: 'false',
      'aria-label': word('search'), placeholder: word('search'), 'aria-expanded': 'false',
      'aria-controls': 'search-list', 'aria-autocomplete': 'list',
    }));
    this.list = element('ul', { id: 'search-list', role: 'listbox', 'aria-label': word('searchList'), hidden: true });
    place.replaceChildren(this.field, this.list);
    this.field.addEventListener('focus', () => {
      this.prepare();
      this.field.select();
    });
    this.field.addEventListener('input', () => this.suggest());
    this.field.addEventListener('keydown', (event) => this.key(event));
    // Late enough that a press on a suggestion still reaches it.
    this.field.addEventListener('blur', () => setTimeout(() => {
      if (document.activeElement !== this.field) this.hide();
    }, 150));
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => this.click(event));
  }

  /** One text a parcel, made when the reader first comes to the field. */
  prepare() {
    if (this.texts) return;
    const columns = namingColumns();
    this.texts = Array.from({ length: report.parcels.count }, (_, parcel) =>
      columns.map((column) => cellValue(column, parcel) || '').join('\n').toLowerCase());
  }

  /**
   * Parcels whose code or holder holds the words; those that begin or end with them come first.
   * @param {string} wanted
   */
  find(wanted) {
    this.prepare();
    const texts = this.texts || [];
    const good = [];
    const other = [];
    for (let parcel = 0; parcel < texts.length && good.length < mostSuggestions; parcel++) {
      const at = texts[parcel].indexOf(wanted);
      if (at < 0) continue;
      const edge = texts[parcel].split('\n')
        .some((text) => text.startsWith(wanted) || text.endsWith(wanted));
      if (edge) good.push(parcel);
      else if (other.length < mostSuggestions) other.push(parcel);
    }
    return [...good, ...other].slice(0, mostSuggestions);
  }

  suggest() {
    const wanted = this.field.value.trim().toLowerCase();
    if (wanted === '') return this.hide();
    this.found = this.find(wanted);
    this.active = -1;
    this.list.replaceChildren(...this.found.map((parcel, at) => this.suggestion(parcel, at)));
    if (this.found.length === 0) this.list.append(element('li', { class: 'nothing' }, word('searchNothing')));
    this.list.hidden = false;
    this.field.setAttribute('aria-expanded', 'true');
    this.field.removeAttribute('aria-activedescendant');
    announce(word('searchCount', { n: this.found.length }));
  }

  /** @param {number} parcel @param {number} at */
  suggestion(parcel, at) {
    const state = parcelState(parcel);
    return element('li', {
      role: 'option', id: `search-${at}`, 'aria-selected': 'false',
      'data-at': at, 'data-parcel': parcelId(parcel),
    },
      swatch(state),
      element('span', { class: 'code', dir: 'auto' }, parcelId(parcel)),
      element('span', { dir: 'auto' }, parcelHolder(parcel) || word('unknown')));
  }

  hide() {
    this.list.hidden = true;
    this.active = -1;
    this.field.setAttribute('aria-expanded', 'false');
    this.field.removeAttribute('aria-activedescendant');
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    // An input method uses the same keys to choose characters.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') this.move(1);
    else if (event.key === 'ArrowUp') this.move(-1);
    else if (event.key === 'Enter') this.take(this.active < 0 ? 0 : this.active);
    else if (event.key === 'Escape' && !this.list.hidden) this.hide();
    else return;
    event.preventDefault();
  }

  /** @param {number} step */
  move(step) {
    if (this.list.hidden) this.suggest();
    if (this.found.length === 0) return;
    const from = this.active < 0 && step < 0 ? 0 : this.active;
    this.active = (from + step + this.found.length) % this.found.length;
    [...this.list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === this.active)));
    this.field.setAttribute('aria-activedescendant', `search-${this.active}`);
    this.list.children[this.active].scrollIntoView({ block: 'nearest' });
  }

  /** @param {number} at */
  take(at) {
    if (this.list.hidden || at >= this.found.length) return;
    const parcel = this.found[at];
    this.hide();
    this.open(parcel);
  }

  /** @param {MouseEvent} event */
  click(event) {
    const item = event.target instanceof Element ? event.target.closest('li[data-at]') : null;
    if (item instanceof HTMLElement) this.take(Number(item.dataset.at));
  }
}
