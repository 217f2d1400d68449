import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {communeColumns, communesFrom, parseCommunes} from '../../src/data/communes.js';
import {communes} from '../support/communes.js';

const ors = {code: '59450', name: 'Ors', lat: 50.101, lon: 3.634};
const readWithoutEpci = (json: unknown) =>
  parseCommunes(json)?.communes.map(({epci, ...rest}) => rest);

describe('readCommunes', () => {
  it('reads the output of the command', () => {
    const written = JSON.parse(JSON.stringify(communeColumns(communes))) as unknown;
    const {communes: read, dropped} = parseCommunes(written) ?? {};
    assert.equal(dropped, 0);
    assert.deepEqual(
      read?.map(one => ({...one})),
      communes.map(({epci, ...one}) => ({...one, epci})),
    );
  });

  it('reads the geo API, GeoJSON and plain lists', () => {
    const centre = {type: 'Point', coordinates: [3.634, 50.101]};
    assert.deepEqual(
      readWithoutEpci([{code: '59450', nom: 'Ors', centre, codeEpci: '200030633'}]),
      [ors],
    );
    assert.deepEqual(readWithoutEpci([ors]), [ors]);
    assert.deepEqual(readWithoutEpci({communes: [{insee: '59450', name: 'Ors', geo: {lat: 50.101, lon: 3.634}}]}), [ors]); // prettier-ignore
    const properties = {code: '59450', nom: 'Ors'};
    const features = [{type: 'Feature', properties, geometry: centre}];
    assert.deepEqual(readWithoutEpci({type: 'FeatureCollection', features}), [ors]);
    assert.equal(parseCommunes([{...ors, codeEpci: '200030633'}])?.communes[0]?.epci, '200030633');
  });

  it('counts rows that it cannot use', () => {
    const rows = [
      ors,
      null,
      {},
      {...ors, code: 59450},
      {...ors, code: '5945'},
      {...ors, name: ' '},
      {...ors, lat: 91},
      {...ors, lon: '3.6'},
    ];
    const table = parseCommunes(rows);
    assert.equal(table?.communes.length, 1);
    assert.equal(table.dropped, 7);
  });

  it('detects files that are not a table', () => {
    for (const json of [null, 7, 'Ors', {}, {code: [], name: 'x'}, {code: ['59450']}])
      assert.equal(parseCommunes(json), undefined);
  });
});

describe('communesIn', () => {
  it('parses a table once, and nothing for records without a commune', () => {
    const table = [ors];
    assert.equal(communesFrom(table)?.length, 1);
    assert.equal(communesFrom(table) === communesFrom(table), true);
    assert.equal(communesFrom([]), undefined);
    assert.equal(communesFrom('Ors'), undefined);
  });
});
