import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, describe, it} from 'node:test';
import type {Page} from 'playwright-core';
import {partsDrawn} from '../support/page-parts.js';
import {
  canReadPdf,
  cutWords,
  darkShare,
  filledShares,
  loneHeadings,
  overlappingWords,
  readPdf,
} from '../support/printed-page.js';
import {readQrCode} from '../support/qr-code.js';
import {isComplete, sample} from '../support/test-scope.js';
import {openPage} from './browser-fixture.js';
import {scrollThrough} from './demo-pages.js';
import {headingTexts, prepareToPrint} from './print-page.js';
import {useDemo} from './use-demo.js';

/** Resolution of the picture of a QR code, in dots per inch. */
const DPI = 200;

/** Returns the QR code that is printed at the right of a word. */
function readPrintedCode(file: string, pageNumber: number, top: number): string {
  const pixels = (points: number): string => String(Math.round((points / 72) * DPI));
  const area = ['-x', pixels(340), '-y', pixels(top - 60), '-W', pixels(255), '-H', pixels(140)];
  const page = ['-f', String(pageNumber), '-l', String(pageNumber), '-r', String(DPI)];
  const picture = execFileSync('pdftoppm', [...page, ...area, file], {maxBuffer: 64 * 1024 * 1024});
  // PPM: type, width, height, maximum, then the bytes.
  const [header = '', width, height] =
    /^P6\s(\d+) (\d+)\s255\s/.exec(picture.toString('latin1')) ?? [];
  const data = new Uint8Array(picture.subarray(header.length));
  return readQrCode({width: Number(width), height: Number(height), data});
}

const skip = canReadPdf() ? false : 'pdftotext is not installed (package poppler-utils)';

describe('a page with maps on paper', {skip, timeout: 240_000}, () => {
  const demo = useDemo();
  const folder = mkdtempSync(join(tmpdir(), 'spass-print-'));
  after(() => {
    rmSync(folder, {recursive: true});
  });

  /** Opens a page of the demo, all of it seen, with the code for print. */
  const openReady = async (path: string, viewport = {width: 1280, height: 900}): Promise<Page> => {
    const {page} = await openPage(demo.browser, new URL(path, demo.url).href, {viewport});
    await scrollThrough(page);
    await prepareToPrint(page);
    return page;
  };

  /** Shows a page as it is printed. */
  const showPaper = async (page: Page): Promise<void> => {
    await page.emulateMedia({media: 'print'});
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  };

  it('has the detailed ground of the screen', async () => {
    const page = await openReady('/portails/ors.html');
    await showPaper(page);
    const credits = page.locator('.plan-credit').filter({visible: true});
    await credits.first().waitFor();
    for (const credit of await credits.allInnerTexts()) assert.match(credit, /OpenStreetMap/);
    await page.context().close();
  });

  it('has its map also if the reader prints at once, without a key, a click or a scroll', async () => {
    const {page} = await openPage(
      demo.browser,
      new URL('/widgets/carte-projets.html', demo.url).href,
      {viewport: {width: 1280, height: 900}},
    );
    await partsDrawn(page);
    const map = page.locator('spass-project-map').first();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    assert.equal(await map.locator('.plan').count(), 2, 'for A4 and A3');
    assert.ok((await map.locator('.small .plan-number').count()) > 10);
    await page.context().close();
  });

  it('has the emblems of the parts that the reader has not come near', async () => {
    const address = new URL('/widgets/carte-projets.html', demo.url).href;
    const {page} = await openPage(demo.browser, address, {viewport: {width: 1280, height: 400}});
    page.setDefaultTimeout(8000);
    await partsDrawn(page);
    await prepareToPrint(page);
    await page.locator('img.emblem').first().waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('spass-project-map')]
        .flatMap(({shadowRoot}) => [...shadowRoot!.querySelectorAll<HTMLImageElement>('.emblem')])
        .every(({naturalWidth}) => naturalWidth > 0),
    );
    await page.context().close();
  });

  it('has the covers of cards that the reader has not come near', async () => {
    const address = new URL('/portails/eutopia.html', demo.url).href;
    const {page} = await openPage(demo.browser, address, {viewport: {width: 1280, height: 160}});
    page.setDefaultTimeout(8000);
    await partsDrawn(page);
    await prepareToPrint(page);
    await page.waitForFunction(() => {
      const roots = [...document.querySelectorAll('spass-portal-cards')].map(
        ({shadowRoot}) => shadowRoot!,
      );
      return roots.every(root => root.querySelectorAll('svg.cover, img').length > 0);
    });
    await page.context().close();
  });

  if (isComplete)
    it('has no address in its notes of a widget that the page shows on screens only', async () => {
      const page = await openReady('/widgets/etats.html');
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({media: 'print'});
      const [notes, calls] = await page.evaluate(() => {
        const rootsIn = (root: ParentNode): ShadowRoot[] =>
          [...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
            shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : [],
          );
        const roots = rootsIn(document);
        const links = roots.flatMap(root => [...root.querySelectorAll<HTMLElement>('[data-note]')]);
        return [
        roots.flatMap(root => [...root.querySelectorAll('.print-foot li b')]).map(one => one.textContent.trim()),
        links.filter(link => link.checkVisibility()).map(link => link.dataset['note']),
      ]; // prettier-ignore
      });
      assert.ok(notes!.length > 0);
      assert.deepEqual(notes!.filter(note => !calls!.includes(note)), []); // prettier-ignore
      await page.context().close();
    });

  it('says how many records of a list are not printed, and where they are', async () => {
    const page = await openReady('/widgets/liste-ressources.html');
    await showPaper(page);
    const [rest] = await page.locator('spass-resource-list .rest').allInnerTexts();
    const {host, pathname} = new URL(page.url());
    assert.match(rest ?? '', /^Suite sur .+ \(\d+ de plus\)$/);
    assert.ok(rest?.includes(` ${host}${pathname} `), rest);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await page.locator('.rest').count(), 0);
    await page.context().close();
  });

  it('has numbered maps, no text over another, and a QR code that opens the page', async () => {
    const address = new URL('/portails/trans-formation.html', demo.url).href;
    const {page} = await openPage(demo.browser, address, {
      viewport: {width: 1280, height: 900},
      colorScheme: 'dark',
    });
    await scrollThrough(page);
    await prepareToPrint(page);
    const file = join(folder, 'page.pdf');
    await page.pdf({path: file, format: 'A4'});
    await page.context().close();
    const pages = readPdf(file);
    const texts = pages.map(({words}) => words.map(({text}) => text).join(' '));
    assert.match(
      texts.join(' '),
      /\d km.*(?:Natural Earth|OpenStreetMap)/,
      'scale and credit of the map',
    );
    assert.deepEqual(pages.flatMap(overlappingWords), []);
    assert.deepEqual(pages.flatMap(cutWords), []);
    const last = pages.findIndex(({words}) => words.some(({text}) => text === 'Imprimé'));
    const printed = pages[last]?.words.find(({text}) => text === 'Imprimé');
    assert.ok(printed, 'the day');
    assert.equal(readPrintedCode(file, last + 1, printed.top), address);
  });

  it('has sections side by side on A3, and ends with the cartouche, beside the credits of the portal', async () => {
    const page = await openReady('/commune.html');
    const file = join(folder, 'commune.pdf');
    await page.pdf({path: file, format: 'A3', landscape: true});
    await page.context().close();
    const pages = readPdf(file);
    const [first] = pages;
    const found = (text: string) => first?.words.find(word => word.text === text);
    const [left, right, lead] = [found('démarche,'), found('Lire,'), found('R’Lab.')];
    assert.ok(left && right && lead, 'both sections on the first sheet');
    assert.ok(right.left > left.right + 200, 'side by side');
    assert.ok(Math.abs(right.top - left.top) < 2, 'on one line');
    assert.ok(left.top > lead.bottom, 'below the lead');
    const words = pages.flatMap((one, i) => one.words.map(word => ({...word, sheet: i})));
    const [printed, source] = ['Imprimé', 'Source'].map(name =>
      words.find(({text}) => text === name)!,
    );
    assert.equal(printed!.sheet, source!.sheet);
    assert.ok(source!.right < printed!.left, 'beside it');
    assert.ok(Math.abs(source!.top - printed!.top) < 60, 'at its height');
  });

  /** Prints a page on A4, or A3 across, with the margins of the demo. Returns its sheets, and the share of each that is filled. */
  const print = async (page: Page, format: 'A4' | 'A3' = 'A4') => {
    const path = join(folder, `${format}.pdf`);
    const [top, right, bottom, left] = ['12mm', '12mm', '12mm', '12mm'];
    await page.pdf({path, format, landscape: format === 'A3', margin: {top, right, bottom, left}});
    await page.context().close();
    const sheets = readPdf(path);
    const texts = sheets.map(({words}) => words.map(({text}) => text).join(' '));
    return {sheets, texts, shares: filledShares(path)};
  };

  const count = (text: string, part: string): number => text.split(part).length - 1;

  if (isComplete)
    it('states the funding and the source of its widgets once, with the cartouche', async () => {
      const {texts} = await print(await openReady('/widgets/portail-cartes.html'));
      assert.equal(count(texts.join(' '), 'Projet cofinancé par'), 1);
      assert.equal(count(texts.join(' '), 'Pages publiques de S-PASS'), 1);
      assert.match(texts.at(-1)!, /Projet cofinancé par.*Imprimé le/);
    });

  if (isComplete)
    it('begins addresses and credits at one edge on A3, beside the statement of funding above the cartouche', async () => {
      const {sheets} = await print(await openReady('/portails/partons.html'), 'A3');
      const edgeOf = (text: string) => sheets.at(-1)!.words.find(word => word.text === text)!.left;
      assert.ok(Math.abs(edgeOf('Adresses') - edgeOf('Source')) < 2, 'one edge');
      assert.ok(edgeOf('Projet') > edgeOf('Source') + 100, 'beside the statement');
    });

  it('does not repeat resources that its list has, nor the number of all', async () => {
    const {texts} = await print(await openReady('/portails/villers-outreaux.html'));
    assert.equal(texts.length, 2, 'sheets');
    assert.equal(count(texts.join(), 'Villers-Outréaux – Démarche'), 1);
    const sheet = texts.find(text => text.includes('Villers-Outréaux – Démarche'));
    assert.match(sheet!, /Documents/, 'its only row with the heading above it');
    assert.doesNotMatch(texts.join(), /Dernières ressources|résultat/);
  });

  if (isComplete)
    it('ends with the cartouche if its last widgets are side by side', async () => {
      for (const format of ['A4', 'A3'] as const) {
        const {texts} = await print(await openReady('/widgets/etats.html'), format);
        assert.deepEqual(
          texts.flatMap((text, i) => (text.includes('Imprimé le') ? [i] : [])),
          [texts.length - 1],
          format,
        );
      }
    });

  if (isComplete)
    it('goes on with the names of a directory at the end of a sheet', async () => {
      const {texts, shares} = await print(await openReady('/portails/septentrion.html'));
      assert.match(texts[0]!, /Ville partenaire.*Watten/);
      assert.ok(shares[0]! > 0.8, `filled to ${shares[0]}`);
    });

  it('has the names of groups of a key with their entries, beside the map or below it', async () => {
    const page = await openReady('/widgets/carte-projets.html', {width: 1497, height: 900});
    await showPaper(page);
    const offsets = await page
      .locator('spass-project-map')
      .first()
      .locator('.key-group')
      .evaluateAll(groups =>
        groups.map(group => {
          const [name, entry] = ['.key-name', '.key-entry'].map(selector =>
            group.querySelector(selector)!.getBoundingClientRect(),
          );
          return [Math.round(entry!.left - name!.left), Math.round(entry!.top - name!.bottom)];
        }),
      );
    assert.ok(offsets.length > 2);
    for (const [across, down] of offsets) {
      assert.ok(Math.abs(across!) < 5, `an entry ${across} px beside its name`);
      assert.ok(down! < 30, `an entry ${down} px below its name`);
    }
    await page.context().close();
  });

  if (isComplete)
    it('has a front page with its index on one sheet of A4', async () => {
      const {texts} = await print(await openReady('/widgets/portail-cartes.html'));
      const sheet = texts.find(text => text.includes('À la une'));
      assert.match(sheet!, /AUSSI.*Géologie/i);
    });

  if (isComplete)
    it('has smaller texts where they save a sheet of A4', async () => {
      for (const [path, count] of sample([
        ['raismes', 3],
        ['partons', 2],
      ] as const)) {
        const {texts} = await print(await openReady(`/portails/${path}.html`));
        assert.equal(texts.length, count, path);
        assert.match(texts.at(-1)!, /Adresses.*Imprimé/, path);
      }
    });

  it('has a smaller text, or a higher map, rather than a sheet of which a quarter is white', async () => {
    for (const path of sample(['widgets/langues', 'million'])) {
      const {texts, shares} = await print(await openReady(`/${path}.html`));
      assert.equal(texts.length, 2, path);
      assert.ok(shares[0]! > 0.8, `${path} ${shares.join()}`);
    }
  });

  it('has the pictures of a story as large as its sheets allow, then its places and the events of a period that is over', async () => {
    const {texts, shares} = await print(await openReady('/portails/raismes.html'));
    assert.ok(Math.min(...shares) > 0.8, shares.join());
    const text = texts.join(' ');
    assert.match(text, /Les lieux du récit/);
    assert.match(text, /Ateliers et rendez-vous.*Ouverture du R’Lab/);
  });

  it('says how many records of a layer its list has, and how many there are', async () => {
    const page = await openReady('/portails/merimee.html');
    const titles = page.locator('.layout .list > .title');
    const before = await titles.allTextContents();
    assert.match(before[0]!, /Projets\s: 54\s*$/);
    await showPaper(page);
    assert.match((await titles.allTextContents())[0]!, /Projets\s: 6 sur 54\s*$/);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.deepEqual(await titles.allTextContents(), before);
    await page.context().close();
  });

  it('has the name of a story above the steps on another sheet', async () => {
    const {texts} = await print(await openReady('/portails/ors.html'));
    assert.ok(
      texts.some(text => text.startsWith('Ors et la Maison forestière (suite)')),
      texts.map(text => text.slice(0, 60)).join('\n'),
    );
  });

  it('has the heading of a list above the rows on another sheet, and the title of the page below it', async () => {
    const {texts} = await print(await openReady('/widgets/liste-ressources.html'));
    assert.match(texts.at(-1)!, /^Les documents d’un seul portail, sans facettes \(suite\)/);
    for (const [i, text] of texts.entries()) {
      assert.ok(text.includes(`${i + 1} / ${texts.length}`), text);
      assert.equal(text.includes(`Liste de ressources – ${i + 1} / ${texts.length}`), i > 0, text);
    }
  });

  if (isComplete)
    it('has its heading above a list that begins a sheet after another part of its section', async () => {
      const {texts} = await print(await openReady('/portails/eutopia.html'));
      assert.match(texts.at(-1)!, /^Wie doet mee \(vervolg\)/);
    });

  if (isComplete)
    it('has more than its foot on the last sheet', async () => {
      const {texts} = await print(await openReady('/portails/villers-outreaux.html'));
      assert.match(texts.at(-1)!, /^Une démarche sur une autre plateforme/);
    });

  it('goes on with the rows of a list in two columns on the next sheet of A3', async () => {
    const {sheets} = await print(await openReady('/widgets/liste-ressources.html'), 'A3');
    const rows = sheets.at(-1)!.words.filter(({text}) => text === 'Document');
    const tops = rows.map(({left}) => Math.round(left / 100));
    assert.equal(new Set(tops).size, 2, 'edges of the rows');
  });

  if (isComplete)
    it('has the heading of a map above the part of its key that is on another sheet', async () => {
      const {texts} = await print(await openReady('/widgets/carte-projets.html'));
      assert.match(texts.at(-1)!, /^Avec votre propre fond de carte \(suite\)/);
    });

  if (isComplete)
    it('has a map as high as the room of its sheet, and what follows it where it was', async () => {
      const {texts, shares} = await print(await openReady('/portails/merimee.html'), 'A3');
      assert.equal(texts.length, 2, 'sheets');
      assert.ok(shares[0]! > 0.75, shares.join());
      assert.match(texts[1]!, /^Autour de Lille/);
    });

  if (isComplete)
    it('has no heading alone above a list of cards', async () => {
      const {texts} = await print(await openReady('/widgets/portail-cartes.html'));
      const sheet = texts.find(text => text.includes('En lignes'));
      assert.match(sheet!, /En lignes.*Paysages en transformation/);
    });

  it('begins the text of a poster at the edge of its title', async () => {
    const {sheets} = await print(await openReady('/widgets/affiche.html'));
    const left = (text: string): number | undefined =>
      sheets[0]!.words.find(word => word.text === text)?.left;
    assert.ok(Math.abs(left('Clim@Monts')! - left('Renforcer')!) < 3);
  });

  if (isComplete)
    it('begins with the title on the first sheet of A3', async () => {
      const {texts, shares} = await print(await openReady('/portails/eutopia.html'), 'A3');
      assert.equal(texts.length, 2, 'sheets');
      assert.ok(shares[0]! > 0.7, shares.join());
    });

  /** Opens a page of one list that has some rows with a link each, as long as the page wants. */
  const openList = async (length: number, style = ''): Promise<Page> => {
    const {page} = await openPage(demo.browser, undefined, {viewport: {width: 1280, height: 900}});
    const resources = Array.from({length}, (_, id) => ({
      id,
      title: `Fiche${id}`,
      url: `https://example.org/${id}`,
    }));
    await page.route('**/list.json*', route => route.fulfill({json: {resources}}));
    await page.route('**/page.html', route =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="fr"><title>Page</title><style>${style}</style>
          <script src="/cdn/spass-widgets.js" defer></script><body><main><h1>Une page</h1>
          <spass-resource-list api="/list.json" limit="100" facets=""></spass-resource-list></main>
          <footer>Mairie</footer>`,
      }),
    );
    await page.goto(new URL('/page.html', demo.url).href);
    await scrollThrough(page);
    await prepareToPrint(page);
    return page;
  };

  for (const [name, style] of sample([
    ['a plain page', ''],
    ['a page that is a column with its footer at the end', 'body { display: flex; flex-direction: column; min-height: 100vh } main { flex: 1 }'], // prettier-ignore
    ['a page in columns', 'main { columns: 2 }'],
    ['a page whose parts are side by side', 'body { display: flex }'],
    ['a page with a margin at its end', 'body { margin-block-end: 80px; padding-block-end: 40px }'],
  ] as const))
    it(`has the foot whole at the lower edge of the last sheet, and no blank one, on ${name}`, async () => {
      for (const length of [3, 13, 17]) {
        const {sheets, texts, shares} = await print(await openList(length, style));
        const [last] = sheets.slice(-1);
        const printed = last?.words.find(({text}) => text === 'Imprimé');
        assert.ok(printed, `${length} rows: the foot is on the last sheet`);
        assert.match(texts.at(-1)!, /Adresses.*Imprimé/s);
        assert.ok(
          shares.at(-1)! > (style.includes('margin') ? 0.8 : 0.9),
          `${length} rows: ${shares}`,
        );
        for (let id = 0; id < length; id++)
          assert.match(texts.join(' '), new RegExp(`Fiche${id}\\b`));
        assert.match(texts.join(' '), /Mairie/);
      }
    });

  if (isComplete)
    it('has no last row of a list alone on a sheet', async () => {
      for (const length of [13, 14, 15, 16]) {
        const {texts} = await print(await openList(length));
        const counts = texts.map(text => count(text, 'Fiche'));
        assert.ok(!counts.includes(1), `${length} rows: ${counts.join()}`);
      }
    });

  if (isComplete)
    it('sets no row over another where chapters go on to a second sheet of A3', async () => {
      const {sheets} = await print(await openReady('/portails/modeles-innovation.html'), 'A3');
      assert.equal(sheets.length, 2);
      assert.deepEqual(sheets.flatMap(overlappingWords), []);
      const lefts = sheets[1]!.words.map(({left}) => left);
      assert.ok(
        lefts.some(left => left > 600),
        'the second column is used',
      );
    });

  if (isComplete)
    it('sets the resources of chapters one below the other, on the whole width', async () => {
      const page = await openReady('/portails/modeles-innovation.html', {width: 700, height: 900});
      await showPaper(page);
      const list = page.locator('spass-resource-list[chapters]');
      const widths = await list.locator('.chapter .row').evaluateAll(rows =>
        rows.map(row => {
          const chapter = row.closest('.chapter') as Element;
          return Math.round((row.clientWidth / chapter.clientWidth) * 100);
        }),
      );
      assert.ok(widths.length > 10);
      assert.deepEqual(new Set(widths), new Set([100]), 'width in percent of the chapter');
      await page.context().close();
    });

  if (isComplete)
    it('sets chapters side by side on A3, each heading with its first row', async () => {
      const page = await openReady('/portails/modeles-innovation.html', {width: 1497, height: 900});
      await showPaper(page);
      const chapters = page.locator('spass-resource-list[chapters] .chapter');
      const lefts = await chapters.evaluateAll(all =>
        all.map(one => Math.round(one.getBoundingClientRect().left)),
      );
      assert.ok(lefts.length > 4);
      assert.equal(new Set(lefts).size, 2, 'columns');
      const titles = chapters.locator('> .title');
      const breaks = await titles.evaluateAll(all =>
        all.map(one => getComputedStyle(one).breakAfter),
      );
      assert.deepEqual(new Set(breaks), new Set(['avoid']));
      await page.context().close();
    });

  if (isComplete)
    it('fills the marks of what is done, and the sea of a drawing, as on the screen', async () => {
      const page = await openReady('/portails/villers-outreaux.html');
      await showPaper(page);
      const done = page.locator('spass-project-progress .done').first();
      const adjust = await done.evaluate(one => getComputedStyle(one, '::before').printColorAdjust);
      assert.equal(adjust, 'exact');
      await page.goto(new URL('/portails/septentrion.html', demo.url).href);
      await partsDrawn(page);
      const cover = page.locator('svg.drawn').first();
      assert.equal(await cover.evaluate(one => getComputedStyle(one).printColorAdjust), 'exact');
      await page.context().close();
    });

  it('marks links by their numbers, not by lines, in the colour of their text', async () => {
    const page = await openReady('/widgets/frise-programmes.html');
    await showPaper(page);
    const timeline = page.locator('spass-programme-timeline').first();
    const links = await timeline.locator('.bar.within a[data-note]').evaluateAll(all =>
      all.map(link => ({
        line: getComputedStyle(link).textDecorationLine,
        isLegible: getComputedStyle(link, '::after').color === getComputedStyle(link).color,
      })),
    );
    assert.ok(links.length > 1);
    for (const link of links) assert.deepEqual(link, {line: 'none', isLegible: true});
    await page.context().close();
  });

  it('begins the addresses below the last row, even if there are more than a page holds', async () => {
    const {page} = await openPage(
      demo.browser,
      new URL('/widgets/liste-ressources.html', demo.url).href,
    );
    await page.evaluate(async () => {
      const list = document.createElement('spass-resource-list');
      const items = Array.from({length: 95}, (_, id) => ({
        id,
        title: `Fiche${id}`,
        url: `https://example.org/${id}`,
      }));
      Object.assign(list, {items, limit: 95, hide: 'facets'});
      document.body.replaceChildren(list);
      await (list as HTMLElement & {loadComplete?: Promise<void>}).loadComplete;
    });
    await prepareToPrint(page);
    const file = join(folder, 'addresses.pdf');
    await page.pdf({path: file, format: 'A4'});
    await page.context().close();
    const pages = readPdf(file);
    const pageOf = (text: string): number =>
      pages.findLastIndex(({words}) => words.some(word => word.text.startsWith(text)));
    assert.equal(pageOf('Adresses'), pageOf('Fiche94'), 'no white page end');
    assert.equal(pageOf('Imprimé'), pageOf('example.org/94'), 'the day stays with an address');
  });

  it('has white below the texts of its widgets on a page in light ones, if backgrounds are printed', async () => {
    const {page} = await openPage(demo.browser, undefined, {viewport: {width: 1280, height: 900}});
    await page.route('**/list.json*', route =>
      route.fulfill({json: {resources: [{id: 1, title: 'Fiche'}]}}),
    );
    await page.route('**/page.html', route =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="fr"><title>Page</title><style>body { background: #111; color: #eee }</style>
          <script src="/cdn/spass-widgets.js" defer></script><body><h1>Une page</h1>
          <spass-resource-list api="/list.json"></spass-resource-list>`,
      }),
    );
    await page.goto(new URL('/page.html', demo.url).href);
    await scrollThrough(page);
    await prepareToPrint(page);
    await showPaper(page);
    const widget = page.locator('spass-resource-list');
    const backgroundOf = () => widget.evaluate(one => getComputedStyle(one).backgroundColor);
    assert.match(await backgroundOf(), /oklch\(1 0 0(?: \/ 1)?\)/);
    await page.evaluate(() => (document.body.style.color = '#222'));
    assert.match(await backgroundOf(), /\/ 0\)/, 'on a page in dark texts');
    await page.context().close();
  });

  /** Title of 200 characters. */
  const longTitle = (i: number): string =>
    `Fiche ${i} : ${'la transformation des friches de l’arrondissement avec ses habitants, '.repeat(3)}`.slice(
      0,
      200,
    );
  const shortTitle = (i: number): string => `Projet ${i}`;

  /** Document of a portal without pictures or texts. */
  const createPortal = (length: number, title: (i: number) => string) => {
    const families = ['acteur', 'theme', 'projet'];
    const create = <T>(max: number, of: (i: number) => T): T[] =>
      [...new Array(Math.min(length, max)).keys()].map(of);
    const record = (i: number) => ({id: i + 1, title: title(i), family: families[i % 3]});
    return {
      complete: true,
      portals: create(9, record),
      projects: create(length, i => ({
        ...record(i),
        period: {start: String(2000 + (i % 20)), end: String(2005 + (i % 20))},
        geo: {lat: 50 + (i % 10) * 0.07, lon: 2.5 + (i % 7) * 0.15},
      })),
      resources: create(length, i => ({...record(i), url: `https://example.org/${i}`})),
      events: create(8, i => ({...record(i), period: {start: `2027-0${i + 1}-12`}})),
      organisations: create(15, i => ({id: i + 1, name: `Structure ${i}`})),
    };
  };

  it('begins the bars of a programme that is higher than a sheet below the heading', async () => {
    const {page} = await openPage(demo.browser, undefined, {viewport: {width: 1280, height: 900}});
    const json = createPortal(60, shortTitle);
    await page.route('**/portal.json*', route => route.fulfill({json}));
    await page.route('**/page.html', route =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="fr"><title>Page</title><script src="/cdn/spass-widgets.js" defer></script>
          <body><h1>Une page</h1><spass-programme-timeline api="/portal.json"></spass-programme-timeline>`,
      }),
    );
    await page.goto(new URL('/page.html', demo.url).href);
    await scrollThrough(page);
    await prepareToPrint(page);
    const {texts} = await print(page);
    assert.ok(count(texts[0]!, 'Projet ') > 20, 'bars on the first sheet');
    // A name beside its bar has a halo, which is a text too.
    assert.equal(new Set(texts.join(' ').match(/Projet \d+/g)).size, 60, 'each bar');
  });

  const TAGS = ['portal-cards', 'project-map', 'resource-list', 'agenda', 'directory'];
  const ALL_TAGS = [...TAGS, 'programme-timeline'];

  const formats = ['A3', 'A4'] as const;
  for (const [index, [name, {tags = ALL_TAGS, lang = 'fr', portal, ...options}]] of Object.entries<{
    readonly portal: object;
    readonly tags?: readonly string[];
    readonly lang?: string;
    readonly forcedColors?: 'active';
  }>({
    'of three records': {portal: createPortal(3, shortTitle)},
    'of sixty records with titles of 200 characters': {portal: createPortal(60, longTitle)},
    'in German': {portal: createPortal(9, shortTitle), lang: 'de'},
    'in forced colours': {portal: createPortal(9, shortTitle), forcedColors: 'active'},
    'with one widget': {portal: createPortal(9, shortTitle), tags: ['directory']},
  }).entries())
    for (const format of isComplete ? formats : index % 4 ? [] : [formats[index % 2]!])
      it(`prints a page ${name}, with styles of its own, on ${format}`, async () => {
        const {page} = await openPage(demo.browser, undefined, {
          viewport: {width: 1280, height: 900},
          colorScheme: 'dark',
          ...options,
        });
        await page.route('**/portal.json*', route => route.fulfill({json: portal}));
        const sections = tags.map(tag => `<h2>Le ${tag}</h2><spass-${tag}></spass-${tag}>`);
        await page.route('**/page.html', route =>
          route.fulfill({
            contentType: 'text/html; charset=utf-8',
            body: `<!doctype html><html lang="${lang}"><title>Page</title><script src="/cdn/spass-widgets.js" defer></script>
              <body><h1>Une page</h1><spass-portal api="/portal.json">${sections.join('')}</spass-portal>`,
          }),
        );
        await page.goto(new URL('/page.html', demo.url).href);
        await scrollThrough(page);
        await prepareToPrint(page);
        const headings = await headingTexts(page);
        const {sheets} = await print(page, format);
        const dark = darkShare(join(folder, `${format}.pdf`));
        assert.deepEqual(
          {
            overlapping: sheets.flatMap(overlappingWords),
            cut: sheets.flatMap(cutWords),
            alone: sheets.flatMap(sheet =>
              loneHeadings(
                sheet,
                headings.filter(one => one.startsWith('Le ')),
              ),
            ),
            isDark: dark > 0.1,
            hasCartouche: sheets.at(-1)!.words.some(({text}) => /^(Imprimé|Gedruckt)$/.test(text)),
          },
          {overlapping: [], cut: [], alone: [], isDark: false, hasCartouche: true},
        );
      });
});
