// Rows as text for a spreadsheet.

/**
 * A value as a cell of tab-separated text. What a spreadsheet would take for a formula gets an
 * apostrophe, which makes it text: a holder may be named "=…".
 * @param {Column} column
 * @param {number} row
 */
function copiedCell(column, row) {
  const value = cellValue(column, row);
  if (value === null) return '';
  if (column.type === 'number') return Number(value).toFixed(column.decimals || 0);
  const text = String(value).replace(/[\t\r\n\u2028\u2029]+/g, ' ');
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}

/**
 * @param {Column[]} columns
 * @param {number[]} rows
 * @returns {string} a line of titles and a line for each row
 */
function tabSeparated(columns, rows) {
  const lines = [columns.map(columnTitle).join('\t')];
  for (const row of rows) lines.push(columns.map((column) => copiedCell(column, row)).join('\t'));
  return lines.join('\r\n');
}

/**
 * Puts a text on the clipboard; where the browser refuses, shows it selected so that the reader can.
 * @param {string} text
 * @param {string} count how many rows it holds, for the message
 */
async function copyText(text, count) {
  try {
    await navigator.clipboard.writeText(text);
    announceVisibly(word('copied', { n: count }));
  } catch {
    showForCopying(text);
  }
}

/** @param {string} text */
function showForCopying(text) {
  const area = /** @type {HTMLTextAreaElement} */ (
    element('textarea', { readonly: true, rows: 12, 'aria-label': word('copyHelp') }));
  area.value = text;
  const dialog = /** @type {HTMLDialogElement} */ (element('dialog', { id: 'copy', 'aria-label': word('copy') },
    element('p', {}, word('copyHelp')), area,
    button(word('close'), () => dialog.close(), { 'data-action': 'close' })));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  area.select();
}

/** A message that is seen for a while and read out. @param {string} sentence */
function announceVisibly(sentence) {
  announce(sentence);
  const note = element('div', { class: 'toast', 'aria-hidden': 'true' }, sentence);
  document.body.append(note);
  setTimeout(() => note.remove(), 3500);
}
