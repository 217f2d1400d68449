import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {html, nothing, render, type TemplateResult} from 'lit';
import {
  clippedTexts,
  figureViolations,
  headingViolations,
  languageViolations,
  longAnimations,
  linkViolations,
  runningAnimations,
  stateViolations,
  targetViolations,
  unmarkedTexts,
} from '../support/accessibility-checks.js';
import {htmlPage, serializeFlatTree} from '../support/flat-tree.js';
import {unreviewedResults} from '../support/axe-reviews.js';

/** Element with accessibility errors in its shadow tree. */
class Faulty extends HTMLElement {
  draw(content: TemplateResult): this {
    render(content, this.shadowRoot ?? this.attachShadow({mode: 'open'}));
    return this;
  }
}
customElements.define('x-faulty', Faulty);

describe('the checks run on every story', () => {
  const container = document.createElement('main');
  before(() => document.body.append(container));
  after(() => container.remove());
  const renderContent = (content: TemplateResult): HTMLElement => {
    render(nothing, container);
    render(html`<x-faulty></x-faulty>`, container);
    container.querySelector<Faulty>('x-faulty')?.draw(content);
    return container;
  };

  it('A-03 find a figure not labelled by its caption', () => {
    const figure = (role: string, name: string) =>
      renderContent(
        html`<figure role=${role} aria-label=${name}>
          <img alt="" src="data:," />
          <figcaption><span>© A</span> <span>© B</span></figcaption>
        </figure>`,
      );
    expect(figureViolations(figure('figure', '© A © B'))).to.deep.equal([]);
    expect(figureViolations(figure('none', '© A © B')).length).to.equal(1);
    expect(figureViolations(figure('figure', '© A')).length).to.equal(1);
  });

  it('A-05 find a button of 23 px, and a main one of 43', () => {
    const button = (className: string, side: number) =>
      html`<button
        class=${className}
        .style=${`min-inline-size: 0; padding: 0; inline-size: ${String(side)}px; block-size: 60px`}
      ></button>`;
    expect(
      targetViolations(renderContent(html`${button('', 24)}${button('button', 44)}`)),
    ).to.deep.equal([]);
    expect(
      targetViolations(renderContent(html`${button('', 23)}${button('button', 43)}`)).length,
    ).to.equal(2);
  });

  it('A-05 allow a link inside a sentence, but not one that stands alone', () => {
    const link = html`<a href="#x">ici</a>`;
    expect(targetViolations(renderContent(html`<p>Lire ${link}.</p>`))).to.deep.equal([]);
    expect(targetViolations(renderContent(html`<p>${link}</p>`)).length).to.equal(1);
  });

  it('A-10 find an invalid language, and text with an undeclared one', () => {
    expect(languageViolations(renderContent(html`<p lang="fr-BE">a</p>`))).to.deep.equal([]);
    expect(languageViolations(renderContent(html`<p lang="français">a</p>`)).length).to.equal(1);
    const words = (lang: string) =>
      renderContent(html`<div lang="fr"><p lang=${lang}>§ tekst</p></div>`);
    expect(unmarkedTexts(words('nl'), '§', 'nl')).to.deep.equal([]);
    expect(unmarkedTexts(words('fr'), '§', 'nl').length).to.equal(1);
    const label = (lang: string) =>
      renderContent(html`<button lang=${lang} aria-label="§ tekst"></button>`);
    expect(unmarkedTexts(label('nl'), '§', 'nl')).to.deep.equal([]);
    expect(unmarkedTexts(label('fr'), '§', 'nl').length).to.equal(1);
  });

  it('A-11 find a skipped level, and a level above the requested one', () => {
    const levels = html`<h3>a</h3>
      <h4>b</h4>
      <h3>c</h3>`;
    expect(headingViolations(renderContent(levels), 3)).to.deep.equal([]);
    expect(headingViolations(renderContent(levels), 4).length).to.equal(2);
    expect(
      headingViolations(
        renderContent(
          html`<h3>a</h3>
            <h5>b</h5>`,
        ),
        3,
      ).length,
    ).to.equal(1);
  });

  it('A-21 find a new window that is not announced', () => {
    const link = (words: string) =>
      renderContent(html`<a href="/x" target="_blank" rel="noopener">${words}</a>`);
    expect(linkViolations(link('Voir (nouvelle fenêtre)'), /fenêtre/)).to.deep.equal([]);
    expect(linkViolations(link('Voir'), /fenêtre/).length).to.equal(1);
  });

  it('A-12 find motion in a shadow tree', () => {
    renderContent(html`<p>a</p>`);
    const moved = container.querySelector('x-faulty')?.shadowRoot?.querySelector('p');
    expect(runningAnimations()).to.deep.equal([]);
    const animation = moved?.animate({opacity: [0, 1]}, 60_000);
    expect([runningAnimations().length, longAnimations().length]).to.deep.equal([1, 1]);
    animation?.cancel();
  });

  it('A-06 find truncated text', () => {
    const box = (lines: string) =>
      renderContent(
        html`<p .style=${'block-size: 2em; overflow: hidden; line-height: 1.5'}>${lines}</p>`,
      );
    expect(clippedTexts(box('un'))).to.deep.equal([]);
    expect(clippedTexts(box('un '.repeat(2000))).length).to.equal(1);
  });

  it('A-16 A-13 find a state shown by colour alone', () => {
    const toggle = (how: string) =>
      renderContent(
        html`<style>
            button[aria-pressed='true'] {
              ${how}
            }</style
          ><button aria-pressed="true">a</button><button aria-pressed="false">b</button>`,
      );
    expect(stateViolations(toggle('border-width: 5px'))).to.deep.equal([]);
    expect(stateViolations(toggle('background: red; color: white')).length).to.equal(1);
  });

  it('A-18 find invalid markup, across shadow roots', async () => {
    const invalid = (content: TemplateResult) =>
      executeServerCommand<string[], object>('markup-faults', {
        html: htmlPage('fr', serializeFlatTree(renderContent(content))),
      });
    const item = html`<li>a</li>`;
    expect(
      await invalid(
        html`<ul>
          ${item}
        </ul>`,
      ),
    ).to.deep.equal([]);
    expect((await invalid(html`<div>${item}</div>`)).length).to.be.above(0);
    const twice = html`<p id="a"></p>
      <p id="a"></p>`;
    expect((await invalid(twice)).length).to.be.above(0);
    expect((await invalid(html`<p aria-describedby="none">a</p>`)).length).to.be.above(0);
  });

  it('A-01 require a review of results that axe marks as incomplete', () => {
    const doubt = {rule: 'color-contrast', reason: 'imgNode', where: 'spass-story text'};
    expect(unreviewedResults([doubt])).to.deep.equal([]);
    expect(unreviewedResults([{...doubt, rule: 'label'}])).to.deep.equal([
      'label (imgNode): spass-story text',
    ]);
  });
});
