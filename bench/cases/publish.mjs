// A site of one page for each row of a table: `spass-portal publish` and Eleventy, each as a process of its own. Ours also
// writes API, feeds, exports, checksums and the index of a search.
import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {root} from '../../scripts/setup.mjs';
import {startNode} from '../limits.mjs';

const measures = {'time per page': 'ms', 'pages per second': '', 'peak memory': 'MB'};

const THEMES = ['Eau', 'Paysage', 'Patrimoine', 'Habitat', 'Mobilité'];
const TEXT =
  'Une promenade ombragée relie la place, l’école et l’écluse. Les habitants ont marché avec les élus, relevé les plantes et proposé des bancs.';

/** Returns the fields of a record. */
const record = i => ({
  id: `fiche-${i}`,
  titre: `Fiche ${i}`,
  resume: `${TEXT} Fiche ${i}.`,
  theme: THEMES[i % THEMES.length],
  latitude: (50 + (i % 97) / 100).toFixed(4),
  longitude: (2 + (i % 89) / 50).toFixed(4),
});

/** Module that prints the peak memory of a process when it ends, in kB. */
const REPORT = `data:text/javascript,process.on('exit',()=>process._rawDebug('maxRSS '+process.resourceUsage().maxRSS))`;

/** Runs Node; resolves with its duration in milliseconds and its peak memory in megabytes. */
const measure = (args, cwd) =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const child = startNode(['--import', REPORT, ...args], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', text => (said += text));
    child.once('error', reject).once('close', code => {
      const memory = Number(/maxRSS (\d+)/.exec(said)?.[1]) / 1024;
      if (code === 0) resolve({ms: performance.now() - start, memory});
      else reject(new Error(said.slice(-500)));
    });
  });

/** Counts the pages that a site has for its records. */
const pagesIn = folder =>
  readdirSync(folder, {withFileTypes: true}).filter(entry => entry.isDirectory()).length;

const contestant = (name, count, prepare) => ({
  name,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    try {
      const records = Array.from({length: count}, (_, i) => record(i));
      const {args, cwd, pages} = prepare(folder, records);
      const {ms, memory} = await measure(args, cwd);
      const made = pagesIn(pages);
      if (made !== count) throw new Error(`${made} pages instead of ${count}`);
      return {
        'time per page': ms / count,
        'pages per second': (1000 * count) / ms,
        'peak memory': memory,
      };
    } finally {
      rmSync(folder, {recursive: true, force: true});
    }
  },
});

const ours = (folder, records) => {
  const columns = Object.keys(records[0]);
  const lines = records.map(one => columns.map(name => one[name]).join(';'));
  writeFileSync(join(folder, 'ressources.csv'), `${columns.join(';')}\n${lines.join('\n')}\n`);
  writeFileSync(
    join(folder, 'portail.yaml'),
    'titre: Portail\nadresse: https://portail.example/\n',
  );
  const args = ['--import', 'tsx', 'portal/src/main.ts', 'publish', folder];
  return {args, cwd: root, pages: join(folder, 'site/ressources')};
};

const eleventy = (folder, records) => {
  mkdirSync(join(folder, '_data'));
  writeFileSync(join(folder, '_data/fiches.json'), JSON.stringify(records));
  const page = (title, content) =>
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title></head><body>${content}</body></html>`;
  writeFileSync(
    join(folder, 'fiche.njk'),
    `---\npagination: {data: fiches, size: 1, alias: fiche}\npermalink: "ressources/{{ fiche.id }}/"\n---\n${page('{{ fiche.titre }}', '<h1>{{ fiche.titre }}</h1><p>{{ fiche.resume }}</p><p>{{ fiche.theme }}</p>')}`,
  );
  writeFileSync(
    join(folder, 'index.njk'),
    `---\npermalink: "index.html"\n---\n${page('Portail', '<ul>{% for fiche in fiches %}<li><a href="ressources/{{ fiche.id }}/">{{ fiche.titre }}</a></li>{% endfor %}</ul>')}`,
  );
  const program = join(root, 'bench/node_modules/@11ty/eleventy/cmd.cjs');
  return {args: [program, '--quiet'], cwd: folder, pages: join(folder, '_site/ressources')};
};

export default {
  name: 'publish',
  measures,
  contests: quick =>
    (quick ? [500] : [500, 4000]).map(count => ({
      name: `${count} records`,
      contestants: [
        contestant('spass-portal publish', count, ours),
        contestant('Eleventy', count, eleventy),
      ],
      size: count,
    })),
  runs: 2,
};
