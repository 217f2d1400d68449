import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {
  type Actor,
  type DirectoryRecords,
  buildDirectory,
  actorFilter,
} from '../../src/model/directory.js';
import type {Organisation, Portal, Project} from '../../src/model/records.js';
import type {Text} from '../../src/model/text.js';

function of(parts: Partial<DirectoryRecords>): readonly Actor[] {
  const records = {organisations: [], portals: [], projects: [], isNarrowed: false, ...parts};
  const steps = buildDirectory(records);
  for (;;) {
    const {done, value} = steps.next();
    if (done) return value;
  }
}
const names = (actors: readonly Actor[]): readonly string[] =>
  actors.map(({organisation}) => organisation.name);
const word = (text: Text): string => (typeof text === 'string' ? text : (text['fr'] ?? ''));

const portal: Portal = {
  id: 610,
  actors: [
    {id: 'caue', name: 'CAUE du Nord', role: 'Communication', country: 'FR'},
    {id: 'prov', name: 'Provincie West-Vlaanderen', country: 'BE'},
  ],
  projects: ['eutopia'],
};
const project: Project = {
  id: 'eutopia',
  lead: 'Provincie West-Vlaanderen',
  partners: [
    {name: 'Caue du Nord', role: {fr: 'Opérateur', nl: 'Operator'}},
    {name: 'CAUE  du Nord', role: 'opérateur'},
    {name: 'Département du Nord', role: 'Opérateur', geo: {lat: 50.6, lon: 3}},
  ],
};

describe('directoryOf', () => {
  it('lists organisations that nothing mentions as they are: without copying them or reading their names', () => {
    let readings = 0;
    const organisations = [1, 2, 3].map(id => ({
      id,
      get name() {
        readings++;
        return `Mairie ${id}`;
      },
    }));
    const actors = of({organisations});
    assert.equal(readings, 0);
    assert.equal(
      actors.every(({organisation}, i) => organisation === organisations[i]),
      true,
    );
    // The first mention reads each name once, a further one none.
    of({organisations, projects: [{id: 1, partners: [{name: 'mairie 2'}, {name: 'Mairie 3'}]}]});
    assert.ok(readings <= 5, `${readings} readings`);
  });

  it('merges organisations with the same name into one entry, with each role once', () => {
    const actors = of({portals: [portal], projects: [project]});
    assert.deepEqual(names(actors), [
      'CAUE du Nord',
      'Provincie West-Vlaanderen',
      'Département du Nord',
    ]);
    const [caue, province, nord] = actors;
    assert.deepEqual(caue?.roles.map(word), ['Communication', 'Opérateur']);
    assert.deepEqual(caue.roles[1], {fr: 'Opérateur', nl: 'Operator'});
    assert.deepEqual([caue.isLead, province?.isLead], [false, true]);
    assert.deepEqual([caue.projects, caue.portals], [['eutopia'], ['610']]);
    assert.deepEqual([nord?.projects, nord?.portals], [['eutopia'], ['610']]);
  });

  it('uses the records of organisations if there are any', () => {
    const organisations: Organisation[] = [
      {id: 'caue', name: 'CAUE du Nord', url: 'https://caue-nord.example'},
      {id: 'quiet', name: 'Sans projet'},
    ];
    const parts = {organisations, portals: [portal], projects: [project]};
    const actors = of(parts);
    assert.deepEqual(names(actors), ['CAUE du Nord', 'Sans projet']);
    assert.equal(actors[0]?.organisation.url, 'https://caue-nord.example');
    assert.equal(actors[0].organisation.country, 'FR', 'what the record lacks is learnt');
    assert.deepEqual(names(of({...parts, isNarrowed: true})), [
      'CAUE du Nord',
      'Provincie West-Vlaanderen',
      'Département du Nord',
    ]);
  });

  it('keeps two organisations apart that have the same name in two countries, or separate records', () => {
    const ville = {name: 'Ville', role: 'Partenaire'};
    const partners = [
      {...ville, country: 'FR'},
      {...ville, country: 'BE'},
      {...ville, country: 'BE'},
    ];
    assert.equal(of({projects: [{id: 1, partners}]}).length, 2);
    const two = [
      {id: 1, name: 'Mairie'},
      {id: 2, name: 'Mairie'},
    ];
    assert.equal(of({organisations: two}).length, 2);
    const second = of({
      organisations: two,
      portals: [{id: 'p', actors: [{id: 2, name: 'Mairie'}]}],
    });
    assert.deepEqual(
      second.map(({portals}) => portals.length),
      [0, 1],
    );
  });

  it('does not merge two organisations because their lists use the same id', () => {
    const list = (id: string, name: string): Portal => ({id, actors: [{id: 1, name}]});
    assert.deepEqual(names(of({portals: [list('a', 'Une'), list('b', 'Autre')]})), [
      'Une',
      'Autre',
    ]);
  });

  it('finds the projects that name their portal, and those that the portal names', () => {
    const [actor] = of({
      portals: [{id: 'a', actors: [{id: 1, name: 'Une'}]}],
      projects: [{id: 'p', portal: 'b', partners: [{name: 'Une'}]}],
    });
    assert.deepEqual(actor?.portals, ['a', 'b']);
  });

  it('finds every actor and partner of the demo, without duplicates', () => {
    const read = <T>(name: string): T[] =>
      JSON.parse(
        readFileSync(new URL(`../../demo/data/${name}.json`, import.meta.url), 'utf8'),
      ) as T[];
    const portals = read<Portal>('portals');
    const projects = read<Project>('projects');
    const found = names(of({portals, projects}));
    assert.equal(new Set(found).size, found.length);
    for (const {actors = []} of portals)
      for (const {name} of actors) assert.ok(found.includes(name), name);
    for (const {partners = []} of projects)
      for (const {name} of partners) assert.ok(found.includes(name), name);
  });
});

describe('narrowedTo', () => {
  it('returns the projects of an actor, otherwise its portals, otherwise nothing', () => {
    const [caue, ,] = of({portals: [portal], projects: [project]});
    assert.deepEqual(caue && actorFilter(caue), {project: ['eutopia']});
    const [lone] = of({portals: [{...portal, projects: []}]});
    assert.deepEqual(lone && actorFilter(lone), {portal: ['610']});
    const [known] = of({organisations: [{id: 1, name: 'Une'}]});
    assert.equal(known && actorFilter(known), undefined);
  });
});
