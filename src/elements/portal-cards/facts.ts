import type {LocalizeController} from '../../controllers/localize-controller.js';
import type {Portal} from '../../model/records.js';
import type {LocalizedText, Text} from '../../model/text.js';
import type {RelatedRecords} from './related-records.js';

/** Fact about a portal, with its language if that is not the user's. */
export interface PortalFact extends LocalizedText {
  /** True if the fact before it says the same in another language. */
  readonly isTranslation?: boolean;
}

/** Returns short facts about a portal, the most important first. */
export function factsOf(
  portal: Portal,
  i18n: LocalizeController<'portalCards'>,
  related: RelatedRecords,
): readonly PortalFact[] {
  const {messages, number} = i18n;
  const {counts = {}, actors = []} = portal;
  let resources = 0;
  for (const count of Object.values(counts)) resources += count;
  const facts = [
    resources ? messages.resources(resources, number(resources)) : '',
    // One actor is no fact: each portal has one.
    actors.length > 1 ? messages.actors(actors.length, number(actors.length)) : '',
    languagesOf(portal, i18n),
  ].map(value => ({value}));
  const [place, credit] = [placeOf(portal, i18n), creditOf(portal, i18n)];
  // A programme may be loaded later: it moves none before it.
  return [...place, ...facts, i18n.text(related.programmeOf(portal)?.title), credit].filter(
    ({value}) => value,
  );
}

/** Returns the facts of a card with little room: the place, and the credit that the licence of a picture asks for. */
export const shortFactsOf = (
  portal: Portal,
  i18n: LocalizeController<'portalCards'>,
): readonly PortalFact[] =>
  [...placeOf(portal, i18n), creditOf(portal, i18n)].filter(({value}) => value);

const placeOf = ({territory, languages}: Portal, i18n: LocalizeController): readonly PortalFact[] =>
  territoryNames(territory?.name, i18n, languages?.[0]);

const creditOf = (
  {cover}: Portal,
  {messages, colon}: LocalizeController<'portalCards'>,
): PortalFact => ({value: cover?.credit ? `${messages.picture}${colon}${cover.credit}` : ''});

/**
 * Returns the name of a territory in all its languages, the user's first. A name that is a string is in the first language
 * of the portal.
 */
function territoryNames(
  names: Text | undefined,
  i18n: LocalizeController,
  portalLanguage: string | undefined,
): readonly PortalFact[] {
  const first = i18n.text(names, portalLanguage);
  if (typeof names !== 'object') return [first];
  const others = Object.entries(names).map(([lang, value]) => ({
    ...i18n.text(value, lang),
    isTranslation: true,
  }));
  return [first, ...others.filter(({value}) => value !== first.value)];
}

/** Returns the languages of a portal, or an empty string if the user's language is the only one. */
function languagesOf({languages = []}: Portal, i18n: LocalizeController): string {
  return languages.some(code => !i18n.language.startsWith(code))
    ? i18n.list(languages.map(i18n.languageName))
    : '';
}
