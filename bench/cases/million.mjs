// 1,000,000 records in one static file, read by ranges over this machine's own server: until they are seen, what that
// takes of the line, one step of zoom, a drag. The file is made by `npx tsx scripts/make-million.ts`.
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {dragging, zooming} from '../moves.mjs';

const file = fileURLToPath(new URL('../../demo/made/million.pmtiles', import.meta.url));

const measures = {
  painted: 'ms',
  'requests for the first view': '',
  'bytes for the first view': 'kB',
  'main thread until quiet': 'ms',
  blocked: 'ms',
  'zoom step, main thread': 'ms',
  'zoom step, worst painted': 'ms',
  'drag, frame p95': 'ms',
  'drag, worst frame': 'ms',
  'drag, main thread': 'ms',
  heap: 'MB',
  'elements in the page': '',
};

const contestant = (name, page) => ({
  name,
  run: lab =>
    lab.visit(`map/${page}`, async bench => {
      const lengths = [];
      bench.page.on('response', response => {
        if (response.url().endsWith('.pmtiles'))
          lengths.push(Number(response.headers()['content-length']));
      });
      await bench.page.evaluate(() => contest.prepare(0));
      const heapBefore = await bench.heap();
      const busyBefore = await bench.mainThread();
      const {painted, blocked} = await bench.page.evaluate(() => contest.show());
      const busy = (await bench.mainThread()) - busyBefore;
      const heap = ((await bench.heap()) - heapBefore) / 1024 / 1024;
      const elements = await bench.page.evaluate(() => contest.elements());
      return {
        painted,
        blocked,
        heap,
        'requests for the first view': lengths.length,
        'bytes for the first view': lengths.reduce((sum, length) => sum + length, 0) / 1000,
        'main thread until quiet': busy,
        'elements in the page': elements,
        ...(await zooming(bench)),
        ...(await dragging(bench)),
      };
    }),
});

const contests = [
  {
    name: '1,000,000',
    contestants: [
      contestant('spass-project-map', 'spass-pmtiles.html'),
      contestant('maplibre-gl + pmtiles', 'maplibre-pmtiles.html'),
    ],
  },
];

export default {
  name: 'million',
  measures,
  contests: () => {
    if (existsSync(file)) return contests;
    process.stderr.write(
      '· million skipped: demo/made/million.pmtiles is not made (npx tsx scripts/make-million.ts)\n',
    );
    return [];
  },
};
