// Draws the chart of the documentation: some ratios of results.json as bars on a logarithmic scale.

/** Most relevant rows: waiting times of users, and transferred bytes. */
const SHOWN_ROWS = [
  ['weight resource-list: gzip', 'instantsearch.js, its CDN file'],
  ['weight project-map: gzip', 'maplibre-gl'],
  ['weight programme-timeline: gzip', 'TimelineJS3'],
  ['cards 12, a quarter of the speed, 1.6 Mbit/s, 150 ms: last card painted', 'static HTML'],
  [
    'cards 12, a quarter of the speed, 1.6 Mbit/s, 150 ms: last card painted',
    'instantsearch.js, its CDN file',
  ],
  ['list 44,480: key, handler', 'folded once, then includes'],
  ['list 44,480: key, handler', 'minisearch'],
  ['list 44,480: first draw, painted', 'minisearch'],
  ['map 44,480: painted', 'leaflet + supercluster'],
  ['map 44,480: painted', 'leaflet.markercluster'],
  ['map 200,000: painted', 'leaflet.markercluster'],
  ['timeline 586 bars: painted', 'plain HTML bars'],
  ['timeline 586 bars: painted', 'vis-timeline'],
  ['timeline 586 bars: painted', 'TimelineJS3'],
];

const WIDTH = 800;
const LINE = 40;
const TOP = 70;
/** Start and end of the bars, in pixels; the ratio is 1 in between. */
const LEFT = 20;
const RIGHT = WIDTH - 20;
const MIDDLE = 580;
const DECADES = 2.6;

const escaped = text => text.replace(/[&<>]/g, mark => `&#${mark.codePointAt(0)};`);

const shorter = name =>
  name.replace(', a quarter of the speed, 1.6 Mbit/s, 150 ms', ' on a slow line');

const barOf = ({name, peer, ratio}, i) => {
  const y = TOP + i * LINE;
  const length = (Math.log10(ratio) * (MIDDLE - LEFT)) / DECADES;
  const end = Math.max(LEFT, Math.min(RIGHT, MIDDLE + length));
  const [x, width] = [Math.min(MIDDLE, end), Math.max(1, Math.abs(end - MIDDLE))];
  const words = ratio <= 1 ? 'quicker' : 'slower';
  return `  <text class="label" x="${LEFT}" y="${y}">${escaped(shorter(name))}, beside ${escaped(peer)}</text>
  <rect class="${words}" x="${x.toFixed(1)}" y="${y + 6}" width="${width.toFixed(1)}" height="14" rx="2"/>
  <text class="ratio" x="${ratio <= 1 ? MIDDLE + 8 : (end + 8).toFixed(1)}" y="${y + 18}">${ratio}</text>`;
};

export const drawChart = rows => {
  const bars = SHOWN_ROWS.flatMap(([name, peer]) =>
    rows.filter(row => row.name === name && row.peer === peer && row.ratio > 0),
  );
  const height = TOP + bars.length * LINE + 20;
  const told = bars.map(({name, peer, ratio}) => `${shorter(name)}, beside ${peer}: ${ratio}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title desc">
  <title id="title">Ours by theirs: smaller is better</title>
  <desc id="desc">${escaped(told.join('; '))}.</desc>
  <style>
    .paper { fill: #fff; }
    text { font: 14px system-ui, sans-serif; fill: #1e1e1e; }
    .head { font-size: 16px; font-weight: 600; }
    .ratio { font-weight: 600; }
    .quicker { fill: #1f5fa6; }
    .slower { fill: #b34000; }
    line { stroke: #777; }
    @media (prefers-color-scheme: dark) {
      .paper { fill: #161616; }
      text { fill: #eee; }
      .quicker { fill: #7ab0ea; }
      .slower { fill: #f0975a; }
    }
  </style>
  <rect class="paper" width="${WIDTH}" height="${height}"/>
  <text class="head" x="${LEFT}" y="28">Ours by theirs, in powers of ten: blue is less than theirs, orange more</text>
  <line x1="${MIDDLE}" y1="${TOP - 24}" x2="${MIDDLE}" y2="${height - 16}"/>
${bars.map(barOf).join('\n')}
</svg>
`;
};
