import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {submissions} from '../../support/contribution-api.js';
import {
  restoreClock,
  focusedId,
  renderForm,
  resetContributionApi,
  formElement,
  clickButton,
  send,
  sendIdea,
  lastSubmission,
  tick,
  type,
  formSettled,
} from '../../support/contribution-form.js';
import {queryAll, queryTexts, statusText} from '../../support/widget-fixture.js';
import type {ContributionSubmitEvent} from '../../../src/index.js';
import {recordWarnings} from '../../support/console.js';

describe('the form of <spass-contribute>', () => {
  recordWarnings();

  beforeEach(resetContributionApi);
  afterEach(restoreClock);

  it('has empty boxes in the colours of its fields, in every colour scheme', async () => {
    const el = await renderForm({kind: 'tree'});
    const field = getComputedStyle(formElement(el, 'text')).backgroundColor;
    const boxes = queryAll<HTMLInputElement>(el, '[type=checkbox], [type=radio]');
    for (const box of boxes.filter(({checked}) => !checked)) {
      const {appearance, backgroundColor, borderTopWidth} = getComputedStyle(box);
      expect([appearance, backgroundColor, borderTopWidth]).to.deep.equal(['none', field, '1px']);
    }
    expect(boxes.length).to.be.above(2);
  });

  it('ends where the page ends, and says what becomes of data in small type below its button', async () => {
    await setViewport({width: 1280, height: 900});
    const el = await renderForm();
    const boxOf = (selector: string) => queryAll(el, selector)[0]!.getBoundingClientRect();
    for (const width of ['50em', '58em', '70em', '74em']) {
      el.style.inlineSize = width;
      const {right} = el.getBoundingClientRect();
      for (const part of ['.step', '#text', '.layout', '#name'])
        expect(boxOf(part).right, `${part} ${width}`).to.be.closeTo(right, 1);
    }
    expect(boxOf('.privacy').top).to.be.above(boxOf('.send').bottom);
    expect(boxOf('.privacy p').left).to.be.closeTo(boxOf('.send').left, 1);
  });

  it('shows who stores a contribution, for how long, and what happens to it, before it is sent', async () => {
    const el = await renderForm();
    const [privacy] = queryTexts(el, '.privacy');
    for (const words of ['CAUE du Nord', 'deux ans', 'après relecture'])
      expect(privacy, words).to.contain(words);
    const [link] = queryAll<HTMLAnchorElement>(el, '.privacy a');
    expect(link?.href).to.equal('mailto:droits@caue.example');
    expect(submissions).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });

  it('says so in two paragraphs, has its title apart from its question, and no hole before the button', async () => {
    await setViewport({width: 320, height: 800});
    const el = await renderForm();
    expect(queryAll(el, '.privacy p').length - 1, 'paragraphs').to.equal(2);
    const boxOf = (selector: string) => queryAll(el, selector)[0]!.getBoundingClientRect();
    expect(boxOf('#geo .choice').top - boxOf('#geo > legend').bottom).to.be.within(8, 20);
    expect(boxOf('.afterwards').top - boxOf('[for=consent]').bottom).to.be.within(12, 32);
    expect(boxOf('.send').top - boxOf('.afterwards').bottom).to.be.within(12, 32);
    const [point, line] = ['#shape-point', '#shape-line'].map(boxOf);
    expect(line!.top, 'in one row').to.equal(point!.top);
    await setViewport({width: 1280, height: 900});
  });

  it('says what happens next in ordinary text, between the consent and the button', async () => {
    const el = await renderForm();
    const [next] = queryAll(el, '.afterwards:has(+ .send)');
    expect(next?.textContent).to.contain('l’équipe du portail relit').and.to.contain('la retirer');
    expect(getComputedStyle(next!).fontSize).to.equal(getComputedStyle(el).fontSize);
  });

  it('has the map in the step of the place, and questions beside answers on a wide page', async () => {
    const el = await renderForm({kind: 'tree'});
    const boxOf = (selector: string) => queryAll(el, selector)[0]!.getBoundingClientRect();
    const [map, step] = [boxOf('.stage'), boxOf('.step:has(.stage)')];
    expect(map.top).to.be.above(step.top);
    expect(map.bottom).to.be.below(step.bottom);
    for (const answer of ['#text', '.stage', '#name', '.send'])
      expect(boxOf(answer).right, answer).to.be.above(boxOf('[for=text]').right);
    expect(Math.abs(boxOf('#text').left - map.left), 'one edge').to.be.at.most(1);
    expect(map.right, 'nothing empty at the right').to.be.above(step.right - 160);
  });

  for (const [contact, sentence] of [
    ['la mairie', 'effacement : la mairie.'],
    ['Écrivez-nous !', 'effacement : Écrivez-nous !'],
  ] as const)
    it(`ends the sentence of a contact without an address: ${contact}`, async () => {
      const [privacy] = queryTexts(await renderForm({contact}), '.privacy');
      expect(privacy?.replaceAll('\u00a0', ' ')).to.contain(sentence);
    });

  it('sets the question of each step larger than its fields and the consent', async () => {
    const el = await renderForm({kind: 'tree'});
    const sizeOf = (one: Element) => parseFloat(getComputedStyle(one).fontSize);
    const others = queryAll(el, '.photo label, .choice label, .box label').map(sizeOf);
    const questions = queryAll(el, '.step > .item:not(.box) > label, .step > fieldset > legend');
    expect(questions.length).to.equal(4);
    for (const one of questions) expect(sizeOf(one)).to.be.above(Math.max(...others));
  });

  for (const width of [320, 768, 1280])
    it(`keeps its texts and fields within one column at ${width} px`, async () => {
      await setViewport({width, height: 900});
      const el = await renderForm({draft: 'device', kind: 'tree'});
      const [fields] = queryAll(el, '.fields');
      const column = fields!.getBoundingClientRect();
      const parts = queryAll(el, 'form :is(label, legend, p, input, textarea, button, summary)');
      const shown = parts.filter(part => !part.closest('.trap, .layout, .sr'));
      expect(shown.length).to.be.greaterThan(12);
      for (const part of shown) {
        const {left, right} = part.getBoundingClientRect();
        const name = `${part.localName}: ${part.textContent?.trim().slice(0, 40)}`;
        expect(left, name).to.be.at.least(column.left - 0.5);
        expect(right, name).to.be.at.most(column.right + 0.5);
      }
    });

  it('marks each step that is filled in', async () => {
    const el = await renderForm();
    expect(queryAll(el, '.step').length).to.equal(4);
    expect(queryAll(el, '.step.done').length).to.equal(0);
    await type(el, 'text', '   ');
    expect(queryAll(el, '.step.done').length, 'spaces are no text').to.equal(0);
    await type(el, 'text', 'Un banc');
    formElement(el, 'consent').click();
    await el.updateComplete;
    const steps = queryAll(el, '.step').map(({classList}) => classList.contains('done'));
    expect(steps).to.deep.equal([true, false, false, true]);
  });

  it('sends the contribution once, and shows a receipt', async () => {
    const el = await renderForm({project: 'ors'});
    await type(el, 'name', 'Léa');
    const post = await sendIdea(el, ' Un banc sous le tilleul ');
    expect(post.contribution).to.deep.equal({
      kind: 'idea',
      text: 'Un banc sous le tilleul',
      name: 'Léa',
      project: 'ors',
    });
    expect(post.language).to.equal('fr');
    expect(post.key.length).to.be.greaterThan(15);
    expect(focusedId(el)).to.equal('waiting');
    expect(formElement(el, 'text').matches(':disabled')).to.equal(true);
    post.accept('AB12-CD34');
    await formSettled(el);
    expect(submissions).to.have.length(1);
    expect(focusedId(el)).to.equal('thanks');
    expect(statusText(el)).to.contain('bien été reçue');
    expect(queryTexts(el, '.thanks')[0]).to.contain('AB12-CD34');
    const [receipt] = queryAll<HTMLAnchorElement>(el, '.thanks a');
    expect(receipt?.href).to.equal('https://desk.example/receipts/AB12-CD34');
    await expect(el).to.be.accessible();
  });

  it('is empty for another contribution, which has its own key', async () => {
    const el = await renderForm();
    const first = await sendIdea(el);
    first.accept();
    await formSettled(el);
    await clickButton(el, 'Ajouter une autre contribution');
    expect(focusedId(el)).to.equal('text');
    expect(formElement(el, 'text').value).to.equal('');
    expect(formElement(el, 'consent').checked).to.equal(false);
    const second = await sendIdea(el, 'Deux bancs');
    expect(second.key).not.to.equal(first.key);
  });

  it('sends nothing incomplete: each error is shown at its field, and above the form', async () => {
    const el = await renderForm();
    await clickButton(el, 'Envoyer');
    expect(submissions).to.deep.equal([]);
    expect(focusedId(el)).to.equal('summary');
    expect(queryTexts(el, '.summary li')).to.deep.equal([
      'Écrivez quelques mots.',
      'Cochez la case pour pouvoir envoyer.',
    ]);
    const text = formElement(el, 'text');
    expect(text.getAttribute('aria-invalid')).to.equal('true');
    expect(text.getAttribute('aria-describedby')).to.equal('text-hint text-error');
    expect(queryTexts(el, '#text-error')).to.deep.equal(['Écrivez quelques mots.']);
    await expect(el).to.be.accessible();
    await clickButton(el, 'Cochez la case pour pouvoir envoyer.');
    expect(focusedId(el)).to.equal('consent');
    await type(el, 'text', 'Un banc');
    expect(queryTexts(el, '#text-error')).to.deep.equal([]);
    expect(queryTexts(el, '#consent-error')).to.have.length(1);
  });

  it('requires two photographs and a place for a tree, one photograph for a place, and neither for an idea', async () => {
    for (const [kind, sentence] of [
      ['tree', 'Indiquez le lieu.'],
      ['place', 'Indiquez le lieu.'],
      ['photo', 'Joignez une photographie.'],
      ['comment', 'Écrivez quelques mots.'],
    ] as const) {
      const el = await renderForm({kind});
      await tick(el, 'consent');
      await clickButton(el, 'Envoyer');
      expect(queryTexts(el, '.summary li'), kind).to.deep.equal([sentence]);
      await expect(el).to.be.accessible();
    }
  });

  it('shows an error of the server at its field, and keeps the rest', async () => {
    const el = await renderForm();
    await type(el, 'name', 'Léa');
    const post = await sendIdea(el, 'Un banc');
    post.reject(422, {
      detail: 'Des champs sont à revoir.',
      errors: [
        {field: 'text', message: 'Ce texte est interdit.'},
        {field: 'website', message: 'Laissez ce champ vide.'},
      ],
    });
    await formSettled(el);
    expect(focusedId(el)).to.equal('summary');
    expect(queryTexts(el, '#text-error')).to.deep.equal(['Ce texte est interdit.']);
    expect(queryTexts(el, '.summary')[0]).to.contain('Laissez ce champ vide.');
    expect(formElement(el, 'text').value).to.equal('Un banc');
    expect(formElement(el, 'name').value).to.equal('Léa');
    await type(el, 'text', 'Deux bancs');
    await send(el);
    lastSubmission().accept();
    await formSettled(el);
    expect(submissions).to.have.length(2);
    expect(queryTexts(el, '.thanks')).to.have.length(1);
  });

  it('reports that an earlier version has arrived, and sends this one as another only on request', async () => {
    const el = await renderForm();
    const post = await sendIdea(el);
    post.reject(409, {
      detail: 'Déjà arrivée.',
      contribution: {id: 'FIRST-1', kind: 'idea', receipt: 'https://desk.example/receipts/f'},
    });
    await formSettled(el);
    expect(queryTexts(el, '.summary')[0]).to.contain('FIRST-1');
    expect(queryAll<HTMLAnchorElement>(el, '.summary a')[0]?.href).to.contain('/receipts/f');
    expect(submissions).to.have.length(1);
    await send(el);
    expect(lastSubmission().key).not.to.equal(post.key);
  });

  it('reports that the portal accepts no contribution of this kind, and keeps the text', async () => {
    const el = await renderForm();
    const post = await sendIdea(el);
    post.reject(405, {detail: 'No.'});
    await formSettled(el);
    expect(queryTexts(el, '.summary')[0]).to.contain('n’a pas accepté');
    expect(formElement(el, 'text').value).to.equal('Un banc');
  });

  it('lets the page handle a contribution', async () => {
    const el = await renderForm();
    const told: ContributionSubmitEvent[] = [];
    const listen = (submit: ContributionSubmitEvent): void => {
      submit.preventDefault();
      told.push(submit);
    };
    el.addEventListener('spass-contribution-submit', listen);
    await type(el, 'text', 'Un banc');
    await tick(el, 'consent');
    await clickButton(el, 'Envoyer');
    el.removeEventListener('spass-contribution-submit', listen);
    expect(told[0]?.contribution.text).to.equal('Un banc');
    expect(told[0]?.photos).to.deep.equal([]);
    expect(submissions).to.deep.equal([]);
    expect(formElement(el, 'text').value).to.equal('Un banc');
  });

  it('detects a robot by a hidden field, and loses no contribution of a person', async () => {
    const el = await renderForm();
    formElement(el, 'website').value = 'https://spam.example';
    await type(el, 'text', 'Un banc');
    await tick(el, 'consent');
    await clickButton(el, 'Envoyer');
    expect(submissions).to.deep.equal([]);
    expect(queryTexts(el, '.summary')[0]).to.contain('robots');
    await send(el);
    expect(submissions).to.have.length(1);
  });

  it('has fields that a browser can autofill, and none that it would autofill by mistake', async () => {
    const el = await renderForm();
    expect(formElement(el, 'name').getAttribute('autocomplete')).to.equal('name');
    for (const id of ['text', 'coordinates', 'website'])
      expect(formElement(el, id).getAttribute('autocomplete')).to.equal('off');
    expect(formElement(el, 'website').closest('[aria-hidden=true]')).not.to.equal(null);
    expect(formElement(el, 'website').tabIndex).to.equal(-1);
  });
});
