// Puts the map into the page.

/**
 * @param {HTMLElement} place
 * @param {Scene} scene
 * @param {(parcel: number) => void} open
 * @returns {ParcelMap}
 */
function mountMap(place, scene, open) {
  const help = element('p', { id: 'map-help', class: 'unseen' }, word('mapHelp'));
  const region = element('div', {
    class: 'map-region', tabindex: 0, role: 'application', 'aria-roledescription': word('mapRole'),
    'aria-label': word('mapLabel', { n: formatNumber(report.parcels.count) }),
    'aria-describedby': 'map-help',
  });
  const frame = element('div', { class: 'map-frame' }, region);
  const box = element('div', { class: 'map-box' }, frame);
  place.append(help, box);

  const map = new ParcelMap(region, scene);
  const tooltip = mapTooltip(map);
  const coordinates = coordinateLabel(map);
  const input = new MapInput(map, region, {
    open,
    tell: tooltip.show,
    pointer: coordinates.show,
    leave: () => tooltip.show(-1, 0, 0),
  });
  // Buttons stand beside the region, not in it: a press on them is no press on the map.
  frame.append(scaleBar(map), northArrow(), coordinates.label, tooltip.tip, mapButtons(map, input, region));
  box.append(mapLegend(map));
  if (report.simplified) place.append(element('p', { class: 'note' }, report.simplified));
  return map;
}
