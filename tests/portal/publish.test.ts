// Reads the widgets in dist/cdn.
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {NEW_HELP, PUBLISH_HELP, runNew, runPublish} from '../../portal/src/publish/commands.js';
import {PublishError} from '../../portal/src/publish/command-line.js';
import type {Project, Resource} from '../../src/model/records.js';
import {PortalFolder, targetOf, workbookOf} from '../support/published-folder.js';

const silent = {out: () => undefined, err: () => undefined};

/** Returns the addresses of links, pictures, scripts and style sheets of a page. */
const addressesIn = (html: string): string[] => [
  ...[...html.matchAll(/\s(?:href|src|api)="([^"]*)"/g)].map(([, address = '']) => address),
  ...[...html.matchAll(/\ssrcset="([^"]*)"/g)].flatMap(([, set = '']) =>
    set.split(', ').map(one => one.split(' ')[0] ?? ''),
  ),
];

const text = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

describe('the site of the example workbook', () => {
  let folder: PortalFolder;
  before(async () => {
    folder = await PortalFolder.withExamples();
    await folder.publish('--base', 'https://portail.example/ville/');
  });
  after(() => folder.delete());

  it('is made without a message about the examples', () => {
    assert.equal(folder.messages.length, 1, folder.messages.join('\n'));
    assert.match(folder.messages[0] ?? '', /^\d+\s?pages, \d+\s?fiches/);
  });

  it('has no link to a missing file, loads nothing from elsewhere, and has one main heading a page', async () => {
    const files = new Set(await folder.files());
    for (const [path, html] of await folder.pages()) {
      assert.equal(html.match(/<h1[\s>]/g)?.length, 1, path);
      assert.match(html, /<html lang="fr">/, path);
      const external = path === '404.html' ? html.replace(/<style>[^]*<\/style>/, '') : html;
      assert.ok(
        !/\sstyle=|<style|\son\w+=/.test(external),
        `${path} has inline styles or handlers`,
      );
      for (const [, address = ''] of html.matchAll(/<(?:script|img)[^>]*\ssrc="([^"]*)"/g))
        assert.ok(!/^(?:https?:)?\/\//.test(address), path);
      for (const address of addressesIn(html)) {
        if (/^(?:mailto|tel|data):/.test(address) || address.startsWith('#')) continue;
        const own = address.replace(/^https:\/\/portail\.example/, '');
        if (/^https?:/.test(own)) continue;
        const target = own.startsWith('/')
          ? targetOf('', own.slice('/ville/'.length))
          : targetOf(path, own);
        assert.ok(files.has(target), `${path} names ${address}`);
      }
    }
  });

  it('shows every record as text and as a link, without a script', async () => {
    const list = text(await folder.read('ressources/index.html'));
    assert.match(list, /La halle aux grains/);
    assert.match(list, /Planter une haie champêtre/);
    const project = text(await folder.read('projets/canal/index.html'));
    assert.match(project, /promenade ombragée.*Pourquoi maintenant.*480\s000\s€/);
    assert.match(project, /Objectifs.*trois points d’eau.*Résultats.*Cofinancé par l’Union/);
    assert.match(text(await folder.read('recits/canal-hier/index.html')), /1978.*chemin de halage/);
  });

  it('gives the widgets the phases, partners, sources, documents and photographs of their own sheets', async () => {
    const {projects, resources} = JSON.parse(await folder.read('api/portail.json')) as {
      readonly projects: readonly Project[];
      readonly resources: readonly Resource[];
    };
    const canal = projects.find(({id}) => id === 'canal');
    assert.deepEqual(canal?.phases?.[0], {
      title: 'Marches et ateliers avec les habitants',
      period: {start: '2025-03', end: '2025-10'},
      state: 'done',
    });
    assert.deepEqual(canal.partners?.at(-1), {
      name: 'Syndicat du canal',
      role: 'Entretien des berges',
      country: 'BE',
    });
    assert.equal(canal.sources?.[0]?.url, 'https://exemple.fr/deliberation');
    const [document] = canal.documents ?? [];
    assert.ok((document?.size ?? 0) > 500);
    assert.deepEqual(
      {...document, size: 0},
      {
        title: 'Compte rendu de l’atelier',
        lang: 'fr',
        url: '../fichiers/compte-rendu.pdf',
        type: 'pdf',
        size: 0,
      },
    );
    const guide = resources.find(({id}) => id === 'guide-haies');
    assert.equal(guide?.attachments?.[0]?.size, 1_200_000);
    const [old, recent] = resources.find(({id}) => id === 'ecluse')?.pictures ?? [];
    assert.match(old?.src ?? '', /^\.\.\/medias\/canal-1910-/);
    assert.deepEqual(
      [old?.credit, old?.licence, old?.date, old?.datePrecision, old?.direction],
      ['Dessin d’exemple', 'Domaine public', '1910', 'circa', 90],
    );
    assert.equal(recent?.date, '2026-02');
  });

  it('names the support of the Union beside its emblem on the page of a project', async () => {
    assert.match(
      await folder.read('projets/canal/index.html'),
      /<div class="funding">\s*<svg[^]*?<p>Cofinancé par l’Union européenne/,
    );
  });

  it('has a page for wrong addresses that needs no other file to be well set', async () => {
    const html = await folder.read('404.html');
    const [, styles = ''] = /<style>([^]*)<\/style>/.exec(html) ?? [];
    assert.match(styles, /--accent: #a3470f/);
    const hash = createHash('sha256').update(styles).digest('base64');
    assert.ok(html.replaceAll('&#39;', "'").includes(`style-src 'sha256-${hash}'`));
    assert.ok(!/<link rel="(?:stylesheet|canonical)"|<script/.test(html));
    assert.match(html, /href="\/ville\/recherche\/"/);
  });

  it('shows the places of a village apart on its maps', async () => {
    for (const path of ['index.html', 'projets/index.html'])
      assert.match(await folder.read(path), /<spass-project-map [^>]*zoom="13"/, path);
  });

  it('lists in the accessibility statement the widgets that it has, with what was assessed', async () => {
    const rows = [
      ...(await folder.read('accessibilite/index.html')).matchAll(
        /<th scope="row">(\S+) <code>&lt;spass-([a-z-]+)&gt;<\/code><\/th>\s*<td>(\d+)/g,
      ),
    ].map(([, name, noun, tested]) => [name, noun, Number(tested) > 0]);
    assert.deepEqual(rows, [
      ['Projets', 'project-map', true],
      ['Ressources', 'resource-list', true],
      ['Agenda', 'agenda', true],
      ['Acteurs', 'directory', true],
      ['Programmes', 'programme-timeline', true],
      ['Récits', 'story', true],
    ]);
  });

  it('lets its frame ask its own data and show its own pictures alone', async () => {
    assert.deepEqual(JSON.parse(await folder.read('cdn/embed.json')), {
      apis: ['../api/'],
      images: [],
    });
    const frame = await folder.read('cdn/embed.html');
    const [, policy = ''] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(frame) ?? [];
    // Addresses depend on the host: the script of the frame adds them.
    for (const directive of ["base-uri 'none'", "form-action 'none'", "object-src 'none'"])
      assert.ok(policy.includes(directive), directive);
  });

  it('has the same bytes when it is made again, and checksums of all files', async () => {
    const first = await folder.read('SHA256SUMS');
    const other = join(dirname(folder.path), 'other');
    await folder.publish('--base', 'https://portail.example/ville/', '--out', other);
    assert.equal(await readFile(join(other, 'SHA256SUMS'), 'utf8'), first);
    const lines = first.trim().split('\n');
    assert.equal(lines.length, (await folder.files()).length - 1);
    for (const line of lines) {
      const [hash, path = ''] = line.split('  ');
      const bytes = await readFile(join(folder.path, 'site', path));
      assert.equal(createHash('sha256').update(bytes).digest('hex'), hash, path);
    }
  });

  it('is not written over anything else', async () => {
    await assert.rejects(runNew([folder.path], silent), /n’est pas vide/);
    const other = join(dirname(folder.path), 'photos');
    await mkdir(other);
    await writeFile(join(other, 'photo.jpg'), '');
    await assert.rejects(folder.publish('--out', other), /n’a pas été écrit par publish/);
    for (const out of [folder.path, dirname(folder.path), join(folder.path, 'fichiers')])
      await assert.rejects(folder.publish('--out', out), /ne peut être/);
  });
});

describe('a published folder', () => {
  it('has pictures in several widths, without the place where they were taken', async t => {
    const {default: sharp} = await import('sharp');
    const photograph = await sharp({
      create: {width: 1000, height: 700, channels: 3, background: '#468'},
    })
      .withExif({IFD0: {Copyright: 'Jeanne'}, IFD3: {GPSLatitude: '50/1 6/1 0/1'}})
      .jpeg()
      .toBuffer();
    const folder = await PortalFolder.with(t, {
      'ressources.csv': 'id;titre;photo\necluse;L’écluse;Canal.jpg\n',
      'fichiers/canal.jpg': photograph,
    });
    await folder.publish();
    const page = await folder.read('ressources/ecluse/index.html');
    const [, set = ''] = /srcset="([^"]*canal[^"]*)"/.exec(page) ?? [];
    assert.deepEqual(
      [...set.matchAll(/ (\d+)w/g)].map(([, width]) => width),
      ['400', '800', '1000'],
    );
    for (const path of (await folder.files()).filter(name => name.startsWith('medias/canal'))) {
      const {exif} = await sharp(await readFile(join(folder.path, 'site', path))).metadata();
      assert.equal(exif, undefined, path);
    }
  });

  it('keeps in view the point of a picture that its settings name, and metadata if they say so', async t => {
    const {default: sharp} = await import('sharp');
    // Red on the left, blue on the right.
    const half = {width: 1000, height: 900, channels: 3, background: '#f00'} as const;
    const photograph = await sharp({create: {...half, width: 2000, background: '#00f'}})
      .composite([{input: {create: half}, left: 0, top: 0}])
      .withExif({IFD0: {Copyright: 'Jeanne'}})
      .jpeg()
      .toBuffer();
    const folder = await PortalFolder.with(t, {
      'portail.yaml':
        'titre: Ors\ncadrage:\n  Place.jpg: 0 % 50\u00a0%\n  absente.jpg: 10 90\nmétadonnées: gardées\n',
      'ressources.csv': 'id;titre;photo\nplace;La place;place.jpg\n',
      'fichiers/place.jpg': photograph,
    });
    await folder.publish();
    assert.match(folder.messages.join('\n'), /absente\.jpg n’est pas dans le dossier/);
    const page = await folder.read('ressources/index.html');
    assert.match(page, /<img\s+class="focus-0-50"/);
    const styles = await folder.read('assets/theme.css');
    assert.match(styles, /\.focus-0-50 \{\s*object-position: 0% 50%;/);
    assert.match(await folder.read('api/portail.json'), /"focus":\{"x":0,"y":0\.5\}/);
    const share = (await folder.files()).find(path => path.endsWith('-partage-0-50.jpg')) ?? '';
    const bytes = await readFile(join(folder.path, 'site', share));
    const {exif} = await sharp(bytes).metadata();
    assert.ok(String(exif).includes('Jeanne'), 'no copyright');
    const edge = await sharp(bytes).extract({left: 0, top: 0, width: 500, height: 630}).toBuffer();
    const {channels} = await sharp(edge).stats();
    const [red = 0, , blue = 255] = channels.map(({mean}) => mean);
    assert.ok(red > 240 && blue < 20, `red ${red}, blue ${blue}`);
    await folder.write({
      'portail.yaml': 'titre: Ors\ncadrage: {place.jpg: en haut}\nmétadonnées: oui\n',
    });
    await folder.publish();
    const told = folder.messages.join('\n').replaceAll('\u00a0', ' ');
    assert.match(
      told,
      /« cadrage » : .*"en haut".* n’est pas utilisable.*« place\.jpg: 30 % 80 % »/,
    );
    assert.match(told, /« métadonnées » : oui n’est pas utilisable.*« gardées » ou « supprimées »/);
  });

  it('is rewritten only where a cell has changed, and loses the pages of deleted records', async t => {
    const rows = [
      ['Identifiant', 'Titre', 'Résumé'],
      ['a', 'Le canal', 'Une promenade'],
      ['b', 'La halle', 'Un marché'],
    ];
    const folder = await PortalFolder.with(t, {'portail.xlsx': await workbookOf({Projets: rows})});
    await folder.publish();
    await folder.publish();
    assert.match(folder.messages.at(-1) ?? '', /\b0\s?fichier écrit/);
    const changed = [rows[0] ?? [], ['a', 'Le canal', 'Un chemin']];
    await folder.write({'portail.xlsx': await workbookOf({Projets: changed})});
    await folder.publish();
    assert.match(text(await folder.read('projets/a/index.html')), /Un chemin/);
    assert.ok(!(await folder.files()).some(path => path.startsWith('projets/b/')));
  });
});

describe('a workbook that nobody prepared', () => {
  it('is read below its title rows, and every value that is lost is named by sheet and cell', async t => {
    const folder = await PortalFolder.with(t, {
      'portail.yaml': 'titre: Saint-Aubert\ncouleur: #a3470f\nhabilage: caue\n',
      'fichiers/école.jpg': 'not a picture',
      'fichiers/inutile.pdf': '%PDF-1.4',
      'textes/inconnu.md': '# Rien',
      'portail.xlsx': await workbookOf({
        'PROJETS 2024': [
          ['COMMUNE DE SAINT-AUBERT', null, null, null],
          [null, null],
          ['Intitulé du projet', 'Date début', 'Coordonnées GPS', 'Remarque du maire'],
          ['Réfection de l’école', 'à la Saint-Glinglin', '50,2054 ; 3,4165', 'ne pas publier'],
          [null],
          ['Chaufferie bois', '2023', '50.2060,3.4170', null],
        ],
        Projets: [
          ['Identifiant', 'Titre'],
          ['chaufferie-bois', 'Une autre chaufferie'],
        ],
        Ressources: [
          ['Titre', 'Photo', 'Fichier'],
          ['L’école', 'ECOLE.jpg', 'plan absent.pdf'],
          ['Le four', 'école.jpg', null],
          ['Le moulin', 'https://ailleurs.example/moulin.jpg', null],
        ],
        'Contacts tel': [
          ['Nom', 'Tel'],
          ['Dupont', '0600000000'],
        ],
      }),
    });
    await folder.publish();
    const told = folder.messages.join('\n');
    for (const line of [
      /portail\.yaml, ligne 2 : « couleur » : .*entre guillemets/,
      /portail\.yaml, ligne 3 : « habilage » n’est pas un réglage connu/,
      /feuille « PROJETS 2024 », cellule B4 \(Date début\) : .*"à la Saint-Glinglin"/,
      /feuille « PROJETS 2024 », cellule D3 \(Remarque du maire\) : colonne inconnue, 1\s?valeur non publiée/,
      /feuille « Projets », cellule A2 \(Identifiant\) : une fiche plus haut a déjà l’identifiant "chaufferie-bois"/,
      /feuille « Ressources », cellule C2 : le fichier plan absent\.pdf n’est pas/,
      /feuille « Ressources », cellule B3 : l’image fichiers\/école\.jpg est illisible/,
      /feuille « Ressources », cellule B4 : l’image https:\/\/ailleurs\.example\/moulin\.jpg est sur un autre site/,
      /feuille « Contacts tel » : feuille au nom inconnu, 2\s?lignes non publiées/,
      /aucune fiche n’utilise fichiers\/inutile\.pdf/,
      /inconnu\.md n’est pas publié/,
    ])
      assert.match(told.replaceAll('\u00a0', ' '), line);
    const all = [...(await folder.pages()).values()].join('');
    assert.ok(!all.includes('ne pas publier') && !all.includes('0600000000'));
    const document = JSON.parse(await folder.read('api/portail.json')) as {
      projects: {id: string; geo?: object}[];
    };
    assert.deepEqual(
      document.projects.map(({id}) => id),
      ['refection-de-l-ecole', 'chaufferie-bois', 'chaufferie-bois~2'],
    );
    assert.deepEqual(document.projects[0]?.geo, {lat: 50.2054, lon: 3.4165});
  });

  it('may be a set of CSV files that name each other’s records', async t => {
    const folder = await PortalFolder.with(t, {
      'projets.csv': 'titre;programme\nLe canal;Trame verte\n',
      'programmes.csv': 'id;titre\ntv;Trame verte\n',
      'recits.csv': 'titre\nAutrefois\n',
      'etapes.csv': 'récit;texte\nAutrefois;La halle brûle.\n',
    });
    await folder.publish();
    assert.match(
      await folder.read('projets/le-canal/index.html'),
      /href="\.\.\/\.\.\/programmes\/tv\/"/,
    );
    assert.match(text(await folder.read('recits/autrefois/index.html')), /La halle brûle/);
  });

  it('has no copy of a file elsewhere on the machine that its folder links to', async t => {
    const outside = await PortalFolder.with(t, {'secret.pdf': 'not for anyone'});
    const folder = await PortalFolder.with(t, {
      'ressources.csv': 'Identifiant;Titre;Type;Documents\nhalle;La halle;document;plan.pdf',
    });
    await mkdir(join(folder.path, 'fichiers'));
    await symlink(join(outside.path, 'secret.pdf'), join(folder.path, 'fichiers/plan.pdf'));
    await folder.publish();
    assert.ok(!(await folder.files()).some(path => path.endsWith('.pdf')));
    assert.match(folder.messages.join('\n'), /plan\.pdf/);
  });

  it('has no link that runs a script, however a text spells it', async t => {
    const addresses = [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      '\tjavascript:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
    ];
    const folder = await PortalFolder.with(t, {
      'ressources.csv': 'Identifiant;Titre;Type\nhalle;La halle;document',
      'textes/halle.md': [...addresses, 'plan du site/', '../halle/']
        .map(address => `[lien](<${address}>)`)
        .join('\n\n'),
    });
    await folder.publish();
    const page = await folder.read('ressources/halle/index.html');
    const links = [...page.matchAll(/<a href="([^"]*)">lien<\/a>/g)].map(([, href = '']) => href);
    assert.deepEqual(links, ['plan du site/', '../halle/']);
  });

  it('shows markup in cells and texts as text', async t => {
    const folder = await PortalFolder.with(t, {
      'projets.csv': 'id;titre;lien\nx;<script>alert(1)</script> "&";javascript:alert(1)\n',
      'textes/x.md':
        '<img src=x onerror=alert(1)> [lien](javascript:alert(1)) ![](https://a.example/x.png)',
    });
    await folder.publish();
    for (const [path, html] of await folder.pages()) {
      assert.ok(!/<script>|<img src=x|href="javascript/.test(html), path);
    }
  });

  it('gives spreadsheets no formula, whatever column it is in', async t => {
    const folder = await PortalFolder.with(t, {
      'ressources.csv': 'id;titre;type;commune\nx;＝1+1;=HYPERLINK(1);@Ors\n',
    });
    await folder.publish();
    const [, row = ''] = (await folder.read('api/resources.csv')).split('\r\n');
    assert.match(row, /^x;'＝1\+1;;'=HYPERLINK\(1\);;'@Ors;/);
  });

  it('finds in the search the text of a folder at the record of that collection alone', async t => {
    const folder = await PortalFolder.with(t, {
      'projets.csv': 'id;titre\nx;Le projet\n',
      'ressources.csv': 'id;titre\nx;La fiche\n',
      'textes/projets/x.md': 'Une *passerelle* en bois',
    });
    await folder.publish();
    const documents = JSON.parse(await folder.read('api/recherche/fr/d/0.json')) as string[][];
    const found = documents.filter(([, , , shown]) => shown?.includes('passerelle'));
    assert.deepEqual(
      found.map(([title]) => title),
      ['Le projet'],
    );
  });
});

describe('a site in several languages', () => {
  const files = {
    'portail.yaml':
      'titre: {fr: Le canal, nl: Het kanaal}\nlangues: fr, nl\nadresse: https://canal.example/portail\n',
    'projets.csv': 'id;Titre;Titre (nl);Résumé\nx;Les berges;De oevers;Une promenade\n',
  };

  it('has each page in each language, linked to one another', async t => {
    const folder = await PortalFolder.with(t, files);
    await folder.publish();
    const dutch = await folder.read('nl/projecten/x/index.html');
    assert.match(dutch, /<h1>De oevers<\/h1>/);
    // A text that is not translated keeps its language.
    assert.match(dutch, /<html lang="nl">/);
    for (const [language, path] of [
      ['fr', 'projets/x/'],
      ['nl', 'nl/projecten/x/'],
    ])
      assert.match(
        dutch,
        new RegExp(`hreflang="${language}" href="https://canal\\.example/portail/${path}"`),
      );
    assert.match(
      await folder.read('sitemap.xml'),
      /<loc>https:\/\/canal\.example\/portail\/nl\/projecten\/x\/<\/loc>/,
    );
    const document = JSON.parse(await folder.read('api/portail.nl.json')) as {
      projects: {url: string}[];
    };
    assert.equal(document.projects[0]?.url, '../nl/projecten/x/');
  });
});

describe('the commands', () => {
  it('explain themselves', async () => {
    const printed: string[] = [];
    const io = {...silent, out: (line: string) => void printed.push(line)};
    await runNew(['--help'], io);
    await runPublish(['--help'], io);
    assert.deepEqual(printed, [NEW_HELP, PUBLISH_HELP]);
    await assert.rejects(runPublish([], silent), PublishError);
    await assert.rejects(runPublish(['a', '--colour'], silent), PublishError);
  });

  it('print the next one as a shell reads it', async t => {
    const folder = await PortalFolder.with(t, {});
    const printed: string[] = [];
    const path = join(dirname(folder.path), 'notre village');
    await runNew([path], {...silent, out: line => void printed.push(line)});
    assert.match(printed.join(), /\n\n {2}npx spass-portal publish "[^"]*notre village" --open$/);
  });

  it('name the missing files', async t => {
    const folder = await PortalFolder.with(t, {'LISEZMOI.txt': 'vide'});
    await assert.rejects(folder.publish(), /ne contient ni portail\.xlsx/);
    await assert.rejects(runPublish([join(folder.path, 'nulle-part')], silent), /n’existe pas/);
    await assert.rejects(folder.publish('--base', 'mon-site'), /--base mon-site/);
    await folder.write({'portail.xlsx': 'not a workbook'});
    await assert.rejects(folder.publish(), /Aucune fiche utilisable/);
  });
});

describe('the feeds', () => {
  const files = {
    'portail.yaml': 'titre: Le canal & la halle\nadresse: https://canal.example/\n',
    'ressources.csv':
      'id;titre;résumé;date\na;Un <pont>;Fer & bois \u0007\uD800;2026-03-02\nb;Sans date;;\nc;Une halle;;2026-04\n',
    'agenda.csv':
      'id;titre;début;fin;lieu\nv;"Visite ; du soir";2027-04-10 14:00;2027-04-10 16:30;Écluse, quai nord\nf;Fête;2027-07-14;2027-07-15;\n',
  };

  it('list dated records, the newest first, as Atom and JSON Feed', async t => {
    const folder = await PortalFolder.with(t, files);
    await folder.publish();
    const {default: sax} = await import('sax');
    const names: string[] = [];
    const reader = sax.parser(true);
    reader.onerror = error => assert.fail(error);
    reader.onopentag = ({name}) => void names.push(name);
    const atom = await folder.read('flux/fr.atom');
    reader.write(atom).close();
    assert.equal(names.filter(name => name === 'entry').length, 2);
    assert.match(atom, /<title>Un &lt;pont&gt;<\/title>/);
    assert.match(atom, /<updated>2026-04-01T00:00:00Z<\/updated>/);
    const feed = JSON.parse(await folder.read('flux/fr.json')) as {
      items: {title: string; url: string}[];
    };
    assert.deepEqual(
      feed.items.map(({title}) => title),
      ['Une halle', 'Un <pont>'],
    );
    assert.equal(feed.items[1]?.url, 'https://canal.example/ressources/a/');
  });

  it('have events in the time of Paris, and whole days until their last', async t => {
    const folder = await PortalFolder.with(t, files);
    await folder.publish();
    const {default: ICAL} = await import('ical.js');
    const component = new ICAL.Component(ICAL.parse(await folder.read('flux/fr.ics')) as unknown[]);
    const events = component
      .getAllSubcomponents('vevent')
      .map(event => new ICAL.Event(event))
      .sort((a, b) => (a.summary < b.summary ? -1 : 1));
    assert.deepEqual(
      events.map(({startDate, endDate}) => [startDate.toString(), endDate.toString()]),
      [
        ['2027-07-14', '2027-07-16'],
        ['2027-04-10T12:00:00Z', '2027-04-10T14:30:00Z'],
      ],
    );
    assert.equal(events[1]?.location, 'Écluse, quai nord');
  });
});
