/** Creates a PMTiles archive (version 3) of one colour, with a PNG for each tile of zooms 0 to 3. */
export async function createTileArchive(colour: string, attribution: string): Promise<ArrayBuffer> {
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
