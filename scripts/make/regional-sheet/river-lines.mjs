/** Returns the lines of a text that `gmt pscoast -M` wrote: level in World Data Bank II, and points in degrees. */
export function readLines(text) {
  const lines = [];
  for (const row of text.split('\n')) {
    if (row.startsWith('>')) lines.push({level: Number(/Level (\d+)/.exec(row)?.[1]), points: []});
    else if (row) {
      const [lon, lat] = row.split('\t').map(Number);
      // Longitudes from 0 to 360.
      lines.at(-1).points.push([((lon + 180) % 360) - 180, lat]);
    }
  }
  return lines.filter(({points}) => points.length > 1);
}
