import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

/** Classes of the colours: families, ink, lines, sheet, tint and water. */
type Colour = 'a' | 't' | 'p' | 'n' | 'l' | 's' | 'i' | 'w';

type Piece = SVGTemplateResult;

const box = (c: Colour, x: number, y: number, width: number, height: number, rx = 1): Piece =>
  svg`<rect class=${c} x=${x} y=${y} width=${width} height=${height} rx=${rx} />`;
const frame = (x: number, y: number, width: number, height: number): Piece =>
  svg`<rect class="cadre" x=${x} y=${y} width=${width} height=${height} rx="2" />`;
const dot = (c: Colour, x: number, y: number, r = 4): Piece =>
  svg`<circle class=${c} cx=${x} cy=${y} r=${r} />`;
const hexagon = (x: number, y: number, r = 5): Piece =>
  svg`<path class="t" d=${`M${x - r} ${y}l${r / 2} ${-0.87 * r}h${r}l${r / 2} ${0.87 * r}l${-r / 2} ${0.87 * r}h${-r}z`} />`;
const square = (x: number, y: number, r = 4): Piece => box('p', x - r, y - r, 2 * r, 2 * r);
const area = (c: Colour, d: string): Piece => svg`<path class=${c} d=${d} />`;
const line = (d: string, c: Colour = 'l'): Piece => svg`<path class="trait ${c}" d=${d} />`;
/** Lines of text, the first as a title. */
const text = (x: number, y: number, width: number, lines = 2): Piece[] =>
  Array.from({length: lines}, (_, i) =>
    box(i === 0 ? 'n' : 'l', x, y + 7 * i, i === 0 ? width : width * (0.9 - 0.15 * i), 3),
  );
const rows = <T>(list: readonly T[], draw: (one: T, i: number) => readonly Piece[]): Piece[] =>
  list.flatMap(draw);

/** Mark of a family. */
const mark = (family: number, x: number, y: number): Piece =>
  [dot('a', x, y), hexagon(x, y), square(x, y)][family % 3] ?? dot('a', x, y);

/** Land, coast and a river of a small map. */
const map = (x: number, y: number, width: number, height: number): Piece[] => [
  box('w', x, y, width, height, 0),
  area(
    's',
    `M${x} ${y + height * 0.55}q${width * 0.3} ${-height * 0.1} ${width * 0.45} ${-height * 0.3}t${width * 0.3} ${-height * 0.25}H${x + width}V${y + height}H${x}z`,
  ),
  line(
    `M${x + width * 0.5} ${y + height * 0.3}q${width * 0.1} ${height * 0.3} ${width * 0.25} ${height * 0.4}t${width * 0.1} ${height * 0.3}`,
    'a',
  ),
];

/** Drawings of the widgets, 160 by 100. */
const DRAWINGS: Readonly<Record<string, () => readonly Piece[]>> = {
  explorer: () => [
    box('a', 8, 8, 44, 7),
    box('t', 58, 8, 44, 7),
    box('p', 108, 8, 44, 7),
    ...map(8, 22, 82, 44),
    dot('a', 36, 52),
    square(66, 42),
    ...rows([0, 1, 2, 3], i => text(98, 24 + 11 * i, 50, 1)),
    box('a', 8, 74, 70, 6),
    box('t', 50, 83, 60, 6),
    box('p', 84, 74, 68, 6),
  ],
  'portal-cards': () =>
    rows([0, 1, 2, 3, 4, 5], i => {
      const [x, y] = [8 + 50 * (i % 3), 8 + 44 * Math.floor(i / 3)];
      return [
        box(i % 2 ? 's' : 'w', x, y, 44, 18, 0),
        mark(i, x + 22, y + 9),
        ...text(x + 5, y + 22, 34),
        frame(x, y, 44, 38),
      ];
    }),
  'family-filter': () =>
    rows([0, 1, 2], i => {
      const x = 8 + 50 * i;
      return [
        ...(i === 0 ? [box('w', x, 34, 44, 32, 2)] : []),
        mark(i, x + 10, 45),
        box('n', x + 19, 43, 19, 3),
        box('l', x + 10, 55, 24, 3),
        frame(x, 34, 44, 32),
      ];
    }),
  'resource-list': () => [
    frame(44, 8, 108, 12),
    dot('l', 51, 14, 2),
    ...rows([0, 1, 2, 3, 4], i => [
      i === 1 ? box('n', 8, 28 + 13 * i, 6, 6) : frame(8, 28 + 13 * i, 6, 6),
      box('l', 18, 30 + 13 * i, 16, 3),
    ]),
    ...rows([0, 1, 2], i => [
      box(i === 0 ? 'w' : 's', 44, 27 + 23 * i, 15, 15, 1),
      ...text(65, 29 + 23 * i, 70),
      line(`M44 ${46 + 23 * i}H152`),
    ]),
  ],
  'project-map': () => [
    ...map(0, 0, 112, 100),
    dot('a', 40, 60),
    hexagon(72, 76),
    square(88, 50),
    dot('a', 66, 44, 7),
    ...rows([0, 1, 2, 3, 4], i => [
      mark(i === 3 ? 2 : 0, 121, 14 + 19 * i),
      ...text(129, 10 + 19 * i, 24),
    ]),
    line('M112.5 0V100'),
  ],
  'programme-timeline': () => [
    ...rows([0, 1, 2, 3, 4], i => [line(`M${8 + 36 * i}.5 12V92`)]),
    ...rows(
      [
        ['a', 14, 42],
        ['a', 34, 44],
        ['a', 48, 60],
        ['t', 62, 62],
        ['a', 80, 48],
        ['p', 96, 54],
      ] as const,
      ([colour, x, width], i) => [box(colour, x, 16 + 12.5 * i, width, 8)],
    ),
    svg`<path class="trait p" stroke-dasharray="3 2" d="M132.5 8V96" />`,
  ],
  story: () => [
    box('p', 8, 12, 2, 34, 0),
    box('p', 15, 14, 34, 12, 1),
    ...rows([0, 1, 2, 3], i => [box(i ? 'l' : 'n', 15, 36 + 8 * i, 42 - 5 * i, 3)]),
    box('w', 70, 0, 90, 100, 0),
    area('s', 'M70 74q20 -14 42 -2t48 -16V100H70z'),
    area('i', 'M92 66l20 -30l14 20l10 -9l24 22v14q-30 10 -68 -2z'),
    square(136, 76, 5),
  ],
  compare: () => [
    box('s', 8, 14, 72, 72, 0),
    box('w', 80, 14, 72, 72, 0),
    area('l', 'M8 86l26 -38l22 26l10 -9l14 12V86z'),
    area('t', 'M80 86V70l18 -16l16 18l12 -8l26 20v2z'),
    line('M80 8V92', 'n'),
    svg`<circle class="bouton-rond" cx="80" cy="50" r="8" />`,
    line('M77 46.5l-3.5 3.5l3.5 3.5M83 46.5l3.5 3.5l-3.5 3.5', 'n'),
  ],
  project: () => [
    box('a', 8, 10, 24, 16, 0),
    box('n', 38, 16, 60, 4),
    ...text(8, 36, 84, 3),
    ...rows([0, 1, 2], i => [
      line(`M8 ${66.5 + 10 * i}H92`),
      box('l', 8, 70 + 10 * i, 52 - 8 * i, 3),
    ]),
    box('w', 104, 34, 48, 32, 0),
    square(122, 46, 5),
    dot('a', 138, 56, 3),
    ...text(104, 74, 48),
  ],
  'project-progress': () =>
    rows([0, 1, 2, 3], i => [
      ...(i < 3 ? [line(`M24 ${18 + 22 * i}v22`, i < 2 ? 't' : 'l')] : []),
      i < 2
        ? dot('t', 24, 18 + 22 * i, 6)
        : svg`<circle class="cercle" cx="24" cy=${18 + 22 * i} r="5" />`,
      ...text(40, 14 + 22 * i, 80 - 12 * (i % 2)),
    ]),
  contribute: () => [
    box('n', 8, 12, 62, 4),
    ...map(8, 24, 66, 64),
    area('p', 'M41 66c-9 -12 -12 -16 -12 -21a12 12 0 0 1 24 0c0 5 -3 9 -12 21z'),
    svg`<circle class="paper" cx="41" cy="45" r="4" />`,
    frame(84, 24, 68, 38),
    ...rows([0, 1, 2], i => [box('l', 91, 32 + 9 * i, 50 - 12 * i, 3)]),
    box('n', 84, 70, 68, 18, 2),
    svg`<rect class="paper" x="104" y="77.5" width="28" height="3" rx="1" />`,
  ],
  agenda: () =>
    rows(['12', '25', '04'], (day, i) => [
      svg`<text class="jour" x="10" y=${28 + 29 * i}>${day}</text>`,
      ...text(48, 17 + 29 * i, 92),
      ...(i < 2 ? [line(`M10 ${37.5 + 29 * i}H150`)] : []),
    ]),
  directory: () =>
    rows([0, 1, 2, 3, 4, 5], i => {
      const [x, y] = [12 + 76 * (i % 2), 20 + 28 * Math.floor(i / 2)];
      return [mark([0, 0, 0, 2, 1, 0][i] ?? 0, x + 4, y + 2), ...text(x + 16, y - 3, 46)];
    }),
  layer: () => [
    ...map(8, 8, 144, 84),
    square(54, 66, 5),
    ...rows([0, 1, 2, 3, 4, 5, 6], i => [dot('n', 34 + 17 * i, 76 - 9 * ((i * 2) % 5), 2.5)]),
    line('M22 84L56 58L92 70L140 34', 't'),
  ],
  portal: () => [
    frame(8, 8, 144, 84),
    ...rows(['a', 't', 'p'] as const, (family, i) => [box(family, 16 + 44 * i, 16, 40, 7)]),
    ...map(16, 30, 62, 54),
    mark(2, 48, 62),
    ...rows([0, 1, 2], i => text(86, 32 + 19 * i, 56)),
  ],
};

/** Drawing for a widget that has none of its own. */
const sheet = (): readonly Piece[] => [
  box('w', 8, 10, 144, 34, 0),
  mark(2, 80, 27),
  ...text(8, 54, 100, 3),
  frame(8, 10, 144, 80),
];

/** Renders the drawing of a widget. */
export const renderThumbnail = (noun: string): TemplateResult =>
  html`<svg class="vignette" viewBox="0 0 160 100" aria-hidden="true">
    ${(DRAWINGS[noun] ?? sheet)()}
  </svg>`;
