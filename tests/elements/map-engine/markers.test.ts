import {expect} from '@open-wc/testing';
import {resetMouse, sendMouse} from '@web/test-runner-commands';
import {pseudoElementContent} from '../../support/widget-fixture.js';
import {CENTER, CROSS, removeMaps, labels, renderMap, ringOf} from '../../support/map.js';
import {pointsAt} from '../../support/map-points.js';

const TOWN = {lat: 50.63, lon: 3.06};

describe('markers of the map', () => {
  afterEach(removeMaps);

  it('are buttons named after their records, in reading order', async () => {
    const {container, names, marker: mark} = renderMap(CROSS, {center: CENTER, zoom: 8});
    expect(names()).to.deep.equal(['Projet 1', 'Projet 0', 'Projet 2', 'Projet 4', 'Projet 3']);
    const project = mark('Projet 2');
    expect(project.localName).to.equal('button');
    expect(project.getAttribute('part')).to.equal('marker');
    expect(project.getAttribute('aria-haspopup')).to.equal('dialog');
    expect(project.getAttribute('aria-expanded')).to.equal('false');
    await expect(container).to.be.accessible();
  });

  it('are at the coordinates of their records, and large enough to hit', () => {
    const {container, marker: mark} = renderMap(CROSS, {center: CENTER, zoom: 8});
    const map = container.getBoundingClientRect();
    const {left, top, width, height} = mark('Projet 2').getBoundingClientRect();
    expect(Math.abs(left + width / 2 - map.left - 400)).to.be.below(1.5);
    expect(Math.abs(top + height / 2 - map.top - 225)).to.be.below(1.5);
    expect(Math.min(width, height)).to.be.at.least(24);
    expect(mark('Projet 4').getBoundingClientRect().left).to.be.above(left);
    expect(mark('Projet 3').getBoundingClientRect().top).to.be.above(top);
  });

  it('show the family by shape and letter, not by colour alone', () => {
    const {marker: mark} = renderMap(CROSS, {center: CENTER, zoom: 8});
    const look = (name: string) => {
      const {clipPath} = getComputedStyle(mark(name), '::after');
      return `${clipPath} ${pseudoElementContent(mark(name), '::after')}`;
    };
    const looks = ['Projet 0', 'Projet 1', 'Projet 2', 'Projet 3'].map(look);
    expect(new Set(looks).size).to.equal(4);
    expect(looks[0]).to.contain('"A"');
    expect(looks[1]).to.contain('"T"');
    expect(looks[2]).to.contain('"P"');
  });

  it('of close records form one cluster, with their number and the share of each family', () => {
    const {marker: mark} = renderMap([
      [50.63, 3.06, 0],
      [50.64, 3.07, 0],
      [50.62, 3.05, 1],
      [50.63, 3.05, 2],
      [49.9, 2.3, 2],
    ]);
    const cluster = mark('4 projets, zoomer');
    expect(cluster.getAttribute('part')).to.equal('cluster');
    expect(cluster.textContent).to.equal('4');
    const ring = ringOf(cluster);
    expect(ring.map(([, share]) => share)).to.deep.equal([49, 24, 24]);
    expect(new Set(ring.map(([colour]) => colour)).size).to.equal(3);
  });

  it('of close records show the arc of one among a hundred', () => {
    const {marker: mark} = renderMap(
      [...new Array(100).keys()].map(i => [50.63, 3.06 + i / 1e5, i === 0 ? 0 : 2] as const),
      {center: TOWN, zoom: 9},
    );
    const shares = ringOf(mark('100 projets, zoomer')).map(([, share]) => share);
    expect(shares.length).to.equal(2);
    expect(Math.min(...shares), 'per cent').to.be.at.least(3);
  });

  it('without a letter are small in a crowd', () => {
    const scaleOf = (count: number, family: number) => {
      const places = [...new Array(count).keys()].map(
        i => [50.2 + (i % 7) / 10, 2.3 + Math.floor(i / 7) / 6, family] as const,
      );
      const {marker: mark} = renderMap(places, {center: CENTER, zoom: 8});
      return getComputedStyle(mark('Projet 3'), '::after').scale;
    };
    expect([scaleOf(12, 3), scaleOf(56, 3), scaleOf(56, 0)]).to.deep.equal([
      'none',
      '0.65',
      'none',
    ]);
  });

  it('outside the view are not in the page, nor counted as visible', () => {
    const {names, views} = renderMap(CROSS, {center: {lat: 50.5, lon: 2}, zoom: 10});
    expect(names()).to.deep.equal(['Projet 0']);
    expect([...(views.at(-1)?.indices ?? [])]).to.deep.equal([0]);
    expect(views.at(-1)?.zoom).to.equal(10);
  });

  it('still in view after a move keep their node', () => {
    const {marker: mark, view} = renderMap(CROSS, {center: CENTER, zoom: 8});
    const before = mark('Projet 2');
    view.moveTo({lat: 50.4, lon: 3.1}, 8);
    expect(mark('Projet 2') === before).to.equal(true);
  });

  it('change with the points, and with the language', () => {
    const {names, view, container} = renderMap(CROSS, {center: CENTER, zoom: 8});
    view.setPoints(pointsAt(CROSS.slice(0, 1)));
    expect(names()).to.deep.equal(['Projet 0']);
    view.setPoints(pointsAt([CROSS[0] ?? [0, 0], [50.5, 2, 2]]));
    view.setMessages({...labels, map: 'Kaart', clusterName: count => `${String(count)} projecten`});
    expect(names()).to.deep.equal(['2 projecten']);
    expect(container.ariaLabel).to.equal('Kaart');
  });

  it('A-10 have the language of their record, also for an extra layer', () => {
    const {container, view} = renderMap(CROSS, {center: CENTER, zoom: 8});
    const langOf = () => 'nl';
    const mark = () => container.querySelector('.marker')!;
    view.setPoints({...pointsAt([[50.5, 3]]), langAt: langOf});
    expect([mark().ariaLabel, mark().getAttribute('lang')]).to.deep.equal(['Projet 0', 'nl']);
    view.setPoints({...pointsAt([[50.5, 3]]), langAt: langOf, nameSuffixAt: () => 'Monuments'});
    expect([mark().ariaLabel, mark().getAttribute('lang')]).to.deep.equal([null, null]);
    expect(mark().textContent).to.equal('Projet 0, Monuments');
    expect(mark().querySelector('[lang=nl]')?.textContent).to.equal('Projet 0');
    view.setPoints({...pointsAt([[50.5, 3]]), nameSuffixAt: () => 'Monuments'});
    expect([mark().ariaLabel, mark().textContent]).to.deep.equal(['Projet 0, Monuments', '']);
  });

  it('without coordinates are not shown', () => {
    const {names, views} = renderMap([[NaN, NaN], ...CROSS]);
    expect(names()).to.have.length(5);
    expect([...(views.at(-1)?.indices ?? [])]).to.deep.equal([1, 2, 3, 4, 5]);
  });

  it('report the hovered record, once', async () => {
    const {marker: mark, calls: told} = renderMap(CROSS, {center: CENTER, zoom: 8});
    const {left, top} = mark('Projet 2').getBoundingClientRect();
    await sendMouse({type: 'move', position: [Math.round(left) + 9, Math.round(top) + 9]});
    await sendMouse({type: 'move', position: [Math.round(left) + 12, Math.round(top) + 12]});
    await sendMouse({type: 'move', position: [Math.round(left) + 80, Math.round(top) + 60]});
    expect(told).to.deep.equal(['pointed 2', 'pointed undefined']);
    await resetMouse();
  });

  it('show a highlight from another widget by more than colour, also inside a cluster', () => {
    const {marker: mark, view} = renderMap([...CROSS, [50.9, 3, 1]], {center: CENTER, zoom: 8});
    const ring = (name: string) => getComputedStyle(mark(name)).outlineStyle;
    view.highlight(2);
    expect(ring('Projet 2')).to.equal('solid');
    view.highlight(5);
    expect(ring('Projet 2')).to.equal('none');
    expect(ring('2 projets, zoomer')).to.equal('solid');
    view.highlight(undefined);
    expect(ring('2 projets, zoomer')).to.equal('none');
  });

  it('are at most 300', () => {
    const many = [...Array(4000).keys()].map(
      i => [50 + ((i * 0.618034) % 1), 2 + ((i * 0.7548777) % 1) * 2, i % 4] as const,
    );
    const {names, view, views} = renderMap(many, {}, 'inline-size: 1600px; block-size: 1000px');
    for (const zoom of [4, 7, 8, 9, 10, 12]) {
      view.moveTo({lat: 50.5, lon: 3}, zoom);
      expect(names().length).to.be.within(1, 300);
      if (zoom < 9) expect(views.at(-1)?.indices.length).to.equal(4000);
    }
  });

  it('keep the popup of one of them inside the view, and announce it as open', () => {
    const {container, marker: mark, view} = renderMap(CROSS, {center: CENTER, zoom: 8});
    const popup = document.createElement('div');
    popup.style.width = '200px';
    popup.style.height = '120px';
    const map = container.getBoundingClientRect();
    for (const [index, lat, lon] of [
      [2, 50.5, 3],
      [0, 50.5, 4.1],
      [4, 50.5, 1.9],
      [1, 50.3, 3],
      [3, 50.6, 3],
    ] as const) {
      view.moveTo({lat, lon}, 8);
      view.setPopup(popup, index);
      const box = popup.getBoundingClientRect();
      expect(box.left).to.be.at.least(map.left);
      expect(box.top).to.be.at.least(map.top);
      expect(box.right).to.be.at.most(map.right);
      expect(box.bottom).to.be.at.most(map.bottom);
      expect(mark(`Projet ${String(index)}`).ariaExpanded).to.equal('true');
    }
    // Above or below its marker, not over it.
    const own = mark('Projet 3').getBoundingClientRect();
    const {top, bottom} = popup.getBoundingClientRect();
    expect(bottom <= own.top + 2 || top >= own.bottom - 2).to.equal(true);
    view.setPopup(undefined);
    expect(popup.isConnected).to.equal(false);
    expect(mark('Projet 3').ariaExpanded).to.equal('false');
  });

  it('leave the graphics of a popup as its widget made them', () => {
    const {view} = renderMap(CROSS, {center: CENTER, zoom: 8});
    const popup = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    for (const name of ['path', 'circle', 'rect'])
      popup.append(document.createElementNS('http://www.w3.org/2000/svg', name));
    const look = () =>
      [...popup.children].map(shape => {
        const {fill, stroke, strokeWidth} = getComputedStyle(shape);
        return [fill, stroke, strokeWidth].join();
      });
    popup.style.stroke = 'red';
    document.body.append(popup);
    const before = look();
    const holder = document.createElement('div');
    holder.append(popup);
    view.setPopup(holder, 2);
    expect(look()).to.deep.equal(before);
  });

  it('that cannot be separated by zooming open as a list', () => {
    const {
      marker: mark,
      calls: told,
      view,
    } = renderMap([
      [TOWN.lat, TOWN.lon],
      [TOWN.lat, TOWN.lon],
      [49.9, 2.3],
    ]);
    const stack = mark('2 projets, zoomer');
    stack.click();
    expect(told).to.include('stacked 0,1');
    expect(stack.ariaExpanded).to.equal(null);
    view.setPopup(document.createElement('div'), 0);
    expect(stack.ariaExpanded).to.equal('true');
    expect(getComputedStyle(stack).outlineStyle).to.equal('solid');
    view.setPopup(undefined);
    expect(stack.ariaExpanded).to.equal(null);
    expect(getComputedStyle(stack).outlineStyle).to.equal('none');
  });
});
