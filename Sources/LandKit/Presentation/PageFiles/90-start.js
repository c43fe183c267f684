// Puts the parts together.

/** Marks the section in sight in the links at the top. */
function followSections() {
  const links = [...document.querySelectorAll('.top-bar nav a[href^="#"]')];
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const link = links.find((each) => each.getAttribute('href') === `#${entry.target.id}`);
      if (!link) continue;
      if (entry.isIntersecting) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }, { rootMargin: '-20% 0px -70% 0px' });
  for (const section of document.querySelectorAll('main > section[id]')) watcher.observe(section);
}

/** @returns {Links} */
function startParts() {
  /** @type {ParcelMap|null} */
  let map = null;
  /** @type {ParcelTable|null} */
  let table = null;
  /** @type {ParcelDialog|null} */
  let dialog = null;

  /** @type {Links} */
  const links = {
    open(parcel) {
      if (map) map.select(parcel);
      if (!dialog) dialog = new ParcelDialog(links);
      dialog.open(parcel);
      announce(word('opened', { parcel: parcelLine(parcel) }));
    },
    showOnMap(parcel) {
      if (!map || !map.goToParcel(parcel)) {
        return announceVisibly(word('noGeometry', { parcel: parcelId(parcel) }));
      }
      map.select(parcel);
      goToSection('map', map.host);
      announce(word('shownOnMap', { parcel: parcelLine(parcel) }));
    },
    showInTable(parcel) {
      if (!table) return;
      table.show(parcel);
      goToSection('parcels', table.table);
    },
    showPlace(lon, lat) {
      if (!map) return;
      goToSection('map', map.host);
      map.goToPlace(lon, lat);
      announce(word('placeShown', { lon: lon.toFixed(6), lat: lat.toFixed(6) }));
    },
    explainFinding,
    explainFigure,
  };

  const openAndPlace = (/** @type {number} */ parcel) => {
    if (map) map.goToParcel(parcel);
    links.open(parcel);
  };
  const search = document.getElementById('search');
  if (search) new Search(search, openAndPlace);
  map = mount('map-view', (place) => mountMap(place, sceneOf(report), links.open));
  const still = document.getElementById('map-static');
  if (map && still) still.classList.add('print-only');
  table = mount('parcel-table', (place) => new ParcelTable(place, links));
  mount('finding-groups', (place) => mountFindings(place, links));
  openLinkedParcels((parcel) => {
    if (table) table.show(parcel);
    openAndPlace(parcel);
  });
  return links;
}

/**
 * Links of the static text that name a parcel open it; map and table go to it meanwhile, and the
 * reader comes back to the link. Without scripts they lead to the printed table.
 * @param {(parcel: number) => void} open
 */
function openLinkedParcels(open) {
  /** @type {Map<string, number>|null} */
  let places = null;
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-parcel]') : null;
    const changed = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!(link instanceof HTMLElement) || changed) return;
    if (!places) {
      places = new Map();
      // Of parcels with the same code the first is meant, as in the files.
      for (let parcel = report.parcels.count - 1; parcel >= 0; parcel--) places.set(parcelId(parcel), parcel);
    }
    const parcel = places.get(link.dataset.parcel || '');
    if (parcel === undefined) return;
    event.preventDefault();
    open(parcel);
  });
}

/** @param {string} id @param {HTMLElement} focus */
function goToSection(id, focus) {
  const section = document.getElementById(id);
  if (section) scrollToNode(section);
  focus.focus({ preventScroll: true });
}

/** Says in the document how far the page is, for those who drive it. @param {string} stage */
function setStage(stage) {
  document.documentElement.dataset.page = stage;
}

function start() {
  setStage('starting');
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.removeAttribute('open');
  if (!readReport()) return setStage('static');
  preparePrinting();
  followSections();
  startParts();
  setStage('ready');
}

start();
