import {addArchive, type ArchiveServer, serveArchives} from '../../support/archives.js';
import {expect, waitUntil} from '@open-wc/testing';
import type {ArchiveNews} from '../../../src/map/map-view.js';
import {pictureArchive} from '../../support/picture-archive.js';
import {pointsAt} from '../../support/map-points.js';
import {CENTER, hideMaps, labels, showMap, type TestMap} from '../../support/map.js';

/** Centre of the fictitious island's town, and a place in its wood. */
const TOWN = {lat: 47.0085, lon: -5.612};
const WOOD = {lat: 47.0225, lon: -5.645};

interface Drawn extends TestMap {
  readonly news: ArchiveNews[];
  /** Resolves when all tiles of the view have loaded or failed. */
  ready(): Promise<void>;
  tiles(): HTMLCanvasElement[];
  written(kind?: string): string[];
}

/** Longer timeout for busy machines. */
const SLOW = {timeout: 8000};

let server: ArchiveServer;

function draw(address: string, center = TOWN, zoom = 15, style = ''): Drawn {
  const map = showMap([], {center, zoom}, style);
  const news: ArchiveNews[] = [];
  map.view.setTiles({archive: address, told: one => news.push(one)});
  const all = (selector: string) => [...map.root.querySelectorAll<HTMLElement>(selector)];
  return {
    ...map,
    news,
    tiles: () => all('canvas') as HTMLCanvasElement[],
    written: (kind = '') => all(`.towns g${kind && `.${kind}`}`).map(one => one.textContent.trim()),
    ready: () =>
      waitUntil(
        () =>
          news.some(({status}) => status === 'failed') ||
          (all('canvas').length > 0 && all('canvas:not(.leaflet-tile-loaded)').length === 0),
        'the tiles never came',
        SLOW,
      ),
  };
}

/** Returns the colour at the centre of the view, as red, green and blue. */
function middle({container, tiles}: Drawn): number[] {
  const {left, top, width, height} = container.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  for (const tile of tiles()) {
    const box = tile.getBoundingClientRect();
    if (x < box.left || x >= box.right || y < box.top || y >= box.bottom || !tile.width) continue;
    const scale = tile.width / box.width;
    const data = tile.getContext('2d')?.getImageData((x - box.left) * scale, (y - box.top) * scale, 1, 1).data; // prettier-ignore
    return [...(data ?? [])].slice(0, 3);
  }
  return [];
}

const differ = (a: readonly number[], b: readonly number[]): boolean =>
  a.some((value, i) => Math.abs(value - (b[i] ?? 0)) > 12);

describe('a background from one .pmtiles file', () => {
  beforeEach(async () => {
    server = await serveArchives();
  });
  afterEach(hideMaps);

  it('E-03 is read by few byte ranges, a part of the file', async () => {
    const map = draw(server.address('ile'));
    await map.ready();
    expect(server.asked.length).to.be.at.most(20);
    expect(server.asked.every(range => /^bytes=\d+-\d+$/.test(range))).to.equal(true);
    expect(map.tiles().length).to.be.within(4, 12);
    expect(map.tiles().every(({width}) => width === 512 * Math.min(2, devicePixelRatio))).to.equal(true); // prettier-ignore
  });

  it('shows its attribution', async () => {
    const map = draw(server.address('ile'));
    await map.ready();
    expect(map.news).to.deep.equal([
      {status: 'shown', credit: {text: 'Île inventée pour l’essai', url: undefined}},
    ]);
  });

  it('is drawn in the colours of the page, and again when these change', async () => {
    const map = draw(server.address('ile'), WOOD);
    await map.ready();
    const light = middle(map);
    const [red = 0, green = 0] = light;
    expect(green, 'a wood is green').to.be.above(red + 10);
    map.host.style.setProperty('--spass-map-land', 'rgb(40, 20, 90)');
    await waitUntil(() => differ(middle(map), light), 'it kept its colours', SLOW);
    const [, , blue = 0] = middle(map);
    expect(blue).to.be.above(60);
  });

  it('labels places, seas and streets in the reader’s language', async () => {
    const map = draw(server.address('ile'), TOWN, 14);
    await map.ready();
    await waitUntil(() => map.written().length > 3, 'no names', SLOW);
    expect(map.written()).to.include('Port-l’Essai');
    map.view.setLabels({...labels, language: 'nl'});
    expect(map.written()).to.include('Proefhaven');
    map.view.moveTo(TOWN, 16);
    await map.ready();
    await waitUntil(() => map.written('street').length > 2, 'no names', SLOW);
    const names = map.written('street');
    expect(names.some(name => name.startsWith('Rue ') || name.startsWith('Boulevard '))).to.equal(true); // prettier-ignore
    const turned = [...map.root.querySelectorAll('.street')].map(one => one.getAttribute('transform') ?? ''); // prettier-ignore
    expect(turned.every(one => one.includes('rotate('))).to.equal(true);
  });

  it('puts the name of a town beside the marker on its centre', async () => {
    const map = draw(server.address('ile'), TOWN, 12);
    map.view.setPoints(pointsAt([[47.0074, -5.6118, 2]]));
    await map.ready();
    await waitUntil(() => map.written().includes('Port-l’Essai'), 'no name', SLOW);
    const mark = map.mark('Projet 0').getBoundingClientRect();
    const name = [...map.root.querySelectorAll('.town text')].find(one => one.textContent.startsWith('Port')); // prettier-ignore
    const box = name?.getBoundingClientRect();
    expect(box && (box.left >= mark.right || box.right <= mark.left || box.top >= mark.bottom || box.bottom <= mark.top)).to.equal(true); // prettier-ignore
  });

  it('keeps the towns of the outlines where it has none, and labels none twice', async () => {
    const map = draw(server.address('nord'), CENTER, 8);
    await map.ready();
    await waitUntil(() => map.written().includes('Lille'), 'no names', SLOW);
    const written = map.written();
    expect(new Set(written).size).to.equal(written.length);
    map.view.moveTo({lat: 43.5, lon: 4}, 7);
    await map.ready();
    await waitUntil(() => map.written().includes('Marseille'), 'outside of the file', SLOW);
  });

  it('is drawn beyond the maximum zoom of its file', async () => {
    const map = draw(server.address('ile'), TOWN, 18);
    await map.ready();
    expect(map.news.map(({status}) => status)).to.deep.equal(['shown']);
    expect(map.tiles().every(({width}) => width > 0)).to.equal(true);
    expect(map.views.at(-1)?.zoom).to.equal(18);
  });

  it('limits the zoom to that of its data', async () => {
    const map = draw(server.address('nord'), CENTER, 12);
    await map.ready();
    map.view.zoomBy(9);
    expect(map.views.at(-1)?.zoom).to.equal(14);
  });

  it('draws raster tiles too', async () => {
    addArchive('images', await pictureArchive('rgb(200, 30, 40)', '&copy; <b>La commune</b>'));
    const map = draw(server.address('images'), CENTER, 3);
    await map.ready();
    expect(middle(map)).to.deep.equal([200, 30, 40]);
    expect(map.news[0]).to.deep.equal({
      status: 'shown',
      credit: {text: '© La commune', url: undefined},
    });
    expect(map.written(), 'the picture has its own').to.deep.equal([]);
  });

  it('is rejected before its body is read if the server does not support ranges', async () => {
    server.ignoresRanges = true;
    const map = draw(server.address('ile'));
    await map.ready();
    expect(map.news.map(({status}) => status)).to.deep.equal(['failed']);
    expect(JSON.stringify(map.news)).to.include('no parts of a file (HTTP ranges)');
    expect(server.bodiesRead).to.equal(0);
    expect(map.root.querySelectorAll('.outlines path').length, 'outlines').to.be.above(0);
  });

  it('is rejected if it is not a PMTiles file, or not a base map', async () => {
    addArchive('bruit', new Uint8Array(500).fill(7).buffer);
    const noise = draw(server.address('bruit'));
    await noise.ready();
    expect(JSON.stringify(noise.news)).to.include('expected a PMTiles file of version 3');
    const trees = await fetch('/tests/data/foreign/tiles/arbres.pmtiles');
    addArchive('arbres', await trees.arrayBuffer());
    const points = draw(server.address('arbres'));
    await points.ready();
    expect(JSON.stringify(points.news)).to.include('expected the layers of a Protomaps basemap');
  });

  it('shows the available part if a part is missing or corrupted, with one warning', async () => {
    const whole = draw(server.address('ile'));
    await whole.ready();
    const starts = server.asked.map(range => Number(/\d+/.exec(range)?.[0]));
    const last = Math.max(...starts);
    hideMaps();
    for (const fault of [{end: last}, {spoiltFrom: last}]) {
      server = Object.assign(await serveArchives(), fault);
      const map = draw(server.address('ile'));
      await map.ready();
      expect(map.news.map(({status}) => status)).to.deep.equal(['shown', 'gaps']);
      expect(JSON.stringify(map.news)).to.match(/the file ends at byte|is not well-formed/);
      const widths = map.tiles().map(({width}) => width);
      expect(
        widths.some(width => width >= 512),
        'those that came',
      ).to.equal(true);
      hideMaps();
    }
  });

  it('requests nothing more after it is removed', async () => {
    const map = draw(server.address('ile'));
    await map.ready();
    map.view.setTiles(undefined);
    const {length} = server.asked;
    map.view.moveTo(WOOD, 16);
    expect(map.tiles().length).to.equal(0);
    expect(map.root.querySelectorAll('.tones').length).to.equal(0);
    expect(server.asked.length).to.equal(length);
  });
});
