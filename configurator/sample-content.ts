// Sample content for widgets whose content is written by the author. It is part of the snippet, to be replaced, since
// an empty tag does not show what to write.
import {EMAIL_PATTERN} from '../src/model/schemas/safe-urls.js';
import {showsOwnContent, type WidgetSettings} from '../src/tools/snippets/settings.js';

/** Element of the sample content. */
export interface SampleNode {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly children?: readonly SampleNode[];
}

interface SampleTexts {
  readonly before: string;
  readonly after: string;
  readonly steps: readonly (readonly [title: string, text: string])[];
  readonly phases: readonly string[];
}

const FRENCH_TEXTS: SampleTexts = {
  before: 'Décrivez ici l’image d’hier',
  after: 'Décrivez ici l’image d’aujourd’hui',
  steps: [
    ['Première étape', 'Ce qu’il y avait là, en deux ou trois phrases.'],
    ['Deuxième étape', 'Ce qui a changé, et pour qui.'],
  ],
  phases: ['Diagnostic', 'Concertation', 'Travaux'],
};

const TEXTS: Readonly<Record<string, SampleTexts>> = {
  nl: {
    before: 'Beschrijf hier het beeld van toen',
    after: 'Beschrijf hier het beeld van nu',
    steps: [
      ['Eerste stap', 'Wat er was, in twee of drie zinnen.'],
      ['Tweede stap', 'Wat veranderd is, en voor wie.'],
    ],
    phases: ['Diagnose', 'Inspraak', 'Werken'],
  },
  en: {
    before: 'Describe the earlier picture here',
    after: 'Describe the picture of today here',
    steps: [
      ['First step', 'What was there, in two or three sentences.'],
      ['Second step', 'What has changed, and for whom.'],
    ],
    phases: ['Survey', 'Consultation', 'Works'],
  },
};

/** Placeholder URLs of pictures, to be replaced by the site's. */
export const PICTURES = {before: '/images/hier.jpg', after: '/images/aujourd-hui.jpg'} as const;

const image = (src: string, alt: string, year: string): SampleNode => ({
  name: 'img',
  attributes: {src, alt, 'data-year': year, width: '900', height: '600'},
});

/**
 * Returns the sample content of a widget. Empty if its content comes from data.
 *
 * @param settings Its attributes include the attributes of the portal around it.
 */
export function createSample(
  settings: Pick<WidgetSettings, 'widget' | 'attributes'>,
  language: string,
): readonly SampleNode[] {
  const {before, after, steps, phases} = TEXTS[language.slice(0, 2)] ?? FRENCH_TEXTS;
  const {widget, attributes} = settings;
  const {contact = ''} = attributes;
  if (widget === 'contribute' && EMAIL_PATTERN.test(contact))
    return [
      {
        name: 'p',
        children: [{name: 'a', attributes: {href: `mailto:${contact}`}, text: contact}],
      },
    ];
  if (!showsOwnContent(settings)) return [];
  switch (widget) {
    case 'compare':
      return [image(PICTURES.before, before, '1950'), image(PICTURES.after, after, '2026')];
    case 'story':
      return steps.map(([title, text], index) => ({
        name: 'section',
        attributes: {'data-year': index === 0 ? '1950' : '2026'},
        children: [
          {name: 'h3', text: title},
          {name: 'p', text},
        ],
      }));
    default:
      return phases.map((text, index) => ({
        name: 'p',
        attributes: {'data-state': ['done', 'now', 'next'][index] ?? 'next'},
        text,
      }));
  }
}
