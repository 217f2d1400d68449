/** Orientation tag (Exif 2.32, 4.6.4): 1 is upright, 2 to 8 are rotated or mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const TAG = 0x0112;
const SHORT = 3;

/** Reads the orientation from Exif data that start with the TIFF header. Returns 1 if they cannot be read. */
export function readOrientation(tiff: Buffer): Orientation {
  try {
    const byteOrder = tiff.subarray(0, 2).toString('latin1');
    if (byteOrder !== 'II' && byteOrder !== 'MM') return 1;
    const readShort = (at: number): number =>
      byteOrder === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
    const directory = byteOrder === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let entry = 0; entry < readShort(directory); entry++) {
      const at = directory + 2 + entry * 12;
      if (readShort(at) !== TAG || readShort(at + 2) !== SHORT) continue;
      const value = readShort(at + 8);
      return value >= 1 && value <= 8 ? (value as Orientation) : 1;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return 1;
}

/** Returns Exif data with the orientation only, or undefined if the photograph is upright. */
export function createOrientationExif(orientation: Orientation): Buffer | undefined {
  if (orientation === 1) return undefined;
  const tiff = Buffer.from(
    '4d4d002a000000080001' + '01120003000000010000' + '0000' + '00000000',
    'hex',
  );
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

/** Returns the displayed size: orientations 5 to 8 swap width and height. */
export const uprightSize = (width: number, height: number, orientation: Orientation) =>
  orientation < 5 ? {width, height} : {width: height, height: width};
