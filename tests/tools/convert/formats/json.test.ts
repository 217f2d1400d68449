import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {convertFile} from '../convert-fixture.js';

describe('a portal from JSON', () => {
  it('takes the fields of a wrapper object, and does not report the object itself', async () => {
    const entry = (title: string, publishedAt: string, lat: number) => ({
      id: title,
      attributes: {title, publishedAt, location: {lat, lng: 3.6}},
    });
    const file = {
      data: [
        entry('École', '2025-03-01T10:00:00.000Z', 50.2),
        entry('Halle', '2025-04-01T10:00:00.000Z', 50.3),
      ],
    };
    const {records, said} = await convertFile(JSON.stringify(file), {format: 'json'});
    assert.deepEqual(said, []);
    assert.deepEqual(
      records.map(({title, geo, published}) => [title, geo, published]),
      [
        ['École', {lat: 50.2, lon: 3.6}, '2025-03-01T10:00:00.000Z'],
        ['Halle', {lat: 50.3, lon: 3.6}, '2025-04-01T10:00:00.000Z'],
      ],
    );
  });
});
