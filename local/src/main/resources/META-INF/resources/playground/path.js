// The picture: the ground, the stones on it, how long each is open, the plans, the days. Layout in, SVG out.

import {SHORT, formatDay, formatMoment} from './days.js';
import {s} from './dom.js';
import {HEIGHT, LANES, groundLine, hillLine, scale, stones, ticks, windows} from './layout.js';
import {stonesOf} from './marks.js';
import {STATES} from './slots.js';

const line = (points) => points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${Math.round(x * 10) / 10} ${y}`).join('');

/** What somebody who cannot see a stone hears, and what the others read when they point at it. */
export function facts(slot, zone) {
  const opens = formatMoment(new Date(slot.opensAt), zone);
  const until = slot.closesOn === undefined
    ? 'the next slot, beyond this picture'
    : slot.closesOn === null ? 'always: it stays open' : `the beginning of ${formatDay(slot.closesOn, SHORT)}`;
  return {name: slot.key, due: formatDay(slot.dueOn, {...SHORT, year: 'numeric'}), opens, until, state: STATES[slot.state]};
}

const sentence = ({name, due, opens, until, state}) => `${name}, ${state}. Due on ${due}, opens ${opens}, until ${until}.`;

export class Path {
  #svg;
  #land = s('g.land');
  #lanes = s('g.lanes');
  #stones = s('g.stones');
  #now = s('line.now');
  #title = s('title', {id: 'path-title'});
  #desc = s('desc', {id: 'path-desc'});
  /** @type {Map<string, {node: SVGElement, drawn: string, said: any}>} */
  #standing = new Map();
  #focused = '';
  #onpoint;

  /** @param {SVGSVGElement} svg @param {(slot: any, node: Element | null) => void} onpoint at a stone; null: at none any more */
  constructor(svg, onpoint) {
    this.#svg = svg;
    this.#onpoint = onpoint;
    svg.append(this.#title, this.#desc, this.#land, this.#lanes, this.#now, this.#stones);
    this.#stones.addEventListener('keydown', (event) => this.#walk(/** @type {KeyboardEvent} */ (event)));
  }

  /**
   * @param {{slots: import('./slots.js').Shown[], eras: any[], view: any, startedOn: string, zone: string, now: number,
   *   title: string, desc: string}} picture `now` in days after the beginning of the view
   */
  draw(picture) {
    const {view, title, desc} = picture;
    this.#svg.setAttribute('viewBox', `0 0 ${view.width} ${HEIGHT}`);
    this.#title.textContent = title;
    this.#desc.textContent = desc;
    this.#drawLand(picture);
    this.#drawLanes(picture);
    this.#drawStones(picture);
    const at = scale(view).x(picture.now);
    for (const [name, value] of Object.entries({x1: at, x2: at, y1: 44, y2: LANES.axis})) {
      this.#now.setAttribute(name, value);
    }
  }

  #drawLand({view, startedOn, now}) {
    const {x, ground, of} = scale(view);
    const points = groundLine(view, startedOn);
    const offset = -of(startedOn);
    const walker = [x(now), ground(now, offset)];
    const start = [x(of(startedOn)), ground(of(startedOn), offset)];
    const between = (from, to) => line([from, ...points.filter(([at]) => at > from[0] && at < to[0]), to]);
    const end = [view.width, points.at(-1)[1]];
    const filled = (along) => `${line(along)}L${view.width} ${LANES.axis}L0 ${LANES.axis}z`;
    this.#land.replaceChildren(
      s('path.hills', {d: filled(hillLine(view, startedOn))}),
      s('path.ground', {d: filled(points)}),
      s('path.ahead', {d: between(walker[0] > start[0] ? walker : start, end)}),
      s('path.walked', {d: walker[0] > start[0] ? between(start[0] < 0 ? points[0] : start, walker) : ''}),
      ...(start[0] > 0 ? [s('line.pole', {x1: start[0], x2: start[0], y1: start[1], y2: start[1] - 30}),
        s('path.flag', {d: `M${start[0]} ${start[1] - 30}l15 4.5-15 4.5z`})] : []));
  }

  #drawLanes({slots, eras, view}) {
    const {x} = scale(view);
    const {days, months} = ticks(view);
    const clip = (at) => Math.min(Math.max(at, x(0)), x(view.days));
    this.#lanes.replaceChildren(
      ...windows(slots, view).map((bar) => s(`rect.window.${bar.state}`, {x: bar.x, y: LANES.windows - 5, width: bar.width, height: 10, rx: 5})),
      ...eras.flatMap(({plan, cadence, from, to}) => {
        const [left, right] = [clip(x(from)), clip(x(to))];
        return right - left < 8 ? [] : [
          s('path.era', {d: `M${left + 2} ${LANES.plans - 5}v5h${right - left - 4}v-5`}),
          s('text.era-name', {x: (left + right) / 2, y: LANES.plans + 4},
            right - left > 110 ? `${plan} · ${cadence ?? 'milestones only'}` : right - left > 44 ? plan : ''),
        ];
      }),
      s('line.axis', {x1: x(0), x2: x(view.days), y1: LANES.axis, y2: LANES.axis}),
      ...days.flatMap((tick) => [
        s('line.tick', {x1: tick.x, x2: tick.x, y1: LANES.axis, y2: LANES.axis + 5}),
        s('text.day', {x: tick.x, y: LANES.days}, String(tick.dayOfMonth)),
      ]),
      ...months.map(({x: at, day}) => s('text.month', {x: at, y: LANES.months},
        formatDay(day, day.slice(5, 7) === '01' ? {month: 'short', year: 'numeric'} : {month: 'short'}))));
  }

  #drawStones({slots, view, startedOn, zone}) {
    const placed = stones(slots, view, startedOn);
    const gone = new Set(this.#standing.keys());
    for (const slot of placed) {
      const id = `${slot.kind}-${slot.index}`;
      gone.delete(id);
      const node = this.#standing.get(id)?.node ?? this.#added(id);
      const said = facts(slot, zone);
      node.setAttribute('class', `stone ${slot.kind} ${slot.state}`);
      node.setAttribute('aria-label', sentence(said));
      node.dataset.slot = slot.key;
      node.dataset.state = slot.state;
      node.dataset.day = slot.dueOn;
      node.style.transform = `translate(${slot.x.toFixed(1)}px, ${slot.y.toFixed(1)}px)`;
      const drawn = [slot.key, slot.state, slot.width, slot.label].join();
      const standing = {node, drawn, slot, said};
      if (this.#standing.get(id)?.drawn !== drawn) {
        const {nodes, height} = stonesOf(slot);
        const label = slot.label ? [s('text.stone-name', {y: -height - 10}, slot.key.replace('-', ' '))] : [];
        // Something to point at that is no smaller than a finger likes.
        const reach = s('rect.reach', {x: -Math.max(slot.width, 20) / 2, y: -height - 6, width: Math.max(slot.width, 20), height: height + 16});
        node.replaceChildren(reach, ...nodes, ...label);
      }
      this.#standing.set(id, standing);
    }
    for (const id of gone) {
      this.#standing.get(id)?.node.remove();
      this.#standing.delete(id);
    }
    // In the order of their days, for eyes that read the elements and for the keys that go from one to the next.
    const order = placed.map(({kind, index}) => this.#standing.get(`${kind}-${index}`).node);
    if (order.some((node, at) => this.#stones.children[at] !== node)) {
      const had = /** @type {SVGElement} */ (document.activeElement);
      this.#stones.append(...order);
      order.includes(had) && had.focus();
    }
    this.#reachable();
  }

  #added(id) {
    const node = s('g.stone', {role: 'img', tabindex: '-1'});
    node.dataset.id = id;
    const point = () => this.#point(id);
    node.addEventListener('pointerenter', point);
    node.addEventListener('focus', () => ((this.#focused = id), this.#reachable(), point()));
    node.addEventListener('pointerleave', () => this.#onpoint(null, null));
    node.addEventListener('blur', () => this.#onpoint(null, null));
    this.#stones.append(node);
    return node;
  }

  #point(id) {
    const {said, node} = this.#standing.get(id);
    this.#onpoint(said, node);
  }

  /** One stop for the Tab key; the arrows go from stone to stone. */
  #reachable() {
    const ids = [...this.#stones.children].map((node) => node.dataset.id);
    const stop = ids.includes(this.#focused) ? this.#focused : ids[0];
    for (const {node} of this.#standing.values()) {
      node.setAttribute('tabindex', node.dataset.id === stop ? '0' : '-1');
    }
  }

  #walk(event) {
    const nodes = [...this.#stones.children];
    const at = nodes.indexOf(event.target);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: nodes.length - 1}[event.key];
    if (to !== undefined && nodes[to]) {
      event.preventDefault();
      nodes[to].focus();
    }
  }
}
