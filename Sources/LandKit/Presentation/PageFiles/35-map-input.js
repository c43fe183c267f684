// Moving the map by mouse, wheel, fingers and keys.

const keyStep = 80; // CSS pixels
const clickReach = 5; // CSS pixels that a finger or mouse may slip during a click

class MapInput {
  /**
   * @param {ParcelMap} map
   * @param {HTMLElement} region the element that has the focus
   * @param {{open: (parcel: number) => void, tell: (parcel: number, x: number, y: number) => void,
   *   pointer: (x: number, y: number) => void, leave: () => void}} listener
   */
  constructor(map, region, listener) {
    this.map = map;
    this.region = region;
    this.listener = listener;
    /** @type {Map<number, {x: number, y: number}>} */
    this.fingers = new Map();
    this.travelled = 0;
    this.lastWheelElsewhere = -Infinity;
    this.telling = 0; // timer
    this.listen();
  }

  listen() {
    const region = this.region;
    region.addEventListener('pointerdown', (event) => this.down(event));
    region.addEventListener('pointermove', (event) => this.move(event));
    region.addEventListener('pointerup', (event) => this.up(event));
    region.addEventListener('pointercancel', (event) => this.cancel(event));
    region.addEventListener('pointerleave', () => this.listener.leave());
    region.addEventListener('dblclick', (event) => event.preventDefault());
    region.addEventListener('keydown', (event) => this.key(event));
    region.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    region.addEventListener('focus', () => this.focus());
    region.addEventListener('blur', () => this.setCrosshair(false));
    window.addEventListener('wheel', (event) => this.wheelElsewhere(event), { passive: true });
  }

  /** @param {MouseEvent} event */
  place(event) {
    const box = this.region.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** @param {PointerEvent} event */
  down(event) {
    if (event.button !== 0) return;
    this.fingers.set(event.pointerId, this.place(event));
    if (this.fingers.size === 1) this.travelled = 0;
    else this.travelled = clickReach + 1; // two fingers are never a click
    this.region.setPointerCapture(event.pointerId);
    this.region.classList.add('moving');
    this.setCrosshair(false);
    this.listener.leave();
  }

  /** @param {PointerEvent} event */
  move(event) {
    const now = this.place(event);
    const before = this.fingers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') this.point(now);
      return;
    }
    this.travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (this.fingers.size === 1 && this.travelled > clickReach) {
      this.map.look(panned(this.map.view, now.x - before.x, now.y - before.y));
    }
    if (this.fingers.size === 2) this.pinch(event.pointerId, before, now);
    if (this.travelled > clickReach || this.fingers.size === 2) this.fingers.set(event.pointerId, now);
  }

  /**
   * @param {number} id the finger that moved
   * @param {{x: number, y: number}} before
   * @param {{x: number, y: number}} now
   */
  pinch(id, before, now) {
    const other = [...this.fingers].filter(([finger]) => finger !== id).map(([, at]) => at)[0];
    const was = Math.max(Math.hypot(before.x - other.x, before.y - other.y), 1);
    const is = Math.max(Math.hypot(now.x - other.x, now.y - other.y), 1);
    // The middle of the fingers moves half as far as one of them.
    const moved = panned(this.map.view, (now.x - before.x) / 2, (now.y - before.y) / 2);
    this.map.look(zoomed(moved, is / was, (now.x + other.x) / 2, (now.y + other.y) / 2, this.map.limits));
  }

  /** The mouse rests or moves without a button. @param {{x: number, y: number}} at */
  point(at) {
    this.listener.pointer(at.x, at.y);
    this.listener.tell(this.map.parcelAt(at.x, at.y), at.x, at.y);
  }

  /** @param {PointerEvent} event */
  up(event) {
    const alone = this.fingers.size === 1 && this.fingers.has(event.pointerId);
    const click = alone && this.travelled <= clickReach;
    this.cancel(event);
    if (!click) return;
    const at = this.place(event);
    // Far out a click means the zone; its parcels are too small to be meant.
    const zone = this.map.smallZoneAt(at.x, at.y);
    if (zone >= 0) return this.map.goToZone(zone);
    const parcel = this.map.parcelAt(at.x, at.y, event.pointerType === 'touch' ? 12 : 4);
    if (parcel >= 0) this.listener.open(parcel);
    else this.map.select(-1);
  }

  /** @param {PointerEvent} event */
  cancel(event) {
    this.fingers.delete(event.pointerId);
    if (this.fingers.size === 0) this.region.classList.remove('moving');
  }

  /** @param {WheelEvent} event */
  wheelElsewhere(event) {
    const target = /** @type {Node} */ (event.target);
    if (!this.region.contains(target)) this.lastWheelElsewhere = event.timeStamp;
  }

  /**
   * The wheel zooms, unless the reader is scrolling the page and the map came under the mouse by it.
   * @param {WheelEvent} event
   */
  wheel(event) {
    if (!event.ctrlKey && event.timeStamp - this.lastWheelElsewhere < 350) {
      this.lastWheelElsewhere = event.timeStamp;
      return;
    }
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 33 : event.deltaMode === 2 ? 400 : 1;
    const speed = event.ctrlKey ? 0.01 : 0.0022; // a pinch on a touch pad comes in small steps with ctrl
    const turn = Math.max(-300, Math.min(300, event.deltaY * lines));
    const at = this.place(event);
    this.zoom(Math.exp(-turn * speed), at.x, at.y);
    this.listener.pointer(at.x, at.y);
  }

  /** @param {number} factor @param {number} [sx] @param {number} [sy] */
  zoom(factor, sx, sy) {
    const view = this.map.view;
    const x = sx === undefined ? view.width / 2 : sx;
    const y = sy === undefined ? view.height / 2 : sy;
    this.map.look(zoomed(view, factor, x, y, this.map.limits));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? keyStep / 4 : keyStep;
    const moves = {
      ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step],
    };
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (move) this.map.look(panned(this.map.view, move[0], move[1]));
    else if (event.key === '+' || event.key === '=') this.zoom(1.5);
    else if (event.key === '-' || event.key === '_') this.zoom(1 / 1.5);
    else if (event.key === '0') this.map.look(this.map.wholeView());
    else if (event.key === 'Enter' || event.key === ' ') this.openMiddle();
    else return;
    event.preventDefault();
    this.setCrosshair(true);
    this.tellMiddle();
  }

  middle() {
    return this.map.parcelAt(this.map.view.width / 2, this.map.view.height / 2);
  }

  openMiddle() {
    const parcel = this.middle();
    if (parcel >= 0) this.listener.open(parcel);
  }

  /**
   * Says what lies in the middle, some time after the last key so that not every step is read out.
   */
  tellMiddle() {
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      const parcel = this.middle();
      announce(parcel >= 0 ? word('mapAtMiddle', { parcel: parcelLine(parcel) }) : word('mapNothing'));
    }, 400);
  }

  focus() {
    if (this.region.matches(':focus-visible')) this.setCrosshair(true);
  }

  /** @param {boolean} shown */
  setCrosshair(shown) {
    if (this.map.crosshair === shown) return;
    this.map.crosshair = shown;
    this.map.request();
  }
}
