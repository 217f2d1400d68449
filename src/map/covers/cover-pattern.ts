import {html, type TemplateResult} from 'lit';
import type {Portal} from '../../model/records.js';

type Random = () => number;

/**
 * Returns a random number generator seeded with a text: the same numbers in every browser (FNV-1a, then mulberry32).
 */
function seededRandom(seed: string): Random {
  let state = 2166136261;
  for (let i = 0; i < seed.length; i++) {
    state = Math.imul(state ^ seed.charCodeAt(i), 16777619);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Three paths in a 300 × 200 box, from the lightest to the strongest colour. */
type Paths = [string, string, string];

const addPath = (paths: Paths, level: number, path: string): void => {
  const index = Math.max(0, Math.min(2, level)) as 0 | 1 | 2;
  paths[index] += path;
};

/** Draws circles, each linked to its two nearest ones: a network of people. */
function network(random: Random): Paths {
  const paths: Paths = ['', '', ''];
  const points: {x: number; y: number}[] = [];
  for (let cell = 0; cell < 12; cell++) {
    // One point per cell of 75 × 67 avoids clusters. Some cells stay empty.
    const x = Math.round(((cell % 4) + random()) * 75);
    const y = Math.round((Math.floor(cell / 4) + random()) * 67);
    const size = random();
    if (size < 0.2) continue;
    const r = Math.round(8 + size * size * 34);
    addPath(
      paths,
      size > 0.65 ? 0 : 1,
      `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0`,
    );
    points.push({x, y});
  }
  for (const {x, y} of points) {
    const squaredDistance = (a: {x: number; y: number}): number => (a.x - x) ** 2 + (a.y - y) ** 2;
    for (const neighbour of [...points]
      .sort((a, b) => squaredDistance(a) - squaredDistance(b))
      .slice(1, 3)) {
      addPath(paths, 2, `M${x} ${y}L${neighbour.x} ${neighbour.y}`);
    }
  }
  return paths;
}

/** Draws hexagons that thin out to one side: a shared subject. */
function tiling(random: Random): Paths {
  const paths: Paths = ['', '', ''];
  const [eastward, southward] = [random() - 0.5, random() - 0.5];
  for (let column = 0; column < 9; column++) {
    for (let row = 0; row < 6; row++) {
      const [x, y] = [column * 39 - 30, row * 45 - 22 * (column % 2)];
      const level = Math.floor(
        (random() + (x / 300 - 0.5) * eastward + (y / 200 - 0.5) * southward) * 4.6,
      );
      if (level > 0) addPath(paths, level - 1, `M${x} ${y}l12-21h24l12 21-12 21h-24z`);
    }
  }
  return paths;
}

/** Draws recursively divided parcels: a piece of land. */
function parcels(random: Random): Paths {
  const paths: Paths = ['', '', ''];
  const divide = (x: number, y: number, width: number, height: number): void => {
    if (width * height < 2400 + random() * 6000) {
      addPath(
        paths,
        Math.floor(random() ** 1.6 * 3),
        `M${x} ${y}h${width - 2}v${height - 2}h${2 - width}z`,
      );
      return;
    }
    const share = 0.3 + random() * 0.4;
    if (width > height) {
      const left = Math.round(width * share);
      divide(x, y, left, height);
      divide(x + left, y, width - left, height);
    } else {
      const top = Math.round(height * share);
      divide(x, y, width, top);
      divide(x, y + top, width, height - top);
    }
  };
  divide(-30, -30, 360, 260);
  return paths;
}

/** Draws horizontal layers, for other families. */
function layers(random: Random): Paths {
  const paths: Paths = ['', '', ''];
  for (let y = 0; y < 200;) {
    const height = Math.round(8 + random() * 34);
    addPath(paths, Math.floor(random() * 3), `M-50 ${y}h400v${height - 2}h-400z`);
    y += height;
  }
  return paths;
}

const cache = new WeakMap<Portal, Paths>();

/** Returns the pattern of a portal, drawn from family and id, and cached. */
function patternOf(portal: Portal): Paths {
  const cached = cache.get(portal);
  if (cached) return cached;
  const random = seededRandom(String(portal.id));
  const {family} = portal;
  const draw =
    family === 'acteur'
      ? network
      : family === 'theme'
        ? tiling
        : family === 'projet'
          ? parcels
          : layers;
  const paths = draw(random);
  cache.set(portal, paths);
  return paths;
}

/** Renders the pattern of a portal that has neither a picture nor a place. */
export function renderPattern(portal: Portal): TemplateResult {
  const [pale, middle, strong] = patternOf(portal);
  return html`<svg
    class="cover pattern"
    part="cover"
    viewBox="0 0 300 200"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    <path d=${pale} />
    <path d=${middle} />
    <path d=${strong} />
  </svg>`;
}
