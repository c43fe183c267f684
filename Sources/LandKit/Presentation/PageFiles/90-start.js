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

  const search = document.getElementById('search');
  if (search) new Search(search, (parcel) => {
    if (map && map.goToParcel(parcel)) map.select(parcel);
    links.open(parcel);
  });
  map = mount('map-view', (place) => mountMap(place, sceneOf(report), links.open));
  const still = document.getElementById('map-static');
  if (map && still) still.classList.add('print-only');
  table = mount('parcel-table', (place) => new ParcelTable(place, links));
  mount('finding-groups', (place) => mountFindings(place, links));
  return links;
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
