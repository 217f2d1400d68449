import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  findPosition,
  type MarkBox,
  type PaneBox,
  townsOfMarks,
} from '../../src/map/labels/label-position.js';

const city = (text: string) => ({text, kind: 'city', hasDot: true, x: 0, y: 0}) as const;
/** Places cities at the given points, in order, beside marks. */
const place = (
  cities: readonly (readonly [name: string, x: number, y: number])[],
  marks: readonly PaneBox[] = [],
) => {
  const occupied: PaneBox[] = [];
  return cities.map(([name, x, y]) => findPosition(city(name), 256, x, y, {marks, occupied}));
};

describe('the name of a city', () => {
  it('is to the right of its dot', () => {
    const [only] = place([['Lille', 100, 100]]);
    assert.equal(only?.anchor, 'start');
    assert.equal(only.dy, 0);
  });

  it('is on the side without a border', () => {
    const hasBorder = ({right}: PaneBox) => right > 130;
    const neighbours = {marks: [], occupied: [], hasBorder};
    const position = findPosition(city('Maubeuge'), 256, 100, 100, neighbours);
    assert.equal(position?.anchor, 'end');
    const everywhere = {marks: [], occupied: [], hasBorder: () => true};
    assert.equal(findPosition(city('Maubeuge'), 256, 100, 100, everywhere)?.anchor, 'start');
  });

  it('is off the band along a border, if another side is', () => {
    // The border is 4 pixels above where the name would be on the right.
    const hasBorder = ({top, bottom, right}: PaneBox) => right > 110 && top < 89 && bottom > 87;
    const neighbours = {marks: [], occupied: [], hasBorder};
    const position = findPosition(city('Maubeuge'), 256, 100, 100, neighbours);
    assert.equal(position?.anchor, 'end');
  });

  it('is rather a little farther from its dot than beyond a border', () => {
    const hasBorder = ({right}: PaneBox) => right > 125;
    const marks = [
      {left: 60, top: 86, right: 110, bottom: 92},
      {left: 60, top: 108, right: 110, bottom: 114},
      {left: 70, top: 96, right: 90, bottom: 104},
    ];
    const lille = findPosition(city('Lille'), 256, 100, 100, {marks, occupied: [], hasBorder});
    assert.ok(lille && lille.dx < 0 && lille.dy < 0);
  });

  it('is a little farther from its dot in a crowd of marks, where that of a town is left out', () => {
    const marks = [...new Array(8).keys()].map(i => {
      const [x, y] = [100 + 18 * Math.cos((i * Math.PI) / 4), 100 + 16 * Math.sin((i * Math.PI) / 4)]; // prettier-ignore
      return {left: x - 7, top: y - 7, right: x + 7, bottom: y + 7};
    });
    const findIn = (label: Parameters<typeof findPosition>[0], own?: MarkBox) =>
      findPosition(label, 256, 100, 100, {marks: own ? [...marks, own] : marks, occupied: [], own});
    assert.ok(findIn(city('Lille')));
    const town = {...city('Raismes'), kind: 'town'} as const;
    assert.equal(findIn(town), undefined);
    assert.ok(findIn(town, {left: 92, top: 92, right: 108, bottom: 108}), 'the place of a mark');
  });

  it('is at no corner of its dot, and never farther from it than from another', () => {
    const marks = [
      {left: 106, top: 90, right: 200, bottom: 110},
      {left: 0, top: 90, right: 94, bottom: 110},
    ];
    const occupied: PaneBox[] = [
      {left: 60, top: 70, right: 104, bottom: 89},
      {left: 60, top: 111, right: 104, bottom: 130},
    ];
    assert.equal(findPosition(city('Lens'), 256, 100, 100, {marks, occupied}), undefined);
  });

  it('is not where it would be read as that of another dot', () => {
    // The cluster at Lille leaves room for the name only above it, right below the dot of Bruxelles.
    const cluster = {left: 80, top: 100, right: 120, bottom: 140};
    const others = [
      {left: 120, top: 100, right: 300, bottom: 124},
      {left: -100, top: 100, right: 80, bottom: 124},
    ];
    const [, lille] = place(
      [
        ['Bruxelles', 104, 70],
        ['Lille', 100, 120],
      ],
      [cluster, ...others],
    );
    assert.ok(lille && lille.dy > 0, 'below the cluster');
  });

  it('is left out if its dot would be right beside the name of another city', () => {
    const [lille, amiens] = place([
      ['Lille', 100, 100],
      ['Amiens', 170, 104],
    ]);
    assert.ok(lille);
    assert.equal(amiens, undefined);
  });
});

/** Returns the names that are set as those of the marks, and the other ones. */
function namesAt(
  marks: readonly MarkBox[],
  places: readonly (readonly [name: string, x: number, y: number])[],
  kind: 'city' | 'village' = 'village',
) {
  const labels = places.map(([text, x, y]) => ({text, kind, hasDot: true, needsRoom: true, x, y}));
  const owners = townsOfMarks(labels, marks, ({x, y}) => [x, y]);
  const occupied: PaneBox[] = [];
  const own: string[] = [];
  const others: string[] = [];
  for (const label of labels) {
    const mark = owners.get(label);
    const {x, y, text} = label;
    if (findPosition(label, 256, x, y, {marks, occupied, own: mark}))
      (mark ? own : others).push(text);
  }
  return {own, others};
}

const markAt = (x: number, y: number, title = '', radius = 12): MarkBox => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
  titles: () => title,
});

describe('the town of a mark', () => {
  it('is the nearest one, and its neighbour is not named there', () => {
    const mark = markAt(100, 100);
    const names = namesAt(
      [mark],
      [
        ['Bazuel', 105, 104],
        ['Ors', 101, 100],
      ],
    );
    assert.deepEqual(names, {own: ['Ors'], others: []});
  });

  it('is that which its record names, though another one is nearer', () => {
    const mark = markAt(100, 100, 'Villers-Outréaux, un centre-bourg');
    const names = namesAt(
      [mark],
      [
        ['Malincourt', 101, 100],
        ['Villers-Outréaux', 108, 106],
      ],
    );
    assert.deepEqual(names, {own: ['Villers-Outréaux'], others: []});
  });

  it('is the largest of those that its records name', () => {
    const mark = markAt(100, 100, 'Habiter : Ronchin,Habiter : Lille', 20);
    const places = [
      ['Lille', 112, 108],
      ['Ronchin', 101, 100],
    ] as const;
    assert.deepEqual(namesAt([mark], places).own, ['Lille']);
  });

  it('is not one that has its name within another word', () => {
    const mark = markAt(100, 100, 'Le trésor et les décors');
    const names = namesAt([mark], [['Ors', 110, 108]]);
    assert.deepEqual(names, {own: [], others: []});
  });

  it('is none at the edge of the mark, whose name would be read as that of the record', () => {
    assert.deepEqual(namesAt([markAt(100, 100)], [['Holque', 109, 108]]), {own: [], others: []});
  });

  it('is none below a mark that was moved aside, unless the record names it', () => {
    const aside = (title: string) => [{...markAt(100, 100, title), isAside: true}];
    assert.deepEqual(namesAt(aside('La halle'), [['Dixmude', 100, 100]]).own, []);
    assert.deepEqual(namesAt(aside('Dixmude'), [['Dixmude', 100, 100]]).own, ['Dixmude']);
  });

  it('is named beside a mark where other villages need room', () => {
    const marks = [markAt(100, 100, 'Ors'), markAt(130, 128)];
    assert.deepEqual(namesAt(marks, [['Ors', 100, 100]]).own, ['Ors']);
  });

  it('leaves the name of a city below a cluster on the map, as that of no record', () => {
    const names = namesAt(
      [markAt(100, 100, '', 20)],
      [
        ['Lille', 114, 114],
        ['Roubaix', 101, 100],
      ],
      'city',
    );
    assert.deepEqual(names.own, ['Roubaix']);
  });

  it('has no other mark right above or below its name', () => {
    const [wide, low] = [markAt(160, 100, '', 6), markAt(40, 100, '', 6)];
    const mark = markAt(100, 100, 'Le Cateau-Cambrésis');
    const neighbour = markAt(130, 140);
    const label = {text: 'Le Cateau-Cambrésis', kind: 'village', hasDot: true, x: 100, y: 100} as const; // prettier-ignore
    const marks = [mark, wide, low, neighbour];
    const position = findPosition(label, 256, 100, 100, {marks, occupied: [], own: mark});
    assert.ok(position && position.dy < 0, 'above its mark');
  });
});
