/** Size of a drawing in pixels. */
const [WIDTH, HEIGHT] = [1600, 1067] as const;

/** Colours of the sky and of the hills, from the far ones to the near ones. */
const PALETTES = [
  ['#e9eee9', '#c3d3cd', '#93b0a4', '#5d8773', '#2a7048', '#1d4f38'],
  ['#f5ece1', '#ecd2b8', '#d9a77e', '#c27a48', '#a3470f', '#6f3413'],
  ['#e8eef4', '#c2d3e3', '#92b0cc', '#5d86b1', '#1f5fa6', '#174471'],
] as const;

/** Returns pseudo-random numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbersOf(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws a landscape as a JPEG: hills, a canal and a village. It stands for photographs in the examples; an old one is grey. */
export async function drawLandscape(
  seed: number,
  {isOld = false}: {readonly isOld?: boolean} = {},
): Promise<Uint8Array> {
  const next = numbersOf(seed);
  const colours = PALETTES[(seed - 1) % PALETTES.length] ?? PALETTES[0];
  const hills = colours.slice(1).map((colour, i) => hill(colour, i, next));
  const sun = `<circle cx="${Math.round(300 + next() * 1000)}" cy="${Math.round(190 + next() * 90)}" r="74" fill="#fff" fill-opacity=".75"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="${colours[0]}"/>${sun}${hills.join('')}</svg>`;
  const {default: sharp} = await import('sharp');
  const drawing = sharp(Buffer.from(svg));
  return (isOld ? drawing.grayscale() : drawing).jpeg({quality: 84}).toBuffer();
}

function hill(colour: string, depth: number, next: () => number): string {
  const base = 380 + depth * 135;
  const points = Array.from({length: 7}, (_, i): [number, number] => [
    Math.round((WIDTH * i) / 6),
    Math.round(base - next() * (120 - depth * 12)),
  ]);
  const curve = points
    .slice(1)
    .map(([x, y], i) => {
      const [fromX, fromY] = points[i] ?? [0, 0];
      const middle = Math.round((fromX + x) / 2);
      return `C${middle} ${fromY} ${middle} ${y} ${x} ${y}`;
    })
    .join('');
  const [, start] = points[0] ?? [0, base];
  const village = depth === 2 ? houses(base, next) : depth === 3 ? trees(base, next, colour) : '';
  return `${village}<path d="M0 ${start}${curve}V${HEIGHT}H0Z" fill="${colour}"/>`;
}

/** Returns houses with gables, and a church, that stand behind a hill. */
function houses(base: number, next: () => number): string {
  const left = 250 + next() * 700;
  return Array.from({length: 9}, (_, i) => {
    const isChurch = i === 4;
    const [width, height] = isChurch ? [46, 150] : [54 + next() * 26, 46 + next() * 22];
    const x = Math.round(left + i * 62);
    const top = Math.round(base - 60 - height);
    const roof = isChurch ? 110 : 30;
    const w = Math.round(width);
    return `<path d="M${x} ${base}V${top}l${w / 2} ${-roof}l${w / 2} ${roof}V${base}Z" fill="#fbfaf6" fill-opacity="${isChurch ? 0.95 : 0.8}"/>`;
  }).join('');
}

function trees(base: number, next: () => number, colour: string): string {
  return Array.from({length: 14}, () => {
    const x = Math.round(next() * WIDTH);
    const r = Math.round(18 + next() * 22);
    return `<ellipse cx="${x}" cy="${Math.round(base - 62 - r)}" rx="${r}" ry="${Math.round(r * 1.7)}" fill="${colour}"/>`;
  }).join('');
}
