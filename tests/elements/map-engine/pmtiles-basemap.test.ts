import {addArchive, type ArchiveServer, serveArchives} from '../../support/archive-server.js';
import {expect} from '@open-wc/testing';
import type {ArchiveStatus} from '../../../src/map/map-view.js';
import {pointsAt} from '../../support/map-points.js';
import {CENTER, labels, removeMaps, renderMap, type TestMap} from '../../support/map.js';
import {waitUntil} from '../../support/wait-until.js';

/** Creates a PMTiles archive (version 3) of one colour, with a PNG for each tile of zooms 0 to 3. */
async function createTileArchive(colour: string, attribution: string): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(256, 256);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = colour;
  context.fillRect(0, 0, 256, 256);
  const picture = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  const metadata = new TextEncoder().encode(JSON.stringify({attribution}));
  /** One entry: tiles 0 to 84 share a picture. */
  const directory = Uint8Array.of(1, 0, 85, ...varint(picture.length), 1);
  const HEADER = 127;
  const view = new DataView(new ArrayBuffer(HEADER));
  new Uint8Array(view.buffer).set(new TextEncoder().encode('PMTiles'));
  view.setUint8(7, 3);
  const offsets = [HEADER, directory.length, HEADER + directory.length, metadata.length, 0, 0, HEADER + directory.length + metadata.length, picture.length, 85, 1, 1]; // prettier-ignore
  offsets.forEach((value, i) => view.setBigUint64(8 + i * 8, BigInt(value), true));
  // Clustered, no compression, PNG, zooms 0 to 3.
  [1, 1, 1, 2, 0, 3].forEach((value, i) => view.setUint8(96 + i, value));
  [-180, -85, 180, 85].forEach((value, i) => view.setInt32(102 + i * 4, value * 1e7, true));
  return new Blob([view.buffer, directory, metadata, picture]).arrayBuffer();
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) + 128);
  }
}

/** Centre of the fictitious island's town, and a place in its wood. */
const TOWN = {lat: 47.0085, lon: -5.612};
const WOOD = {lat: 47.0225, lon: -5.645};

interface DrawnMap extends TestMap {
  readonly events: ArchiveStatus[];
  /** Resolves when all tiles of the view have loaded or failed. */
  ready(): Promise<void>;
  tiles(): HTMLCanvasElement[];
  labels(kind?: string): string[];
}

let server: ArchiveServer;

function draw(address: string, center = TOWN, zoom = 15, style = ''): DrawnMap {
  const map = renderMap([], {center, zoom}, style);
  const news: ArchiveStatus[] = [];
  map.view.setBasemap({archive: address, onStatus: one => news.push(one)});
  const all = (selector: string) => [...map.root.querySelectorAll<HTMLElement>(selector)];
  return {
    ...map,
    events: news,
    tiles: () => all('canvas') as HTMLCanvasElement[],
    labels: (kind = '') =>
      all(`.towns text${kind && `.${kind}`}`).map(one => one.textContent.trim()),
    ready: () =>
      waitUntil(
        () =>
          news.some(({status}) => status === 'failed') ||
          (all('canvas').length > 0 && all('canvas:not(.leaflet-tile-loaded)').length === 0),
        'the tiles never came',
      ),
  };
}

/** Returns the colour at the centre of the view, as red, green and blue. */
function centreColour({container, tiles}: DrawnMap): number[] {
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

const colourDifference = (a: readonly number[], b: readonly number[]): boolean =>
  a.some((value, i) => Math.abs(value - (b[i] ?? 0)) > 12);

describe('a background from one .pmtiles file', () => {
  beforeEach(async () => {
    server = await serveArchives();
  });
  afterEach(removeMaps);

  it('E-03 is read by few byte ranges, a part of the file', async () => {
    const map = draw(server.url('ile'));
    await map.ready();
    expect(server.requestedRanges.length).to.be.at.most(20);
    expect(server.requestedRanges.every(range => /^bytes=\d+-\d+$/.test(range))).to.equal(true);
    expect(map.tiles().length).to.be.within(4, 12);
    expect(map.tiles().every(({width}) => width === 512 * Math.min(2, devicePixelRatio))).to.equal(true); // prettier-ignore
  });

  it('shows its attribution', async () => {
    const map = draw(server.url('ile'));
    await map.ready();
    expect(map.events).to.deep.equal([
      {status: 'shown', credit: {text: 'Île inventée pour l’essai', url: undefined}},
    ]);
  });

  it('is drawn in the colours of the page, and again when these change', async () => {
    const map = draw(server.url('ile'), WOOD);
    await map.ready();
    const light = centreColour(map);
    const [red = 0, green = 0] = light;
    expect(green, 'a wood is green').to.be.above(red + 10);
    map.host.style.setProperty('--spass-map-land', 'rgb(40, 20, 90)');
    await waitUntil(() => colourDifference(centreColour(map), light), 'it kept its colours');
    const [, , blue = 0] = centreColour(map);
    expect(blue).to.be.above(60);
  });

  it('labels places, seas and streets in the reader’s language', async () => {
    const map = draw(server.url('ile'), TOWN, 14);
    await map.ready();
    await waitUntil(() => map.labels().length > 3, 'no names');
    expect(map.labels()).to.include('Port-l’Essai');
    map.view.setMessages({...labels, language: 'nl'});
    expect(map.labels()).to.include('Proefhaven');
    map.view.moveTo(TOWN, 16);
    await map.ready();
    await waitUntil(() => map.labels('street').length > 2, 'no names');
    const names = map.labels('street');
    expect(names.some(name => name.startsWith('Rue ') || name.startsWith('Boulevard '))).to.equal(true); // prettier-ignore
    const turned = [...map.root.querySelectorAll('.street')].map(one => one.getAttribute('transform') ?? ''); // prettier-ignore
    expect(turned.every(one => one.includes('rotate('))).to.equal(true);
  });

  it('puts the name of a town beside the marker on its centre', async () => {
    const map = draw(server.url('ile'), TOWN, 12);
    map.view.setPoints(pointsAt([[47.0074, -5.6118, 2]]));
    await map.ready();
    await waitUntil(() => map.labels().includes('Port-l’Essai'), 'no name');
    const mark = map.marker('Projet 0').getBoundingClientRect();
    const name = [...map.root.querySelectorAll('.towns .town')].find(one => one.textContent.startsWith('Port')); // prettier-ignore
    const box = name?.getBoundingClientRect();
    expect(box && (box.left >= mark.right || box.right <= mark.left || box.top >= mark.bottom || box.bottom <= mark.top)).to.equal(true); // prettier-ignore
  });

  it('keeps the towns of the outlines where it has none, and labels none twice', async () => {
    const map = draw(server.url('nord'), CENTER, 8);
    await map.ready();
    await waitUntil(() => map.labels().includes('Lille'), 'no names');
    const written = map.labels();
    expect(new Set(written).size).to.equal(written.length);
    map.view.moveTo({lat: 43.5, lon: 4}, 7);
    await map.ready();
    await waitUntil(() => map.labels().includes('Marseille'), 'outside of the file');
  });

  it('is drawn beyond the maximum zoom of its file', async () => {
    const map = draw(server.url('ile'), TOWN, 18);
    await map.ready();
    expect(map.events.map(({status}) => status)).to.deep.equal(['shown']);
    expect(map.tiles().every(({width}) => width > 0)).to.equal(true);
    expect(map.views.at(-1)?.zoom).to.equal(18);
  });

  it('limits the zoom to that of its data', async () => {
    const map = draw(server.url('nord'), CENTER, 12);
    await map.ready();
    map.view.zoomBy(9);
    expect(map.views.at(-1)?.zoom).to.equal(14);
  });

  it('draws raster tiles too', async () => {
    addArchive('images', await createTileArchive('rgb(200, 30, 40)', '&copy; <b>La commune</b>'));
    const map = draw(server.url('images'), CENTER, 3);
    await map.ready();
    expect(centreColour(map)).to.deep.equal([200, 30, 40]);
    expect(map.events[0]).to.deep.equal({
      status: 'shown',
      credit: {text: '© La commune', url: undefined},
    });
    expect(map.labels(), 'the picture has its own').to.deep.equal([]);
  });

  it('is rejected before its body is read if the server does not support ranges', async () => {
    server.ignoresRanges = true;
    const map = draw(server.url('ile'));
    await map.ready();
    expect(map.events.map(({status}) => status)).to.deep.equal(['failed']);
    expect(JSON.stringify(map.events)).to.include('no parts of a file (HTTP ranges)');
    expect(server.bodiesRead).to.equal(0);
    expect(map.root.querySelectorAll('.outlines path').length, 'outlines').to.be.above(0);
  });

  it('is rejected if it is not a PMTiles file, or not a base map', async () => {
    addArchive('bruit', new Uint8Array(500).fill(7).buffer);
    const noise = draw(server.url('bruit'));
    await noise.ready();
    expect(JSON.stringify(noise.events)).to.include('expected a PMTiles file of version 3');
    const trees = await fetch('/tests/data/sources/pmtiles/tiles/arbres.pmtiles');
    addArchive('arbres', await trees.arrayBuffer());
    const points = draw(server.url('arbres'));
    await points.ready();
    expect(JSON.stringify(points.events)).to.include('expected the layers of a Protomaps basemap');
  });

  it('shows the available part if a part is missing or corrupted, with one warning', async () => {
    const whole = draw(server.url('ile'));
    await whole.ready();
    const starts = server.requestedRanges.map(range => Number(/\d+/.exec(range)?.[0]));
    const last = Math.max(...starts);
    removeMaps();
    for (const fault of [{fileEnd: last}, {zeroedFrom: last}]) {
      server = Object.assign(await serveArchives(), fault);
      const map = draw(server.url('ile'));
      await map.ready();
      expect(map.events.map(({status}) => status)).to.deep.equal(['shown', 'gaps']);
      expect(JSON.stringify(map.events)).to.match(/the file ends at byte|is not well-formed/);
      const widths = map.tiles().map(({width}) => width);
      expect(
        widths.some(width => width >= 512),
        'those that came',
      ).to.equal(true);
      removeMaps();
    }
  });

  it('requests nothing more after it is removed', async () => {
    const map = draw(server.url('ile'));
    await map.ready();
    map.view.setBasemap(undefined);
    const {length} = server.requestedRanges;
    map.view.moveTo(WOOD, 16);
    expect(map.tiles().length).to.equal(0);
    expect(map.root.querySelectorAll('.tones').length).to.equal(0);
    expect(server.requestedRanges.length).to.equal(length);
  });
});
