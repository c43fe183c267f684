// Printing: paper has no switches. The style sheet shows the static parts; folded ones are opened here.

function preparePrinting() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener('beforeprint', () => {
    const folded = [...document.querySelectorAll('details:not([open])')];
    opened = /** @type {HTMLDetailsElement[]} */ (folded.filter((each) => !each.closest('.live, dialog')));
    for (const each of opened) each.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const each of opened) each.open = false;
    opened = [];
  });
}
