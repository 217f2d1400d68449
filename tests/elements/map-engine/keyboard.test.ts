import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {CENTER, CROSS, removeMaps, labels, renderMap} from '../../support/map.js';
import {pointsAt} from '../../support/map-points.js';

const press = async (...keys: string[]) => {
  for (const key of keys) {
    const [last = '', held] = key.split('>').reverse();
    if (held) await sendKeys({down: held});
    await sendKeys({press: last});
    if (held) await sendKeys({up: held});
  }
};

describe('the map by keyboard', () => {
  afterEach(removeMaps);

  it('is a region with a name and a description of its keys, then one stop for all its markers', async () => {
    const {host, container, focusedName: focused} = renderMap(CROSS, {center: CENTER, zoom: 8});
    const after = document.createElement('button');
    host.after(after);
    expect(container.getAttribute('role')).to.equal('region');
    expect(container.ariaLabel).to.equal(labels.map);
    const help = (container.getRootNode() as ShadowRoot).getElementById(
      container.getAttribute('aria-describedby') ?? '',
    );
    expect(help?.textContent).to.equal(labels.help);
    await press('Tab');
    expect(focused()).to.equal('map');
    await press('Tab');
    expect(focused()).to.equal('Projet 1');
    await press('Tab');
    expect(document.activeElement === after).to.equal(true);
    await press('Shift>Tab');
    expect(focused()).to.equal('Projet 1');
    after.remove();
  });

  it('moves between markers by arrows, to the first and last by Home and End', async () => {
    const {focusedName: focused, marker: mark} = renderMap(CROSS, {center: CENTER, zoom: 8});
    mark('Projet 2').focus();
    const ways = [
      ['ArrowLeft', 'Projet 0'],
      ['ArrowRight', 'Projet 2'],
      ['ArrowUp', 'Projet 1'],
      ['ArrowUp', 'Projet 1'],
      ['ArrowDown', 'Projet 2'],
      ['ArrowRight', 'Projet 4'],
      ['Home', 'Projet 1'],
      ['End', 'Projet 3'],
    ] as const;
    for (const [key, name] of ways) {
      await press(key);
      expect(focused(), key).to.equal(name);
    }
    expect(mark('Projet 3').tabIndex).to.equal(0);
    expect(mark('Projet 1').tabIndex).to.equal(-1);
  });

  it('opens a marker with Enter and with Space', async () => {
    const {marker: mark, calls: told} = renderMap(CROSS, {center: CENTER, zoom: 8});
    mark('Projet 2').focus();
    await press('Enter');
    await press('Space');
    expect(told).to.deep.equal(['pointed 2', 'activated 2', 'activated 2']);
  });

  it('pans by arrows and zooms by plus and minus when the focus is on the map itself', async () => {
    const {container, views} = renderMap(CROSS, {center: CENTER, zoom: 8});
    container.focus();
    await press('ArrowRight', 'ArrowDown', '+');
    const {center, zoom} = views.at(-1) ?? {center: {lat: NaN, lon: NaN}, zoom: NaN};
    expect(zoom).to.equal(9);
    expect(center.lon).to.be.within(3.5, 3.6);
    expect(center.lat).to.be.within(50.1, 50.3);
    await press('-', '-');
    expect(views.at(-1)?.zoom).to.equal(7);
  });

  it('does not handle keys with Ctrl or Alt, or those inside a popup', async () => {
    const {container, view, views} = renderMap(CROSS, {center: CENTER, zoom: 8});
    container.focus();
    await press('Control>ArrowRight', 'Alt>ArrowUp');
    const popup = document.createElement('div');
    popup.tabIndex = -1;
    view.setPopup(popup, 2);
    popup.focus();
    await press('ArrowRight', '+');
    expect(views).to.have.length(1);
  });

  it('zooms in on a cluster, and focuses its first child', async () => {
    const {
      focusedName: focused,
      marker: mark,
      names,
      views,
    } = renderMap(
      [
        [50.5, 2.9],
        [50.45, 3.1],
        [50.55, 3],
        [49.5, 1],
      ],
      {center: CENTER, zoom: 7},
    );
    mark('3 projets, zoomer').focus();
    await press('Enter');
    expect(names()).to.have.members(['Projet 0', 'Projet 1', 'Projet 2']);
    expect(views.at(-1)?.zoom).to.be.above(7);
    expect(focused()).to.equal('Projet 2');
  });

  it('keeps the focus through a zoom: on the marker, on its cluster, and on the marker again', async () => {
    const {
      focusedName: focused,
      marker: mark,
      view,
    } = renderMap(
      [
        [50.5, 2.95],
        [50.5, 3.05],
        [50.45, 3.05],
      ],
      {center: CENTER, zoom: 11},
    );
    const before = mark('Projet 1');
    before.focus();
    await press('-');
    expect(focused()).to.equal('Projet 1');
    expect(mark('Projet 1') === before).to.equal(true);
    await press('-', '-', '-', '-');
    expect(focused()).to.equal('3 projets, zoomer');
    view.moveTo(CENTER, 11);
    expect(focused()).to.equal('Projet 0');
  });

  it('keeps the focus on the map when the focused marker leaves the view', () => {
    const {focusedName: focused, marker: mark, view} = renderMap(CROSS, {center: CENTER, zoom: 8});
    mark('Projet 2').focus();
    view.moveTo({lat: 40, lon: 20}, 8);
    expect(focused()).to.equal('map');
  });

  it('keeps the focus on a record that is among new points, otherwise on the map', () => {
    const {
      focusedName: focused,
      marker: mark,
      calls: told,
      view,
    } = renderMap(CROSS, {center: CENTER, zoom: 8});
    mark('Projet 2').focus();
    const points = pointsAt([CROSS[2] ?? [0, 0], CROSS[0] ?? [0, 0]]);
    view.setPoints({...points, nameAt: index => ['Projet 2', 'Projet 0'][index] ?? ''});
    expect(focused()).to.equal('Projet 2');
    expect(told.at(-1)).to.equal('pointed 0');
    view.setPoints(pointsAt([[50.9, 2.5]]));
    expect(focused()).to.equal('map');
    expect(told.at(-1)).to.equal('pointed undefined');
  });

  it('never takes the focus from outside', () => {
    const {focusedName: focused, view} = renderMap(CROSS, {center: CENTER, zoom: 8});
    view.setPoints(pointsAt(CROSS.slice(1)));
    view.zoomBy(-3);
    view.showRecord(0, false);
    expect(focused()).to.equal('nothing');
  });

  it('shows a given record, and focuses it', () => {
    const {focusedName: focused, view, views} = renderMap([...CROSS, [50.5, 3.01]]);
    view.showRecord(5, true);
    expect(focused()).to.equal('Projet 5');
    expect(views.at(-1)?.zoom).to.be.above(10);
    view.focusMarker(2);
    expect(focused()).to.equal('Projet 2');
    view.focusMarker(0);
    expect(focused()).to.equal('map');
  });

  it('moves a focused marker out from under the controls of the map', async () => {
    const {focusedName: focused, marker: mark, root} = renderMap(CROSS, {center: CENTER, zoom: 8});
    const {left, top} = mark('Projet 0').getBoundingClientRect();
    const lid = document.createElement('div');
    lid.style.cssText = `position:fixed;left:${left - 20}px;top:${top - 20}px;width:60px;height:60px`;
    root.append(lid);
    mark('Projet 2').focus();
    await press('ArrowLeft');
    expect(focused()).to.equal('Projet 0');
    expect(Math.abs(mark('Projet 0').getBoundingClientRect().left - left)).to.be.above(60);
  });
});
