import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type CollectionName, type PortalRecord, titleOf} from '../../../src/model/records.js';
import {createRelations, relationsNeededBy} from '../../../src/model/relations.js';
import {
  communeKey,
  dateSortKey,
  recordDate,
  facetLabel,
  portalSpan,
  searchText,
  ownSpan,
  filterValues,
} from '../../../src/model/collection/record-fields.js';
import type {ListFilter} from '../../../src/model/query.js';

const own = {id: 72, title: 'Villes fortes', family: 'theme', programme: 'p3'};
const naming = {id: 'naming', family: 'projet', projects: ['far', 'nowhere']};
const near = {id: 'near', portal: 72, programme: 'p4', period: {start: '2003', end: '2007'}};
const part = {id: 'part', parent: 'near', period: {start: '2010'}};
const far = {id: 'far', title: 'Lointain', period: {start: '1999', end: '2001'}};
const p4 = {id: 'p4', title: 'IV', period: {start: '2007', end: '2013'}};
const relations = createRelations([own, naming], [near, part, far], [p4]);

const values = (filter: ListFilter, collection: CollectionName, record: object) =>
  filterValues(filter, collection, record as PortalRecord, relations);

describe('the filter values of a record', () => {
  it('are its own family, otherwise those of its portals, each once', () => {
    assert.deepEqual(values('family', 'resources', {id: 1, family: 'acteur', portals: [72]}), [
      'acteur',
    ]);
    assert.deepEqual(values('family', 'resources', {id: 1, portals: [72, 'naming', '72', 'x']}), [
      'theme',
      'projet',
    ]);
    assert.deepEqual(values('family', 'resources', {id: 1}), []);
    assert.deepEqual(values('family', 'projects', near), ['theme']);
  });

  it('include, for a project without a portal, the portal that names it', () => {
    assert.deepEqual(values('portal', 'projects', far), ['naming']);
    assert.deepEqual(values('family', 'projects', far), ['projet']);
  });

  it('treat numeric ids and their text form as equal', () => {
    assert.deepEqual(values('portal', 'resources', {id: 1, portals: [72, '72']}), ['72']);
    assert.equal(relations.portal('72'), own);
  });

  it('include its programme, that of its portfolio, or those of its portals', () => {
    assert.deepEqual(values('programme', 'projects', near), ['p4']);
    assert.deepEqual(values('programme', 'projects', part), ['p4']);
    assert.deepEqual(values('programme', 'projects', far), []);
    assert.deepEqual(values('programme', 'resources', {id: 1, portals: [72]}), ['p3']);
    assert.deepEqual(values('programme', 'programmes', p4), ['p4']);
  });

  it('include its project, or those of its portals or of its programme', () => {
    assert.deepEqual(values('project', 'projects', part), ['part', 'near']);
    assert.deepEqual(values('project', 'portals', own), ['near']);
    assert.deepEqual(values('project', 'portals', naming), ['far']);
    assert.deepEqual(values('project', 'resources', {id: 1, portals: [72, 'naming']}), [
      'near',
      'far',
    ]);
    assert.deepEqual(values('project', 'events', {id: 1, project: 'far', portal: 72}), ['far']);
    assert.deepEqual(values('project', 'programmes', p4), ['near']);
  });

  it('include a commune by its code, otherwise by its name', () => {
    assert.equal(communeKey({name: 'Lille', insee: '59350'}), '59350');
    assert.deepEqual(values('commune', 'resources', {id: 1, commune: {name: 'Lille'}}), ['Lille']);
    assert.deepEqual(values('commune', 'portals', {id: 1, territory: {insee: '59350'}}), ['59350']);
  });

  it('include the kind of a contribution, or the sections of other records', () => {
    assert.deepEqual(values('type', 'contributions', {id: 1, kind: 'tree', type: 'no'}), ['tree']);
    assert.deepEqual(values('type', 'resources', {id: 1, type: 'site'}), ['site']);
    assert.deepEqual(values('section', 'portals', {id: 1, sections: ['a', 'b']}), ['a', 'b']);
  });
});

describe('the date of a record', () => {
  const all = {published: '2020-05', event: {start: '2019'}, period: {start: '2018'}};

  it('is the first of published, event, period and created', () => {
    assert.equal(recordDate({id: 1, ...all, created: '2017'}), '2020-05');
    assert.equal(recordDate({id: 1, event: all.event, period: all.period}), '2019');
    assert.equal(recordDate({id: 1, period: all.period, created: '2017'}), '2018');
    assert.equal(recordDate({id: 1, created: '2017'} as PortalRecord), '2017');
    assert.equal(recordDate({id: 1}), undefined);
  });

  it('is sorted by time within a day', () => {
    const at = (start: string) => dateSortKey({id: 1, period: {start}})!;
    assert.ok(at('2026-03-01T09:00') < at('2026-03-01T14:30'));
    assert.ok(at('2026-03-01T23:59') < at('2026-03-02'));
  });

  it('is, for a portal, the span of its projects, otherwise its programme', () => {
    const years = (from: string, to: string) => ownSpan({id: 1, period: {start: from, end: to}});
    assert.deepEqual(portalSpan(own, relations), years('2003', '2007'));
    assert.deepEqual(portalSpan({id: 'none', programme: 'p4'}, relations), years('2007', '2013'));
    assert.equal(portalSpan({id: 'none'}, relations), undefined);
    const two = createRelations([], [near, {...far, portal: 72}], []);
    assert.deepEqual(portalSpan(own, two), years('1999', '2007'));
  });
});

describe('the title of a record', () => {
  it('is its title, or the name of an organisation', () => {
    assert.equal(titleOf(own), 'Villes fortes');
    assert.equal(titleOf({id: 1, name: 'CAUE du Nord'}), 'CAUE du Nord');
  });

  it('names the values of a facet by the records they refer to', () => {
    assert.equal(facetLabel('portal', '72', relations), 'Villes fortes');
    assert.equal(facetLabel('project', 'far', relations), 'Lointain');
    assert.equal(facetLabel('programme', 'p4', relations), 'IV');
    assert.equal(facetLabel('theme', 'p4', relations), undefined);
  });

  it('can be searched in every language, with its tags and people, but not its body', () => {
    const text = searchText({
      id: 1,
      title: {fr: 'Écluse', nl: 'Sluis'},
      body: 'secret',
      tags: ['Canal'],
      authors: ['J. Dupont'],
      commune: {name: 'Arras'},
      identifier: 'INV-1',
    } as PortalRecord);
    assert.equal(text, 'ecluse sluis canal arras j. dupont inv-1');
  });
});

describe('turnsOn', () => {
  it('requires no other collection if a query does not need one', () => {
    assert.deepEqual(
      [...relationsNeededBy('resources', {theme: ['a'], portal: ['72'], q: 'x'})],
      [],
    );
    assert.deepEqual(
      [...relationsNeededBy('portals', {family: ['theme'], facets: ['family']})],
      [],
    );
    assert.deepEqual([...relationsNeededBy('resources', {family: []})], []);
  });

  it('requires the portals if the family may be theirs, or a facet shows their names', () => {
    assert.deepEqual([...relationsNeededBy('resources', {facets: ['family']})], ['portals']);
    assert.deepEqual([...relationsNeededBy('projects', {family: ['theme']})], ['portals']);
    assert.deepEqual([...relationsNeededBy('events', {facets: ['portal']})], ['portals']);
  });

  it('requires projects and programmes if they determine the date of a portal', () =>
    assert.deepEqual(
      [...relationsNeededBy('portals', {from: '2016'})],
      ['portals', 'projects', 'programmes'],
    ));
});
