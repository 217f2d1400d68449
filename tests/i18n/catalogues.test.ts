import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {supportedLanguages} from '../../src/i18n/catalogues.js';
import {fr} from '../../src/i18n/fr.js';
import type {MessageSections} from '../../src/i18n/messages.js';
import {placeNames, pickText} from '../../src/model/text.js';
import {loadToolMessages} from '../../src/tools/messages/load-tool-messages.js';

/** Messages of the widgets, by language. */
const SECTIONS: Readonly<Record<string, MessageSections>> = Object.fromEntries(
  await Promise.all(
    supportedLanguages().map(async language => {
      const module = (await import(`../../src/i18n/${language}.js`)) as Record<string, unknown>;
      return [language, module[language] as MessageSections] as const;
    }),
  ),
);

/** Adds a parameter for the formatted number, which messages of widgets have, to a message that formats it itself. */
const withFormattedNumber = (message: Message): Message => {
  if (typeof message === 'string' || !/^\(?n\b/.test(String(message))) return message;
  const format = message as unknown as (n: number, ...others: string[]) => string;
  const replace = (n: number, shown: string, ...others: string[]): string =>
    format(n, ...others).replace(String(n), shown);
  return message.length > 1
    ? (n: number, shown: string, other: string) => replace(n, shown, other)
    : (n: number, shown: string) => replace(n, shown);
};

/** Returns the messages of the tools, each prefixed by its section. */
async function toolMessages(language: string): Promise<Readonly<Record<string, Message>>> {
  const sections = Object.entries(await loadToolMessages(language));
  return Object.fromEntries(
    sections.flatMap(([section, messages]) =>
      Object.entries(messages as Readonly<Record<string, Message>>).map(
        ([key, message]) => [`${section}.${key}`, withFormattedNumber(message)] as const,
      ),
    ),
  );
}

/** Messages of a widget with all sections, and of the tools, by language. */
const CATALOGUES: Readonly<Record<string, object>> = Object.fromEntries(
  await Promise.all(
    Object.entries(SECTIONS).map(async ([language, sections]) => {
      const messages: object[] = [...Object.values(sections), await toolMessages(language)];
      return [language, Object.assign({}, ...messages) as object] as const;
    }),
  ),
);
const french = CATALOGUES['fr'] as Readonly<Record<string, Message>>;

type Message = string | ((...args: never[]) => string);

/** Calls a message with a mark for each argument, or a number if the grammar needs one. */
function callMessage(sentence: Message, number = 2): string {
  if (typeof sentence === 'string') return sentence;
  const marks = ['⟦1⟧', '⟦2⟧', '⟦3⟧', '⟦4⟧'];
  const counts = sentence.length > 1 && /^\(?n\b/.test(String(sentence));
  const args = counts ? [number, ...marks.slice(1)] : marks;
  return (sentence as (...given: unknown[]) => string)(...args.slice(0, sentence.length));
}

/** Numbers for every plural category of our languages (CLDR). */
const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 101, 1000, 1_000_000, 2_000_000, 1_000_001];

/** Returns the messages that depend on a number. */
const pluralMessages = (catalogue: object): [string, Message][] =>
  (Object.entries(catalogue) as [string, Message][]).filter(
    // A message that formats the number itself gets a string (a page number).
    ([, sentence]) =>
      callMessage(sentence, 1) !== callMessage(sentence, 5) &&
      !callMessage(sentence, 4711).includes('4711'),
  );

const sentences = (catalogue: object, number?: number): [string, string][] =>
  Object.entries(catalogue).map(([key, sentence]) => [
    key,
    callMessage(sentence as Message, number),
  ]);

/** Returns the typographic errors of a French sentence. */
function typographicErrors(text: string): string[] {
  const faults: string[] = [];
  if (/[^\u202f][;!?»]/.test(text)) faults.push('no narrow no-break space before ; ! ? »');
  if (/«[^\u202f]/.test(text)) faults.push('no narrow no-break space after «');
  if (/[^\u00a0\d]:(?!\/\/)/.test(text)) faults.push('no no-break space before :');
  if (/[^\u00a0][%€]/.test(text)) faults.push('no no-break space before % or €');
  if (text.includes("'")) faults.push('a straight apostrophe');
  if (text.includes('...')) faults.push('three dots for an ellipsis');
  return faults;
}

describe('the messages of the widgets', () => {
  it('belong to one section each: all are one catalogue if a language is loaded', () => {
    const names = Object.values(fr).flatMap(section => Object.keys(section));
    assert.deepEqual(names.sort(), [...new Set(names)].sort());
  });

  for (const [language, catalogue] of Object.entries(CATALOGUES)) {
    it(`I-01 are complete in ${language}, and none is empty`, () => {
      assert.deepEqual(Object.keys(catalogue).sort(), Object.keys(french).sort());
      for (const [key, text] of sentences(catalogue)) assert.ok(text.trim(), key);
    });

    it(`I-01 contain each argument in ${language}`, () => {
      for (const [key, sentence] of Object.entries(catalogue)) {
        const inFrench = french[key] as Message;
        assert.equal(typeof sentence, typeof inFrench, key);
        const marks = (text: string) => [...new Set(text.match(/⟦\d⟧/g) ?? [])].sort();
        assert.deepEqual(
          marks(callMessage(sentence as Message)),
          marks(callMessage(inFrench)),
          key,
        );
      }
    });

    it(`I-01 follow the plural rules of ${language}`, () => {
      const {one, many} = {one: sentences(catalogue, 1), many: sentences(catalogue, 5)};
      const differing = one.filter(([key, text]) => text !== new Map(many).get(key));
      assert.ok(differing.length >= 5, 'several sentences tell one from many');
      const [zero] = sentences(catalogue, 0).filter(([key]) => key === 'results');
      const singular = new Map(one).get('results');
      // In French zero takes the singular; in the other languages the plural.
      assert.equal(zero?.[1] === singular, language === 'fr');
    });
  }

  it('have unique keys, whichever widgets a page has', () => {
    const keys = Object.values(fr).flatMap(section => Object.keys(section));
    assert.deepEqual(
      keys.filter((key, i) => keys.indexOf(key) !== i),
      [],
    );
  });

  for (const [language, catalogue] of Object.entries(CATALOGUES))
    it(`I-01 have a form for each plural category of ${language}, and no other`, () => {
      const rules = new Intl.PluralRules(language);
      const {pluralCategories} = rules.resolvedOptions();
      for (const [key, sentence] of pluralMessages(catalogue)) {
        const wordings = new Map<string, Set<string>>();
        for (const n of NUMBERS) {
          const known = wordings.get(rules.select(n)) ?? new Set();
          wordings.set(rules.select(n), known.add(callMessage(sentence, n)));
        }
        assert.deepEqual([...wordings.keys()].sort(), [...pluralCategories].sort(), key);
        for (const [category, said] of wordings)
          assert.equal(said.size, 1, `${key} says ${[...said].join(' or ')} for ${category}`);
      }
    });

  it('I-01 use singular for one and plural for many', () => {
    const expected = {
      fr: ['1 portail', '2 portails', '1 projet', '2 projets'],
      nl: ['1 portaal', '2 portalen', '1 project', '2 projecten'],
      en: ['1 portal', '2 portals', '1 project', '2 projects'],
      de: ['1 Portal', '2 Portale', '1 Projekt', '2 Projekte'],
    };
    for (const [language, texts] of Object.entries(expected)) {
      const {portals, projects} = (SECTIONS[language] as MessageSections).records;
      const counts = [portals, projects].flatMap(noun => [noun(1, '1'), noun(2, '2')]);
      assert.deepEqual(counts, texts);
    }
  });

  it('I-01 add "de" after round millions in French, wherever a noun is counted', () => {
    const bare = pluralMessages(french)
      .filter(([, sentence]) => /⟦2⟧ \p{L}/u.test(callMessage(sentence, 2)))
      .map(([key, sentence]) => [key, callMessage(sentence, 1e6)] as const);
    assert.ok(bare.length > 15, String(bare.length));
    assert.deepEqual(
      bare.filter(([, text]) => !text.includes('⟦2⟧ de ')),
      [],
    );
  });

  it('I-01 add "de" after round millions in French', () => {
    assert.match(fr.core.results(1_000_000, '1 000 000'), /000 de résultats$/);
    assert.match(fr.core.results(1_000_001, '1 000 001'), /001 résultats$/);
  });

  it('I-04 follow French typography', () => {
    for (const [key, text] of sentences(french))
      assert.deepEqual(typographicErrors(text), [], `${key}: ${text}`);
  });

  it('I-04 are rejected by this test with plain spaces', () => {
    const [narrow, colon, unit] = [
      'no narrow no-break space before ; ! ? »',
      'no no-break space before :',
      'no no-break space before % or €',
    ];
    for (const [wrong, fault] of [
      ['Quoi ?', narrow],
      ['Quoi\u00a0?', narrow],
      ['Vite !', narrow],
      ['Ors ; Raismes', narrow],
      ['«\u202fOrs »', narrow],
      ['« Ors\u202f»', 'no narrow no-break space after «'],
      ['Source : Ors', colon],
      ['Source\u202f: Ors', colon],
      ['60 %', unit],
      ['60 €', unit],
      ["l'eau", 'a straight apostrophe'],
      ['Attendez...', 'three dots for an ellipsis'],
    ] as const)
      assert.deepEqual(typographicErrors(wrong), [fault], wrong);
    const right = 'Quoi\u202f? «\u202fOrs\u202f»\u00a0: l’eau, 60\u00a0% à 9:30…';
    assert.deepEqual(typographicErrors(right), []);
  });

  it('I-04 leave the text of an API unchanged', () => {
    const text = 'Quoi ? "Ors" : 60 %...';
    assert.equal(pickText(text, 'fr').value, text);
    assert.equal(pickText({fr: text}, 'fr').value, text);
    assert.equal(placeNames(text, 'fr'), text);
  });

  it('contain no straight apostrophe and no three dots in any language', () => {
    for (const [language, catalogue] of Object.entries(CATALOGUES)) {
      for (const [key, text] of sentences(catalogue)) {
        assert.ok(!/'|\.\.\./.test(text), `${language}.${key}: ${text}`);
      }
    }
  });
});
