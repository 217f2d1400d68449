import {gzipSync} from 'node:zlib';

/** Vector tile: its PMTiles id, which is its position on the Hilbert curves of all zoom levels, and its content. */
export interface ArchiveTile {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** Header fields and metadata of an archive. */
export interface ArchiveInfo {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Covered area, in degrees. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly metadata: object;
}

/** Place of a tile among all tiles. */
interface TileEntry {
  readonly id: number;
  readonly offset: number;
  readonly length: number;
  /** Number of successive tiles with this content; 0 for an entry of the root that points to a leaf directory. */
  readonly runLength: number;
}

const HEADER_BYTES = 127;
/** Header and root directory are in the first 16 kB, which readers request first. */
const MAX_ROOT_BYTES = 16_384 - HEADER_BYTES;
/** Entries of a leaf directory; more if the root directory would be too large. */
const LEAF_ENTRIES = 4096;
const GZIP = 2;
const VECTOR_TILES = 1;

/** Returns the id of the first tile of a zoom level. */
export const firstTileId = (zoom: number): number => (4 ** zoom - 1) / 3;

/**
 * Writes an archive of vector tiles: PMTiles, version 3. All parts are compressed with gzip.
 *
 * @param tiles Tiles in the order of their ids.
 */
export function pmtilesArchive(tiles: Iterable<ArchiveTile>, info: ArchiveInfo): Uint8Array {
  const entries: TileEntry[] = [];
  const contents: Uint8Array[] = [];
  let offset = 0;
  for (const {id, bytes} of tiles) {
    const content = compress(bytes);
    entries.push({id, offset, length: content.length, runLength: 1});
    contents.push(content);
    offset += content.length;
  }
  const {root, leaves} = directoriesOf(entries);
  const metadata = compress(Buffer.from(JSON.stringify(info.metadata)));
  const header = headerOf(info, entries.length, {
    root: root.length,
    metadata: metadata.length,
    leaves: leaves.length,
    tiles: offset,
  });
  return Buffer.concat([header, root, metadata, leaves, ...contents]);
}

/** Compresses with gzip, without the operating system in its header: the same bytes on each. */
function compress(bytes: Uint8Array): Uint8Array {
  // A copy: the buffer of the result has 16 kB, however short it is.
  const compressed = Uint8Array.from(gzipSync(bytes));
  compressed[9] = 255;
  return compressed;
}

/** Returns the root directory, and leaf directories if it would be too large without them. */
function directoriesOf(entries: readonly TileEntry[]): {root: Uint8Array; leaves: Uint8Array} {
  const all = directory(entries);
  if (all.length <= MAX_ROOT_BYTES) return {root: all, leaves: new Uint8Array()};
  for (let size = LEAF_ENTRIES; ; size *= 2) {
    const leaves: Uint8Array[] = [];
    const pointers: TileEntry[] = [];
    let offset = 0;
    for (let start = 0; start < entries.length; start += size) {
      const leaf = directory(entries.slice(start, start + size));
      leaves.push(leaf);
      pointers.push({id: entries[start]?.id ?? 0, offset, length: leaf.length, runLength: 0});
      offset += leaf.length;
    }
    const root = directory(pointers);
    if (root.length <= MAX_ROOT_BYTES) return {root, leaves: Buffer.concat(leaves)};
  }
}

/** Serializes entries column by column: ids as differences, then run lengths, lengths and offsets. */
function directory(entries: readonly TileEntry[]): Uint8Array {
  const bytes: number[] = [];
  const write = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  write(entries.length);
  entries.forEach(({id}, i) => write(id - (entries[i - 1]?.id ?? 0)));
  for (const {runLength} of entries) write(runLength);
  for (const {length} of entries) write(length);
  entries.forEach(({offset}, i) => {
    const previous = entries[i - 1];
    // 0 means directly behind the previous entry.
    write(previous && previous.offset + previous.length === offset ? 0 : offset + 1);
  });
  return compress(Uint8Array.from(bytes));
}

/** Lengths of the sections of an archive, in bytes, in the order of the file. */
interface Sections {
  readonly root: number;
  readonly metadata: number;
  readonly leaves: number;
  readonly tiles: number;
}

function headerOf(
  {minZoom, maxZoom, bounds: [west, south, east, north]}: ArchiveInfo,
  count: number,
  sections: Sections,
): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  let start = HEADER_BYTES;
  [sections.root, sections.metadata, sections.leaves, sections.tiles].forEach((length, i) => {
    header.writeBigUInt64LE(BigInt(start), 8 + 16 * i);
    header.writeBigUInt64LE(BigInt(length), 16 + 16 * i);
    start += length;
  });
  // Addressed tiles, entries and contents: no two tiles share one.
  for (const at of [72, 80, 88]) header.writeBigUInt64LE(BigInt(count), at);
  // Tiles are in the order of their ids.
  header.writeUInt8(1, 96);
  header.writeUInt8(GZIP, 97);
  header.writeUInt8(GZIP, 98);
  header.writeUInt8(VECTOR_TILES, 99);
  header.writeUInt8(minZoom, 100);
  header.writeUInt8(maxZoom, 101);
  const writeDegrees = (degrees: number, at: number): void => {
    header.writeInt32LE(Math.round(degrees * 1e7), at);
  };
  [west, south, east, north].forEach((degrees, i) => writeDegrees(degrees, 102 + 4 * i));
  header.writeUInt8(minZoom, 118);
  writeDegrees((west + east) / 2, 119);
  writeDegrees((south + north) / 2, 123);
  return header;
}
